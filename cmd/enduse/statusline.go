package main

import (
	"fmt"
	"os"

	"golang.org/x/term"

	"github.com/enduse/enduse/internal/report"
)

// statusLine is one line on the terminal that says what is being done.
type statusLine struct{ terminal *os.File }

func (a *app) statusLine() *statusLine {
	f, ok := a.err.(*os.File)
	if !ok || a.quiet || !term.IsTerminal(int(f.Fd())) {
		return &statusLine{}
	}
	return &statusLine{f}
}

func (s *statusLine) show(text string) {
	if s.terminal != nil {
		_, _ = fmt.Fprintf(s.terminal, "\r\x1b[2K%s", report.Show(text))
	}
}

func (s *statusLine) clear() { s.show("") }
