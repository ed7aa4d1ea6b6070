package main

import (
	"os"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// progress counts on standard error while something long runs, if that is a
// terminal.
type progress struct {
	container *mpb.Progress
	bar       *mpb.Bar
}

// It is for what writes nothing until it is done; see rowsProgress.
func (a *app) progress(what string) *progress {
	f, ok := a.err.(*os.File)
	if !ok || a.quiet || !term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	c := mpb.New(mpb.WithOutput(f), mpb.WithRefreshRate(150*time.Millisecond), mpb.WithAutoRefresh())
	bar := c.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(what+" ")),
		mpb.AppendDecorators(decor.CurrentNoUnit("%d records, "), decor.AverageSpeed(0, "%.0f/s"), decor.Elapsed(decor.ET_STYLE_GO)))
	return &progress{c, bar}
}

// rowsProgress is the progress of what writes its rows meanwhile: none where they go to
// the terminal, which would have the bar between them.
func (a *app) rowsProgress(what string) *progress {
	if f, ok := a.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &progress{}
	}
	return a.progress(what)
}

func (p *progress) step() {
	if p.bar != nil {
		p.bar.Increment()
	}
}

func (p *progress) done() {
	if p.bar != nil {
		p.bar.SetTotal(-1, true)
		p.container.Wait()
	}
}
