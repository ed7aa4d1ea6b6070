package listtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Collect reads all: entities, faults of records and warnings as text, and the
// error that ended the reading, if one did.
func Collect(t testing.TB, read iter.Seq2[enduse.Entity, error]) (entities []enduse.Entity, faults []string, fatal error) {
	t.Helper()
	for e, err := range read {
		var bad *enduse.RecordError
		var warn *list.Warning
		switch {
		case fatal != nil:
			t.Fatal("something follows a fatal error")
		case errors.As(err, &bad), errors.As(err, &warn):
			faults = append(faults, err.Error())
		case err != nil:
			fatal = err
		default:
			entities = append(entities, e)
		}
	}
	return entities, faults, fatal
}

// All is [Collect] for a test that does not ask which errors are fatal: all of
// them as text.
func All(t testing.TB, read iter.Seq2[enduse.Entity, error]) (entities []enduse.Entity, faults []string) {
	t.Helper()
	entities, faults, fatal := Collect(t, read)
	if fatal != nil {
		faults = append(faults, fatal.Error())
	}
	return entities, faults
}

// Lines writes each entity as JSON.
func Lines(t testing.TB, entities []enduse.Entity) (out []string) {
	t.Helper()
	for i := range entities {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(&entities[i]); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimSuffix(b.String(), "\n"))
	}
	return out
}

// JSON is the text of a golden file: an entity a line.
func JSON(t testing.TB, entities []enduse.Entity) []byte {
	t.Helper()
	return []byte(strings.Join(Lines(t, entities), "\n") + "\n")
}

// Set is one file in memory.
func Set(name, role, text string) list.Set {
	return list.Set{{Name: name, Role: role, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}}
}

// Count reads a set in which every record is good, and returns their number.
func Count(t testing.TB, f list.Format, set list.Set) (n int) {
	t.Helper()
	for _, err := range f.Read(set) {
		if err != nil {
			t.Error(err)
		}
		n++
	}
	return n
}

// ReportsCut reports whether a file is known not to be whole: it is refused, or the
// edition is partial.
func ReportsCut(read iter.Seq2[enduse.Entity, error]) bool {
	for _, err := range read {
		var bad *enduse.RecordError
		var warn *list.Warning
		switch {
		case errors.As(err, &warn):
			if warn.Cut {
				return true
			}
		case errors.As(err, &bad):
			if errors.Is(err, enduse.ErrTruncated) {
				return true
			}
		case err != nil:
			return true
		}
	}
	return false
}
