package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/config"
	"github.com/enduse/enduse/internal/report"
)

// app is the program: its streams, its environment, its clock, and what the command
// line said.
type app struct {
	in     io.Reader
	out    io.Writer
	err    io.Writer
	getenv func(string) (string, bool)
	clock  enduse.Clock
	// commands make the commands of the program.
	commands []func(*app) *cobra.Command

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
	cmd := rootCommand(a)
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
	a.printErr("error: %v", err)
	if hint := enduse.HintOf(err); hint != "" {
		a.printErr("try: %s", hint)
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

// printErr writes a line for the person at the terminal.
func (a *app) printErr(format string, args ...any) {
	_, _ = io.WriteString(a.err, report.Lines(fmt.Sprintf(format, args...))+"\n")
}

// print writes text to the output, for people.
func (a *app) print(format string, args ...any) error {
	_, err := io.WriteString(a.out, report.Lines(fmt.Sprintf(format, args...)))
	return err
}

// engine opens what every command works with. The references are those of screen.
func (a *app) engine(ctx context.Context, references string) (*engine.Engine, error) {
	return engine.Open(ctx, engine.Config{
		Data: a.config.Data, Policy: a.config.Policy, References: references, Version: engine.Version(), Clock: a.clock,
	})
}

// style says how to write to the outputs: in colour only to a terminal, unless the
// settings say otherwise; as wide as the terminal, else as $COLUMNS says.
func (a *app) style(outputs ...string) report.Style {
	s := report.Style{Color: a.config.Color == "always", Width: 100}
	if columns, set := a.getenv("COLUMNS"); set {
		if n, err := strconv.Atoi(columns); err == nil && n >= minWidth {
			s.Width = n
		}
	}
	f, ok := a.out.(*os.File)
	toFile := slices.ContainsFunc(outputs, func(path string) bool { return path != "-" })
	if !ok || toFile || !term.IsTerminal(int(f.Fd())) {
		return s
	}
	_, plain := a.getenv("NO_COLOR")
	s.Color = s.Color || a.config.Color == "auto" && !plain
	if width, _, err := term.GetSize(int(f.Fd())); err == nil {
		s.Width = width
	}
	return s
}

// minWidth is the narrowest terminal that tables are made for, in cells.
const minWidth = 40

// dayOf reads a flag that names a day; "" is the zero date.
func dayOf(flag, text string) (enduse.Date, error) {
	if text == "" {
		return enduse.Date{}, nil
	}
	d, err := enduse.ParseDate(text)
	if err != nil || d.Precision() != enduse.PrecisionDay || d.Circa {
		return d, &enduse.Error{Code: enduse.CodeInvalid, Subject: flag + " " + text, Err: errors.New("not a day"), Hint: flag + " 2024-05-03"}
	}
	return d, nil
}
