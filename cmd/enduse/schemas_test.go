package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// runApp runs a command line in a folder of its own and returns what it
// printed.
func runApp(t *testing.T, dir string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{
		in: &bytes.Buffer{}, out: &out, err: &errs, clock: func() time.Time { return time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC) },
		commands: commands, getenv: func(key string) (string, bool) { return dir, key == "ENDUSE_DATA" },
	}
	if code := a.main(t.Context(), args); code == exitFailure || code == exitUsage {
		t.Fatalf("%v exits with %d: %s", args, code, errs.String())
	}
	return out.Bytes()
}

// resultLines are the lines of a screening's NDJSON that are results: all after the
// head, which is held against the schema.
func resultLines(t *testing.T, out []byte) (lines [][]byte) {
	t.Helper()
	for line := range bytes.Lines(out) {
		lines = append(lines, line)
	}
	if len(lines) == 0 || !bytes.HasPrefix(lines[0], []byte(`{"stamp":{`)) {
		t.Fatalf("no head: %.200s", out)
	}
	validate(t, schema(t, "screen-result.schema.json"), lines[0])
	return lines[1:]
}

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "schemas", name))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(t *testing.T, s *jsonschema.Schema, doc []byte) {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatalf("%v: %s", err, doc)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%v\n%s", err, doc)
	}
}

// validateEach validates the values of a JSON array against the schema of one.
func validateEach(t *testing.T, s *jsonschema.Schema, doc []byte) {
	t.Helper()
	var all []json.RawMessage
	if err := json.Unmarshal(doc, &all); err != nil || len(all) == 0 {
		t.Fatalf("not an array with values: %v: %s", err, doc)
	}
	for _, v := range all {
		validate(t, s, v)
	}
}

// TestOutputFollowsSchemas holds what the commands print against the schemas
// that are published.
func TestOutputFollowsSchemas(t *testing.T) {
	dir := t.TempDir()
	orders, err := filepath.Abs(filepath.Join("..", "..", "examples", "orders.csv"))
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(dir, "bad.csv")
	if err := os.WriteFile(bad, []byte("id,name,country\n1,\"SINNO ELECTRONICS CO., LIMITED\",CN\n2,,FR\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	rows := 0
	for _, file := range []string{orders, bad} {
		for _, line := range resultLines(t, runApp(t, dir, "screen", file, "--format", "ndjson", "--min-score", "0.5")) {
			validate(t, schema(t, "screen-result.schema.json"), line)
			rows++
		}
	}
	if rows < 10 {
		t.Errorf("only %d rows", rows)
	}
	for _, line := range resultLines(t, runApp(t, dir, "screen", bad, "--format", "ndjson", "--scorer", "ofac")) {
		validate(t, schema(t, "screen-result.schema.json"), line)
	}
	validate(t, schema(t, "lists-status.schema.json"), runApp(t, dir, "lists", "status", "--format", "json"))
	validateEach(t, schema(t, "comparison.schema.json"), runApp(t, dir, "compare", "Ivan Petrov", "I. Petrow", "--format", "json"))
	validateEach(t, schema(t, "comparison.schema.json"), runApp(t, dir, "compare", "Ivan Petrov", "I. Petrow", "--format", "json", "--scorer", "ofac"))
	for line := range bytes.Lines(runApp(t, dir, "lists", "export", "--format", "ndjson")) {
		validate(t, schema(t, "entity.schema.json"), line)
	}
}

// TestSchemaRefuses makes sure that the schema of a result can fail.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t, "screen-result.schema.json")
	var row map[string]any
	line, _, _ := bytes.Cut(runApp(t, t.TempDir(), "check", "SINNO ELECTRONICS", "--format", "ndjson"), []byte("\n"))
	if err := json.Unmarshal(line, &row); err != nil {
		t.Fatal(err)
	}
	for field, wrong := range map[string]any{"outcome": "fine", "complete": "yes", "stamp": nil, "parties": []any{map[string]any{}}} {
		was := row[field]
		row[field] = wrong
		if s.Validate(row) == nil {
			t.Errorf("%s: %v is accepted", field, wrong)
		}
		row[field] = was
	}
}
