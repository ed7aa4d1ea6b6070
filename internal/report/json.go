package report

import (
	"bytes"
	"encoding/json"
	"io"
)

// JSON returns a stream that writes one JSON array, of one value too.
func JSON[H, T any](w io.Writer) Stream[H, T] { return &array[H, T]{w: w} }

// NDJSON returns a stream that writes one line of JSON for each value.
func NDJSON[H, T any](w io.Writer) Stream[H, T] { return ndjson[H, T]{w} }

type array[H, T any] struct {
	w     io.Writer
	count int
}

func (a *array[H, T]) Begin(H) error { return nil }

func (a *array[H, T]) Each(v T) error {
	var b bytes.Buffer
	b.WriteString("[\n  ")
	if a.count > 0 {
		b.Reset()
		b.WriteString(",\n  ")
	}
	a.count++
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := a.w.Write(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
	return err
}

func (a *array[H, T]) End() error {
	end := "\n]\n"
	if a.count == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

type ndjson[H, T any] struct{ w io.Writer }

func (l ndjson[H, T]) Begin(H) error { return nil }
func (l ndjson[H, T]) End() error    { return nil }

func (l ndjson[H, T]) Each(v T) error {
	enc := json.NewEncoder(l.w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
