package report

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Stream writes the values of one noun in one format: Begin once, Each for each
// value in its order, then End. H is what is known before the first value.
type Stream[H, T any] interface {
	Begin(H) error
	Each(T) error
	End() error
}

// Formats are the formats that a noun can be written in, by name. A new format is
// one more line in the table of the noun.
type Formats[H, T any] map[string]func(io.Writer) Stream[H, T]

// The names of the formats.
const (
	FormatTable  = "table"
	FormatJSON   = "json"
	FormatNDJSON = "ndjson"
	FormatCSV    = "csv"
	FormatXLSX   = "xlsx"
	FormatHTML   = "html"
	FormatSARIF  = "sarif"
)

// FormatNames lists the formats that any noun has, in the order in which people are
// shown them.
var FormatNames = []string{FormatTable, FormatJSON, FormatNDJSON, FormatCSV, FormatXLSX, FormatHTML, FormatSARIF}

// endings are those of files by their format, in lower case.
var endings = map[string]string{
	".txt": FormatTable, ".json": FormatJSON, ".ndjson": FormatNDJSON, ".jsonl": FormatNDJSON, ".csv": FormatCSV,
	".xlsx": FormatXLSX, ".html": FormatHTML, ".htm": FormatHTML, ".sarif": FormatSARIF,
}

// FormatOf returns the format that the ending of a file's name means, or "".
func FormatOf(path string) string { return endings[strings.ToLower(filepath.Ext(path))] }

// Names lists the formats of the noun, in the order of FormatNames.
func (f Formats[H, T]) Names() []string {
	known := slices.Collect(maps.Keys(f))
	return slices.DeleteFunc(slices.Clone(FormatNames), func(name string) bool { return !slices.Contains(known, name) })
}

// New returns a stream of a format to w. For a format that the noun lacks, it
// returns an error that names those it has.
func (f Formats[H, T]) New(name string, w io.Writer) (Stream[H, T], error) {
	open, ok := f[name]
	if !ok {
		return nil, NoFormat(name, f.Names())
	}
	return open(w), nil
}

// NoFormat is the error for a format that is not among those that there are.
func NoFormat(name string, have []string) error {
	err := &enduse.Error{Code: enduse.CodeInvalid, Err: fmt.Errorf("there is no format %s here", name)}
	if len(have) == 0 {
		err.Err, err.Hint = errors.New("this command has one form of output only"), "leave out --format"
		return err
	}
	err.Hint = "--format " + strings.Join(have, ", ")
	if n := len(have); n > 1 {
		err.Hint = "--format " + strings.Join(have[:n-1], ", ") + " or " + have[n-1]
	}
	return err
}

// Write writes values that are all there at once.
func Write[H, T any](s Stream[H, T], h H, all ...T) error {
	if err := s.Begin(h); err != nil {
		return err
	}
	for _, v := range all {
		if err := s.Each(v); err != nil {
			return err
		}
	}
	return s.End()
}

// Tee writes the same to several streams.
type Tee[H, T any] []Stream[H, T]

// Begin begins each stream.
func (t Tee[H, T]) Begin(h H) error {
	return t.all(func(s Stream[H, T]) error { return s.Begin(h) })
}

// Each writes a value to each stream.
func (t Tee[H, T]) Each(v T) error {
	return t.all(func(s Stream[H, T]) error { return s.Each(v) })
}

// End ends each stream.
func (t Tee[H, T]) End() error {
	return t.all(func(s Stream[H, T]) error { return s.End() })
}

func (t Tee[H, T]) all(do func(Stream[H, T]) error) error {
	for _, s := range t {
		if err := do(s); err != nil {
			return err
		}
	}
	return nil
}
