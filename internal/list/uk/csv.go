package uk

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// gathering puts the rows of a CSV together into parties.
type gathering struct {
	unknown []string
	parties map[string]*gathered
	order   []*gathered
}

type gathered struct {
	*party
	line int
}

// ReadCSV yields the entities of the CSV, as ReadXML does of XML. They come
// when all rows are read, in the order of their first rows.
func ReadCSV(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	g := gathering{parties: map[string]*gathered{}}
	return list.Table{
		IsHeader: isHeader, Hint: "give UK-Sanctions-List.csv of the Foreign, Commonwealth and Development Office",
		Header: g.header, Row: g.row, End: g.end,
	}.Read(src, file)
}

// header reports columns never seen.
func (g *gathering) header(sink *list.Sink, names []string) error {
	for _, c := range names {
		if _, leaf := columns[c]; !leaf && !grouped[c] && c != "" {
			g.unknown = append(g.unknown, c)
		}
	}
	if len(g.unknown) == 0 {
		return nil
	}
	return sink.Warn("unknown columns, kept as unread: " + strings.Join(g.unknown, ", "))
}

func (g *gathering) row(sink *list.Sink, row table.Row) error {
	id := list.OneLine(row.Get("Unique ID"))
	if id == "" {
		return sink.Fault(row.Line, "Unique ID", errNoID)
	}
	p := g.parties[id]
	if p == nil {
		p = &gathered{party: newParty(id), line: row.Line}
		g.parties[id], g.order = p, append(g.order, p)
	}
	p.row(row)
	for _, c := range g.unknown {
		if text := row.Get(c); text != "" {
			p.AddUnread("column "+c, text)
		}
	}
	return nil
}

// row takes what one row says of a party.
func (p *party) row(row table.Row) {
	p.take("IndividualEntityShip", row.Get("Designation Type")) // the rest depends on it
	name := aName{kind: list.OneLine(row.Get("Name type")), strength: list.OneLine(row.Get("Alias strength"))}
	var lines []string
	for i := range name.parts {
		name.parts[i] = row.Get(fmt.Sprint("Name ", i+1))
		lines = append(lines, row.Get(fmt.Sprint("Address Line ", i+1)))
	}
	if p.FirstTime(append(name.parts[:], "name row", name.kind, name.strength)...) {
		p.names = append(p.names, name)
	}
	p.AddName(row.Get("Name non-latin script"), enduse.NameOriginal, nil)
	for _, c := range inOrder {
		p.column(c, row.Get(c))
	}
	p.address(lines, row.Get("Address Postal Code"), row.Get("Address Country"))
	p.document(enduse.IDPassport, "Passport", row.Get("Passport number"), row.Get("Passport additional information"))
	p.document(enduse.IDNational, "National identifier", row.Get("National Identifier number"), row.Get("National Identifier additional information"))
	p.AddBirthPlace(row.Get("Town of birth"), "", row.Get("Country of birth"))
}

// column takes the values of one cell; bars stand between several.
func (p *party) column(name, text string) {
	path := columns[name]
	if prose[path] {
		p.take(path, text)
		return
	}
	for v := range strings.SplitSeq(text, "|") {
		p.take(path, v)
	}
}

// end hands on the parties.
func (g *gathering) end(sink *list.Sink) error {
	for _, p := range g.order {
		if err := sink.Entity(p.finish(), p.line); err != nil {
			return err
		}
	}
	return nil
}
