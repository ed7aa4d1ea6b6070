package eu

import (
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// gathering puts the rows of a CSV together into records of the XML's form.
type gathering struct {
	places  map[string]place
	unknown []string
	records map[string]*gathered
	order   []*gathered
}

// gathered is a record with the line of its first row and the parts that it
// has, for rows repeat them.
type gathered struct {
	list.Node
	line int
	seen map[string]bool
}

// ReadCSV yields the entities of a CSV 1.1 file, as ReadXML does of XML. They
// come when all rows are read, in the order of their first rows.
func ReadCSV(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	g := gathering{places: map[string]place{}, records: map[string]*gathered{}}
	return list.Table{
		IsHeader: isHeader, Hint: "give the CSV 1.1 of the Financial Sanctions Files; the CSV 1.0 has other columns",
		Header: g.header, Row: g.row, End: g.end,
	}.Read(src, file)
}

// header finds what each column means, and reports those never seen.
func (g *gathering) header(sink *list.Sink, columns []string) error {
	for _, c := range columns {
		if p, ok := placeOf(c); ok {
			g.places[c] = p
		} else if !slices.Contains(ignored, c) && c != "" {
			g.unknown = append(g.unknown, c)
		}
	}
	if len(g.unknown) == 0 {
		return nil
	}
	return sink.Warn("unknown columns, kept as unread: " + strings.Join(g.unknown, ", "))
}

func (g *gathering) row(sink *list.Sink, row table.Row) error {
	id := row.Get("Entity_LogicalId")
	if id == "" {
		return sink.Fault(row.Line, "Entity_LogicalId", errors.New("empty"))
	}
	r := g.records[id]
	if r == nil {
		r = &gathered{Node: list.Node{Name: record}, line: row.Line, seen: map[string]bool{}}
		g.records[id], g.order = r, append(g.order, r)
	}
	r.add(g.parts(row))
	for _, c := range g.unknown {
		r.add([]list.Node{{Name: "column " + c, Text: row.Get(c)}})
	}
	return nil
}

// parts are the elements that stand in one row, those of the entity first.
func (g *gathering) parts(row table.Row) []list.Node {
	own, laws := map[string]*list.Node{}, map[string]*list.Node{}
	var order []string
	for _, c := range row.Columns() {
		p, ok := g.places[c]
		value := row.Get(c)
		if !ok || value == "" {
			continue
		}
		if own[p.element] == nil {
			own[p.element], laws[p.element] = &list.Node{Name: p.element}, &list.Node{Name: "regulationSummary"}
			order = append(order, p.element)
		}
		if p.law {
			law(laws[p.element], p.attribute, value)
		} else {
			set(own[p.element], p.attribute, value)
		}
	}
	return join(order, own, laws)
}

// law adds a value to a regulation.
func law(n *list.Node, attribute, value string) {
	switch attribute {
	case "publicationUrl":
		n.Kids = append(n.Kids, list.Node{Name: attribute, Text: value})
	case "type":
		set(n, "regulationType", value)
	default:
		set(n, attribute, value)
	}
}

// join makes parts of what a row has in each element: the entity's regulation
// is a part of its own, the others' is in the part that it brought.
func join(order []string, own, laws map[string]*list.Node) []list.Node {
	var out []list.Node
	for _, element := range order {
		n, l := *own[element], *laws[element]
		switch {
		case element == record:
			out = append(out, n)
			l.Name = "regulation"
			out = append(out, l)
		case len(l.Attrs) > 0:
			n.Kids = append(n.Kids, l)
			out = append(out, n)
		default:
			out = append(out, n)
		}
	}
	return out
}

// add takes the parts of a row that the record does not have.
func (r *gathered) add(parts []list.Node) {
	for _, n := range parts {
		key := n.Name + " " + whole(n) + " " + text(n)
		if len(n.Attrs)+len(n.Kids) == 0 && n.Text == "" || r.seen[key] {
			continue
		}
		r.seen[key] = true
		if n.Name != record {
			r.Kids = append(r.Kids, n)
			continue
		}
		for _, a := range n.Attrs {
			if r.Attr(a.Name.Local) == "" {
				r.Attrs = append(r.Attrs, a)
			}
		}
		r.Kids = append(r.Kids, n.Kids...)
	}
}

// text is all that is in the elements of a part.
func text(n list.Node) string {
	var out []string
	for _, k := range n.Kids {
		out = append(out, k.Name, whole(k))
	}
	return strings.Join(out, " ")
}

// end hands on the records.
func (g *gathering) end(sink *list.Sink) error {
	for _, r := range g.order {
		e, err := entity(r.Node)
		if err := sink.Result(r.line, e, err); err != nil {
			return err
		}
	}
	return nil
}
