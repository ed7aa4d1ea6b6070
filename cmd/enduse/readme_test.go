package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse/internal/testkit"
)

// block is a fenced block of a Markdown file.
type block struct {
	language string
	lines    []string
}

func blocks(text string) (out []block) {
	var open *block
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		language, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open == nil:
			open = &block{language: language}
		case fence:
			out = append(out, *open)
			open = nil
		case open != nil:
			open.lines = append(open.lines, line)
		}
	}
	return out
}

// words splits a command line of the README: double quotes keep blanks.
func words(line string) (out []string) {
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}

// inReadme runs a command of the README in a folder that has the examples.
func inReadme(t *testing.T, data, line string) string {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{
		in: &bytes.Buffer{}, out: &out, err: &errs, clock: func() time.Time { return time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC) },
		commands: commands, getenv: func(key string) (string, bool) { return data, key == "ENDUSE_DATA" },
	}
	if code := a.main(t.Context(), words(line)[1:]); code == exitFailure || code == exitUsage {
		t.Errorf("%s exits with %d: %s", line, code, errs.String())
	}
	return out.String()
}

// TestREADME runs every command of the README as it is there, in one data folder.
// Where the README shows an output it is the output as it really is; a line "..." is
// for any lines.
func TestREADME(t *testing.T) {
	path, err := filepath.Abs(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, first := range []string{"\ngo run ./cmd/enduse screen examples/orders.csv\n", "\ngo test ./...\n"} {
		if !strings.Contains(string(readme), first) {
			t.Errorf("the README does not show %q", first)
		}
	}
	data := t.TempDir()
	t.Chdir(t.TempDir())
	if err := os.CopyFS("examples", os.DirFS(filepath.Join(filepath.Dir(path), "examples"))); err != nil {
		t.Fatal(err)
	}
	ran := 0
	for _, b := range blocks(string(readme)) {
		for _, line := range b.lines {
			command, shown := strings.CutPrefix(line, "$ ")
			if b.language != "sh" && (b.language != "console" || !shown) || !strings.HasPrefix(command, "enduse ") {
				continue
			}
			ran++
			got := inReadme(t, data, command)
			if b.language == "console" {
				want := strings.Join(b.lines[1:], "\n") + "\n"
				if testkit.Update() && !strings.Contains(want, "...") {
					readme = bytes.Replace(readme, []byte(want), []byte(got), 1)
				} else if !matches(want, got) {
					t.Errorf("%s\n%s", command, cmp.Diff(want, got))
				}
			}
		}
	}
	if ran < 10 {
		t.Errorf("only %d commands were found", ran)
	}
	if testkit.Update() {
		if err := os.WriteFile(path, readme, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// matches reports whether a text is as wanted, where "..." is for any lines.
func matches(want, got string) bool {
	parts := strings.Split("\n"+want, "\n...\n")
	rest := "\n" + got
	for i, p := range parts {
		at := strings.Index(rest, p)
		switch {
		case at < 0, i == 0 && at != 0:
			return false
		case i == len(parts)-1:
			return strings.HasSuffix(rest, p) || p == ""
		}
		rest = rest[at+max(len(p)-1, 0):]
	}
	return true
}
