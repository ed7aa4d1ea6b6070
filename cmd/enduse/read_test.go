package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/enduse/enduse/wire"
)

// readings reads what the command prints, a document a line, after the schema.
func readings(t *testing.T, args ...string) (out []wire.Reading) {
	t.Helper()
	s := schema(t, "reading.schema.json")
	for line := range bytes.Lines(runApp(t, t.TempDir(), append([]string{"read", "--format", "ndjson"}, args...)...)) {
		validate(t, s, line)
		var r wire.Reading
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r)
	}
	return out
}

// TestReadingsFollowSchema reads the labelled documents, in five languages and six
// formats, and holds what is printed against the schema and its places against the
// text.
func TestReadingsFollowSchema(t *testing.T) {
	all := readings(t, filepath.Join("..", "..", "internal", "reading", "testdata", "labelled"))
	statements, listed, leads, faults := 0, 0, 0, 0
	for i := range all {
		r := &all[i]
		at := func(what string, start, end int, want string) {
			if start > end || end > len(r.Text) || want != "" && r.Text[start:end] != want {
				t.Errorf("%s: %s at %d to %d is not %q", r.File, what, start, end, want)
			}
		}
		for _, s := range r.Statements {
			at("a statement", s.Start, s.End, s.Text)
			at("a speaker", s.Speaker.Start, s.Speaker.End, s.Speaker.Surface)
		}
		for _, m := range r.Mentions {
			at("a mention", m.Start, m.End, m.Surface)
			listed, leads = listed+len(m.Listed), leads+len(m.Leads)
		}
		for _, c := range r.Corridors {
			at("a corridor", c.Start, c.End, "")
		}
		for _, e := range r.Repairs {
			at("a repair", e.Start, e.End, "")
		}
		statements += len(r.Statements)
		if r.Error != nil {
			faults++
		}
	}
	if len(all) < 40 || statements < 100 || leads < 20 || faults > 0 {
		t.Errorf("%d documents, %d statements, %d leads, %d faults", len(all), statements, leads, faults)
	}
}

// TestReadingOfListed reads a listed party and a file that is none.
func TestReadingOfListed(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"a.txt": "A note on trade\n\nThe envoy said that SINNO ELECTRONICS CO., LIMITED had sold ball bearings from China to Russia since May.",
		"b.pdf": "%PDF-1.7\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all := readings(t, dir)
	if len(all) != 2 || !all[0].SurelyListed() || all[1].Error == nil || all[1].Error.Hint == "" || filepath.Base(all[1].File) != "b.pdf" {
		t.Errorf("%+v", all)
	}
	out := runApp(t, t.TempDir(), "read", filepath.Join(dir, "a.txt"), "--format", "json")
	validateEach(t, schema(t, "reading.schema.json"), out)
}

// TestReadingSchemaRefuses makes sure that the schema of a reading can fail.
func TestReadingSchemaRefuses(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("A note on trade\n\nThe envoy said that SINNO ELECTRONICS CO., LIMITED had sold parts to Russia."), 0o600); err != nil {
		t.Fatal(err)
	}
	s := schema(t, "reading.schema.json")
	var doc map[string]any
	if err := json.Unmarshal(runApp(t, t.TempDir(), "read", file, "--format", "ndjson"), &doc); err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(doc); err != nil {
		t.Fatal(err)
	}
	unlisted := map[string]any{"surface": "x", "kind": "listed_party", "resolved": "x", "start": 0, "end": 1}
	for field, wrong := range map[string]any{
		"language": "english", "published": "yesterday", "relevance": 2, "statements": nil, "mentions": []any{unlisted},
		"corridors": []any{map[string]any{"from": "China", "to": "RU", "start": 0, "end": 1}}, "stamp": nil,
	} {
		was := doc[field]
		doc[field] = wrong
		if s.Validate(doc) == nil {
			t.Errorf("%s: %v is accepted", field, wrong)
		}
		doc[field] = was
	}
}

// TestExampleDocuments reads the page that the README shows.
func TestExampleDocuments(t *testing.T) {
	all := readings(t, filepath.Join("..", "..", "examples", "documents"))
	if len(all) != 1 {
		t.Fatalf("%d documents", len(all))
	}
	var got []string
	for _, s := range all[0].Statements {
		got = append(got, s.Speaker.Resolved+" "+s.Verb+" "+s.Modality)
	}
	want := []string{
		"Example Optics denied negated", "Ingrid Example said asserted", "Daniel Demo asked asserted", "Daniel Demo said possible",
		"Daniel Demo accused asserted", "Russia said asserted", "US Department of State announced asserted",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if c := all[0].Corridors; len(c) == 0 || c[len(c)-1].From != "AE" || c[len(c)-1].To != "RU" {
		t.Errorf("corridors %+v", c)
	}
}
