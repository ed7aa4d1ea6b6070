package lists

import (
	"io"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
)

// Imported is what became of the files of one source.
type Imported struct {
	Edition enduse.Edition
	State   enduse.EditionState
	Note    string // why it is not in force; "" if it is
	Gone    string // the entities of the edition before that are not in it; "" for none
}

// Imports writes a table of what was imported, one line for each source, and below it
// what is to be looked at.
func Imports(w io.Writer, all []Imported, s report.Style) error {
	if len(all) == 0 {
		return nil
	}
	rows := [][]string{{"source", "state", "entities", "names", "addresses", "ids", "edition", "to look at"}}
	for i := range all {
		e := &all[i].Edition
		c := e.Counts
		rows = append(rows, []string{
			string(e.Source), string(all[i].State), strconv.Itoa(c.Entities), strconv.Itoa(c.Names), strconv.Itoa(c.Addresses), strconv.Itoa(c.Identifiers),
			report.Short(e.Digest), all[i].look(),
		})
	}
	return report.Grid(w, fitted(rows, s.Width), s)
}

// look counts what is to be looked at.
func (i *Imported) look() string {
	var parts []string
	if i.Note != "" {
		parts = append(parts, "not in force")
	}
	for _, n := range []struct {
		n    int
		what string
	}{{i.Edition.Counts.Faults, "unreadable"}, {len(i.Edition.Partial) + len(i.Edition.Warnings), "warned"}, {i.Edition.Counts.Unread, "not understood"}} {
		if n.n > 0 {
			parts = append(parts, report.Number(n.n)+" "+n.what)
		}
	}
	return strings.Join(parts, ", ")
}
