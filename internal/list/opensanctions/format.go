package opensanctions

import (
	"bytes"
	"io"
	"iter"
	"regexp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const sourceID = "opensanctions"

// source is the source of a collection of data sets. Each entity names its
// data set.
func source() list.Source {
	return list.Source{
		ID: sourceID, Title: "OpenSanctions data set", Publisher: "OpenSanctions",
		URL: "https://www.opensanctions.org/datasets/", Lists: []enduse.ListID{sourceID},
	}
}

// Formats returns the three forms. None says when it was published: the day of a
// line's last change is not that of the file.
func Formats() []list.Format {
	return []list.Format{
		list.Single{
			ID: "opensanctions-ftm", Source: source(), File: "entities.ftm.json", Tried: "2024–2025: 274 entities; 607, of which 423 targets",
			Detect: func(h list.Head) bool { return detect(h, false) }, Reopen: opened(ReadFtM), Narrow: narrow,
		}.Format(),
		list.Single{
			ID: "opensanctions-nested", Source: source(), File: "targets.nested.json", FixtureOnly: true,
			Detect: func(h list.Head) bool { return detect(h, true) }, Reopen: opened(ReadNested), Narrow: narrow,
		}.Format(),
		list.Single{
			ID: "opensanctions-simple", Source: source(), File: "targets.simple.csv", Tried: "Mar 2026: 5,600 entities",
			Detect: detectSimple, Reopen: opened(ReadSimple), Narrow: narrow,
		}.Format(),
	}
}

// opened turns a reader of the package into one of files.
func opened(read func(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error]) func(list.File) iter.Seq2[enduse.Entity, error] {
	return func(f list.File) iter.Seq2[enduse.Entity, error] { return read(f.Open, f.Name) }
}

// cutNested is a nested entity in a line that is not whole.
var cutNested = regexp.MustCompile(`\[\s*\{`)

// detect distinguishes the two forms of JSON by their first lines: only in the
// nested one do properties hold entities.
func detect(h list.Head, wantNested bool) bool {
	head := bytes.TrimPrefix(h.Bytes, []byte("\xef\xbb\xbf"))
	lines := bytes.Split(head, []byte("\n"))
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // the last may be cut
	} else if _, _, err := parse(head); err != nil && len(head) >= minCut {
		return cutLine(head, wantNested)
	}
	seen, isNested := false, false
	for _, line := range lines {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		f, _, err := parse(line)
		if err != nil || f.Properties == nil {
			return false
		}
		seen = true
		isNested = isNested || hasNested(f.Properties)
	}
	return seen && isNested == wantNested
}

// minCut is the least length of a head that may be the beginning of a line.
const minCut = 32 << 10

// cutLine recognises the form of a line whose end is cut off.
func cutLine(head []byte, wantNested bool) bool {
	ours := bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"schema"`)) && bytes.Contains(head, []byte(`"properties"`))
	return ours && cutNested.Match(head) == wantNested
}

func hasNested(properties map[string]several) bool {
	for _, values := range properties {
		for _, raw := range values {
			if nested(raw) != nil {
				return true
			}
		}
	}
	return false
}

// header is that of the CSV.
const header = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change"

// required are the columns without which it is another table.
var required = []string{"id", "schema", "name", "aliases", "identifiers", "sanctions", "dataset", "last_change"}

func detectSimple(h list.Head) bool {
	row, err := list.NewRows(bytes.NewReader(h.Bytes), h.Name, 1).Next()
	return err == nil && isHeader(row.Fields)
}

func isHeader(fields []string) bool { return list.HasColumns(fields, required...) }
