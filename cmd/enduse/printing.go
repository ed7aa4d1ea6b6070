package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
)

// hasFormats says which formats the output of a command has. Any other is refused
// before the command runs. The first is the default of a command without table.
func hasFormats(cmd *cobra.Command, names []string) {
	if cmd.Annotations == nil {
		cmd.Annotations = map[string]string{}
	}
	cmd.Annotations["formats"] = strings.Join(names, " ")
	cmd.Flags().String("format", "", "output format: "+strings.Join(names, ", ")+" [$ENDUSE_FORMAT]")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
}

// formatsOf are the formats that hasFormats gave to a command.
func formatsOf(cmd *cobra.Command) []string { return strings.Fields(cmd.Annotations["formats"]) }

// checkFormat refuses a format that the command does not have, wherever it was set,
// and chooses a default for a command without tables.
func (a *app) checkFormat(cmd *cobra.Command) error {
	have := formatsOf(cmd)
	switch {
	case cmd.HasSubCommands() && len(have) == 0:
	case len(have) == 0:
		if a.config.Origin("format") == "--format" {
			return &usageError{report.NoFormat(a.config.Format, nil)}
		}
	case slices.Contains(have, a.config.Format):
	case a.config.Origin("format") == "default":
		a.config.Format = have[0]
	case a.config.Origin("format") == "--format":
		return &usageError{report.NoFormat(a.config.Format, have)}
	}
	return nil // that of the settings is refused where an output needs it
}

// hasOutputs adds the flag --out to a command that writes in several formats.
func hasOutputs(cmd *cobra.Command, to *[]string) {
	cmd.Flags().StringArrayVarP(to, "out", "o", nil, "write to a file, in place of standard output; its ending gives the format, and it may be repeated")
	_ = cmd.MarkFlagFilename("out")
}

// formatFor is the format of an output: that of --format for the only output, else
// that of its ending, else that of the settings.
func (a *app) formatFor(path string, outputs int) string {
	if a.config.Origin("format") == "--format" && outputs == 1 {
		return a.config.Format
	}
	if format := report.FormatOf(path); format != "" {
		return format
	}
	return a.config.Format
}

// printing writes values to all outputs of a command.
type printing[H, T any] struct {
	report.Tee[H, T]

	outputs []*output
}

// openPrinting opens the outputs of a command, standard output if none is named.
func openPrinting[H, T any](a *app, formats report.Formats[H, T], paths []string) (*printing[H, T], error) {
	if len(paths) == 0 {
		paths = []string{"-"}
	}
	p := &printing[H, T]{}
	names := make([]string, len(paths))
	for i, path := range paths { // before any is opened
		names[i] = a.formatFor(path, len(paths))
		if _, err := formats.New(names[i], io.Discard); err != nil {
			return nil, &usageError{fmt.Errorf("%s: %w", a.formatOrigin(path), err)}
		}
		if ending := report.FormatOf(path); len(paths) > 1 && ending != "" && a.config.Origin("format") == "--format" && ending != a.config.Format {
			return nil, &usageError{&enduse.Error{Op: "--out", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("its ending means %s, and --format says %s", ending, a.config.Format), Hint: "leave out --format: endings give the formats of several outputs"}}
		}
		if slices.ContainsFunc(paths[:i], func(other string) bool { return sameFile(other, path) }) {
			return nil, &usageError{&enduse.Error{Op: "--out", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("it is named twice"), Hint: "name each output once"}}
		}
	}
	for i, path := range paths {
		out, err := openOutput(a.out, path)
		if err != nil {
			return nil, p.finish(err)
		}
		p.outputs = append(p.outputs, out)
		stream, err := formats.New(names[i], out.w)
		if err != nil {
			return nil, p.finish(err)
		}
		p.Tee = append(p.Tee, stream)
	}
	return p, nil
}

// formatOrigin says where the format of an output comes from.
func (a *app) formatOrigin(path string) string {
	if a.config.Origin("format") != "--format" && report.FormatOf(path) != "" {
		return path
	}
	return a.config.Origin("format")
}

// sameFile reports whether two paths name one output, by whatever way.
func sameFile(a, b string) bool {
	resolved := func(path string) string {
		if target, err := filepath.EvalSymlinks(path); err == nil {
			path = target
		} else if dir, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
			path = filepath.Join(dir, filepath.Base(path))
		}
		if full, err := filepath.Abs(path); err == nil {
			return full
		}
		return path
	}
	return a == b || a != "-" && b != "-" && resolved(a) == resolved(b)
}

// finish gives the outputs their names, or removes them if there was an error.
func (p *printing[H, T]) finish(err error) error {
	for _, o := range p.outputs {
		if done := o.finish(err); err == nil {
			err = done
		}
	}
	return err
}

// printAll writes values that are all there at once.
func printAll[H, T any](a *app, formats report.Formats[H, T], paths []string, h H, all ...T) error {
	p, err := openPrinting(a, formats, paths)
	if err != nil {
		return err
	}
	return p.finish(report.Write[H, T](p, h, all...))
}
