package report

import (
	"encoding/json"
	"fmt"
	"io"
)

// ndjson writes a line a result.
type ndjson struct{ w io.Writer }

func (n *ndjson) Begin(Header) error { return nil }
func (n *ndjson) End(Summary) error  { return nil }

func (n *ndjson) Result(r *Result) error {
	enc := json.NewEncoder(n.w)
	enc.SetEscapeHTML(false)
	return enc.Encode(contract(r))
}

// jsonArray writes one array of results.
type jsonArray struct {
	w     io.Writer
	count int
}

func (j *jsonArray) Begin(Header) error { return nil }

func (j *jsonArray) Result(r *Result) error {
	before := "[\n  "
	if j.count > 0 {
		before = ",\n  "
	}
	j.count++
	if _, err := io.WriteString(j.w, before); err != nil {
		return err
	}
	return encodeIndented(j.w, contract(r))
}

func (j *jsonArray) End(Summary) error {
	end := "]\n"
	if j.count == 0 {
		end = "[]\n"
	}
	_, err := io.WriteString(j.w, end)
	return err
}

func encodeIndented(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	return enc.Encode(v)
}

// JSON writes any value as indented JSON, ended by a new line.
func JSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("writing JSON: %w", err)
	}
	return nil
}

// JSONLine writes any value as one line of JSON.
func JSONLine(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
