package catalog_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/catalog"
	"github.com/enduse/enduse/internal/testkit"
)

// The lines between which docs/lists.md has the table of formats.
const (
	begin = "<!-- the table of formats, written by: go test ./internal/list/catalog -update -->\n"
	end   = "<!-- end of the table of formats -->\n"
)

// table writes the formats as docs/lists.md has them: by source, each source in
// the place of its first format.
func table() string {
	var order []enduse.SourceID
	rows := map[enduse.SourceID][]string{}
	for _, f := range catalog.Formats() {
		source, title := fmt.Sprintf("`%s`", f.Source.ID), f.Source.Title
		if len(rows[f.Source.ID]) > 0 {
			source, title = "", ""
		} else {
			order = append(order, f.Source.ID)
		}
		rows[f.Source.ID] = append(rows[f.Source.ID], fmt.Sprintf("| %s | %s | %s | %s |\n", source, title, form(&f), tried(&f)))
	}
	var b strings.Builder
	b.WriteString("| source | list | form | tried on |\n|---|---|---|---|\n")
	for _, id := range order {
		b.WriteString(strings.Join(rows[id], ""))
	}
	return strings.ReplaceAll(b.String(), "|  |", "| |")
}

func form(f *list.Format) string {
	text := f.Title
	if text == "" {
		text = f.Roles[0].Name
	}
	if f.Partial != "" {
		text += "; always `partial`: " + f.Partial
	}
	return text
}

func tried(f *list.Format) string {
	if f.Tried == "" {
		return "fixture"
	}
	return "real, " + f.Tried
}

// TestDocs keeps the table of docs/lists.md equal to the formats, and the table of
// publishers complete.
func TestDocs(t *testing.T) {
	path := filepath.Join("..", "..", "..", "docs", "lists.md")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(b), begin)
	written, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has lost the lines around the table of formats", path)
	}
	switch {
	case written == table():
	case testkit.Update():
		if err := os.WriteFile(path, []byte(before+begin+table()+end+after), 0o600); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the table of formats is not that of the program: go test ./internal/list/catalog -update\nwant\n%s", table())
	}
	for _, f := range catalog.Formats() {
		if !strings.Contains(after, "`"+string(f.Source.ID)+"` |") && !strings.Contains(after, "`"+string(f.Source.ID)+"`,") {
			t.Errorf("%s: its publisher, terms and measures are missing from the second table of %s", f.Source.ID, path)
		}
	}
}

// TestFormats checks what each format says of itself.
func TestFormats(t *testing.T) {
	ids := map[string]bool{}
	for _, f := range catalog.Formats() {
		switch {
		case ids[f.ID] || !list.ValidID(f.ID) || !list.ValidID(string(f.Source.ID)):
			t.Errorf("%s of %s: the id occurs twice or is not valid", f.ID, f.Source.ID)
		case f.Source.Title == "" || f.Source.Publisher == "" || f.Source.URL == "" || len(f.Source.Lists) == 0 || len(f.Roles) == 0:
			t.Errorf("%s: the source lacks a title, a publisher, a URL or lists, or the format its files", f.ID)
		}
		ids[f.ID] = true
	}
}

func ExampleFormats() {
	for _, f := range catalog.Formats() {
		if f.Source.ID == "un-sc" {
			fmt.Println(f.ID, f.Roles[0].Name, f.Source.Lists)
		}
	}
	// Output: un-sc-xml consolidated.xml [un-sc]
}
