package opensanctions

import (
	"bytes"
	"io"
	"iter"
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const sourceID = "opensanctions"

// The role of the only file of an edition, by its form.
const (
	roleFtM    = "entities.ftm.json"
	roleNested = "targets.nested.json"
	roleSimple = "targets.simple.csv"
)

// source is that of a collection of data sets; the entities say of which they are.
func source() list.Source {
	return list.Source{
		ID: sourceID, Title: "OpenSanctions data set", Publisher: "OpenSanctions",
		URL: "https://www.opensanctions.org/datasets/", Lists: []enduse.ListID{sourceID},
	}
}

// Formats returns the three forms.
func Formats() []list.Format {
	none := func(list.Set) *enduse.Date { return nil } // the day of a line's last change is not that of the file
	formats := []list.Format{
		{
			ID: "opensanctions-ftm", Source: source(), Roles: []list.Role{{Name: roleFtM, Required: true}},
			Detect: func(h list.Head) string { return detect(h, roleFtM) }, Read: readFtM, Published: none,
		},
		{
			ID: "opensanctions-nested", Source: source(), Roles: []list.Role{{Name: roleNested, Required: true}}, FixtureOnly: true,
			Detect: func(h list.Head) string { return detect(h, roleNested) }, Read: readNested, Published: none,
		},
		{
			ID: "opensanctions-simple", Source: source(), Roles: []list.Role{{Name: roleSimple, Required: true}},
			Detect: detectSimple, Read: readSimple, Published: none,
		},
	}
	for i, read := range []func(func() (io.ReadCloser, error), string) iter.Seq2[enduse.Entity, error]{ReadFtM, ReadNested, ReadSimple} {
		f := formats[i]
		formats[i].Narrow = func(h list.Head) list.Format { return narrow(f, read, h) }
	}
	return formats
}

// cutNested is a nested entity in a line that is not whole.
var cutNested = regexp.MustCompile(`\[\s*\{`)

// detect tells the two forms of JSON apart by what the first lines hold: only
// in the nested one do properties hold entities.
func detect(h list.Head, role string) string {
	head := bytes.TrimPrefix(h.Bytes, []byte("\xef\xbb\xbf"))
	lines := bytes.Split(head, []byte("\n"))
	if len(lines) > 1 {
		lines = lines[:len(lines)-1] // the last may be cut
	} else if _, _, err := parse(head); err != nil && len(head) >= minCut {
		return cutLine(head, role)
	}
	seen, isNested := false, false
	for _, line := range lines {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		f, _, err := parse(line)
		if err != nil || f.Properties == nil {
			return ""
		}
		seen = true
		isNested = isNested || hasNested(f.Properties)
	}
	if !seen || isNested != (role == roleNested) {
		return ""
	}
	return role
}

// minCut is the least length of a head that may be the beginning of a line.
const minCut = 32 << 10

// cutLine tells the form of a line of which only the beginning is there.
func cutLine(head []byte, role string) string {
	ours := bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"schema"`)) && bytes.Contains(head, []byte(`"properties"`))
	if !ours || cutNested.Match(head) != (role == roleNested) {
		return ""
	}
	return role
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

// each opens the file of a role and hands it to read.
func each(set list.Set, role string, yield func(enduse.Entity, error) bool, read func(src reader, file string)) {
	files := set.Role(role)
	if len(files) == 0 {
		_, _, err := set.Open(role)
		yield(enduse.Entity{}, err)
		return
	}
	read(files[0].Open, files[0].Name)
}

func readFtM(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		each(set, roleFtM, yield, func(src reader, file string) { ReadFtM(src, file)(yield) })
	}
}

func readNested(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		each(set, roleNested, yield, func(src reader, file string) { ReadNested(src, file)(yield) })
	}
}

func readSimple(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		each(set, roleSimple, yield, func(src reader, file string) { ReadSimple(src, file)(yield) })
	}
}

// header is that of the CSV.
const header = "id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,program_ids,dataset,first_seen,last_seen,last_change"

// required are the columns without which it is another table.
var required = []string{"id", "schema", "name", "aliases", "identifiers", "sanctions", "dataset", "last_change"}

func detectSimple(h list.Head) string {
	row, err := list.NewRows(bytes.NewReader(h.Bytes), h.Name, 1).Next()
	if err != nil || !isHeader(row.Fields) {
		return ""
	}
	return roleSimple
}

func isHeader(fields []string) bool {
	all := "," + strings.Join(fields, ",") + ","
	for _, c := range required {
		if !strings.Contains(all, ","+c+",") {
			return false
		}
	}
	return true
}
