package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/config"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/snapshot"
)

// app is the program: its streams, its environment, its clock, and what the
// command line said.
type app struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	lookup func(string) (string, bool)
	clock  enduse.Clock

	configFile string
	quiet      bool
	config     config.Config
}

// The exit codes.
const (
	exitClear      = 0
	exitFailure    = 1
	exitUsage      = 2
	exitFinding    = 3
	exitIncomplete = 4
)

// exitError ends the program with a code and without a message: all was said.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// main runs the command line and returns the exit code.
func (a *app) main(ctx context.Context, args []string) int {
	cmd := a.root() //nolint:contextcheck // cobra hands the context to each command
	cmd.SetArgs(args)
	cmd.SetIn(a.in)
	cmd.SetOut(a.out)
	cmd.SetErr(a.err)
	err := cmd.ExecuteContext(ctx)
	var exit exitError
	switch {
	case err == nil:
		return exitClear
	case errors.As(err, &exit):
		return int(exit)
	}
	a.say("error: %v", err)
	if hint := enduse.HintOf(err); hint != "" {
		a.say("try: %s", hint)
	}
	if isUsage(err) {
		return exitUsage
	}
	return exitFailure
}

// isUsage tells faults of the input and of the command line from those of the
// program and the machine.
func isUsage(err error) bool {
	if _, ok := errors.AsType[*usageError](err); ok {
		return true
	}
	switch enduse.CodeOf(err) {
	case enduse.CodeInvalid, enduse.CodeNotFound:
		return true
	case enduse.CodeConflict, enduse.CodeCorrupt, enduse.CodeInternal:
	}
	return false
}

// usageError is a fault of the command line itself.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

// say writes a line for the person at the terminal.
func (a *app) say(format string, args ...any) {
	_, _ = io.WriteString(a.err, report.Lines(fmt.Sprintf(format, args...))+"\n")
}

// tell writes text to the output, for people.
func (a *app) tell(format string, args ...any) error {
	_, err := io.WriteString(a.out, report.Lines(fmt.Sprintf(format, args...)))
	return err
}

func (a *app) policy() (*policy.Policy, error) {
	if a.config.Policy == "" {
		return policy.Default(), nil
	}
	b, err := os.ReadFile(a.config.Policy)
	if err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Err: err, Hint: "check --policy"}
	}
	return policy.Parse(b)
}

func (a *app) store(p *policy.Policy) *edition.Store {
	return edition.Open(a.config.Data, a.clock, p.MaxAge)
}

// screener wires up what screening needs.
func (a *app) screener(o screen.Options) (*screen.Screener, screen.Lists, *policy.Policy, error) {
	p, err := a.policy()
	if err != nil {
		return nil, nil, nil, err
	}
	lists := snapshot.New(a.store(p))
	tables, err := refdata.Load(a.config.Data)
	if err != nil {
		return nil, nil, nil, err
	}
	o.Engine, o.Goods, o.GoodsTables = version(), tables.Checker, tables.Digests()
	s, err := screen.New(lists, p, a.clock, o)
	return s, lists, p, err
}

// style says how to write for the output: in colour only to a terminal, unless
// told otherwise.
func (a *app) style() report.Style {
	f, ok := a.out.(*os.File)
	terminal := ok && term.IsTerminal(int(f.Fd())) // #nosec G115 -- a file descriptor
	s := report.Style{Color: a.config.Color == "always"}
	if terminal {
		_, plain := a.lookup("NO_COLOR")
		s.Color = s.Color || a.config.Color == "auto" && !plain
		if width, _, err := term.GetSize(int(f.Fd())); err == nil { // #nosec G115 -- a file descriptor
			s.Width = width
		}
	}
	if s.Width == 0 {
		s.Width = 100
	}
	return s
}
