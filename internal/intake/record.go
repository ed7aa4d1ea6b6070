package intake

import (
	"cmp"
	"errors"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
	"github.com/enduse/enduse/wire"
)

// errNothing is a row by which nobody could be found.
var errNothing = errors.New("row has no name, identifier or address")

const hintNothing = "fill in one of them, or delete the row"

// entry is what one row becomes: a record, a part of an order, or an error.
type entry struct {
	rec   Record
	order string // the order that the row is a line of, or ""
	key   string // by which its other lines are found: the order, and where it goes if to several countries
	err   error

	// Of an order with several lines:
	lines int
	seen  map[string]bool     // what it holds
	extra map[string][]string // values of columns without a meaning
}

// entry reads one row.
func (in *Reader) entry(row table.Row) entry {
	if in.columns.nested {
		if e, ok := in.nestedEntry(row); ok {
			return e
		}
	}
	t := &rowIssues{columns: &in.columns, mark: in.amounts.mark}
	t.reportLines(row)
	s := in.columns.assign(row, t)
	t.reportUnmapped(row, &in.columns, s.extra)
	e := entry{order: s.order.first(fOrderID)}
	e.rec = Record{Row: row.Line, ID: e.order, Extra: s.extra}
	if id := s.order.first(fID); e.rec.ID == "" {
		e.rec.ID = id
	} else if id != "" {
		e.rec.Extra[s.order.columns[fID]] = id
	}
	e.rec.Shipment = in.shipment(&s, t)
	e.rec.Shipment.ID = e.rec.ID
	t.report(&e.rec)
	e.rec.Own = ownCells(row)
	if p, ok := lonely(e.rec.Own); ok && len(e.rec.Shipment.Parties) == 0 && e.order == "" {
		e.rec.ID, e.rec.Shipment.ID = "", ""
		e.rec.Shipment.Parties = []enduse.Party{p}
		if !isHeading(p.Name) {
			e.rec.Shipment.Unread = append(e.rec.Shipment.Unread, enduse.Gap{What: e.rec.Own[0].Header, Why: "the only cell of the row: taken for a name: " + short(p.Name), Hint: "look whether the columns have shifted"})
		}
	}
	e.rec.LeftOut = leftOut(&e.rec.Shipment, e.rec.Own)
	if len(e.rec.Extra) == 0 {
		e.rec.Extra = nil
	}
	in.conclude(&e, t)
	return e
}

// report hands what was met on the way to the record.
func (t *rowIssues) report(r *Record) {
	s := &r.Shipment
	t.resolve(s.Parties)
	t.settleNames(s)
	s.Texts = append(s.Texts, t.texts...)
	s.Route.Places = append(s.Route.Places, t.places...)
	s.Unread, r.Notes = t.gaps, t.notes
}

// The most of a row that is kept as the user wrote it.
const (
	maxOwn      = 60  // cells
	maxOwnValue = 500 // bytes of a cell
)

// ownCells are the cells of a row that are filled, as the user wrote them.
func ownCells(row table.Row) (out wire.Cells) {
	seen := map[string]bool{}
	for _, c := range row.Columns() {
		value := strings.Join(row.Values(c), "; ")
		if seen[c] || c == "" || value == "" || len(out) == maxOwn {
			continue
		}
		seen[c] = true
		if len(value) > maxOwnValue {
			value = strings.ToValidUTF8(value[:maxOwnValue], "") + "…"
		}
		out = append(out, wire.Cell{Header: c, Value: value})
	}
	return out
}

// conclude turns an entry that names nobody into an error. A line of an order
// may name nobody: the other lines do.
func (in *Reader) conclude(e *entry, t *rowIssues) {
	switch {
	case t.err != nil:
		e.err = in.bad(e.rec.Row, t.field, t.hint, t.err)
	case len(e.rec.Shipment.Parties) == 0 && e.order == "":
		e.err = in.bad(e.rec.Row, "", hintNothing, errNothing)
	}
}

func (in *Reader) bad(row int, field, hint string, err error) error {
	return &enduse.RecordError{File: in.table.Name(), Line: row, Field: field, Hint: hint, Err: err}
}

// shipment reads every field that the columns of a row may have.
func (in *Reader) shipment(row *rowValues, t *rowIssues) (out enduse.Shipment) {
	for _, f := range shipmentFields() {
		if f.fromRow != nil {
			f.fromRow(&out, row, in.order, t)
		}
	}
	return out
}

// rowParties reads the parties of a row. What is said of nobody is kept as it is, and
// lent to the first of them.
func rowParties(out *enduse.Shipment, row *rowValues, order dateOrder, t *rowIssues) {
	var loose []*values
	for _, role := range row.roles {
		v := row.parties[role]
		v.addressesForNames(role, t)
		v.splitNames(t)
		all, found := v.parties(role, order, t)
		if found {
			out.Parties = append(out.Parties, all...)
			continue
		}
		if len(row.roles) > 1 {
			for f, column := range v.columns {
				if text := v.one(f); text != "" {
					row.extra[column] = text
				}
			}
		}
		loose = append(loose, v)
	}
	for _, v := range loose {
		v.lend(out, t)
	}
}

// rowItems reads the goods of a row. A sum of money alone is what somebody owes, and
// not goods.
func rowItems(out *enduse.Shipment, row *rowValues, _ dateOrder, t *rowIssues) {
	it, ok := row.order.item(t)
	if !ok {
		return
	}
	if !isMoneyOnly(it) || row.order.first(fOrderID) != "" {
		out.Items = []enduse.Item{it}
		return
	}
	for _, f := range []field{fValue, fCurrency, fUnit} {
		if text := row.order.one(f); text != "" {
			row.extra[row.order.columns[f]] = text
		}
	}
}

// isMoneyOnly reports whether an item is nothing but a sum of money.
func isMoneyOnly(it enduse.Item) bool {
	return it == enduse.Item{Value: it.Value, Currency: it.Currency, Unit: it.Unit}
}

// lend gives the contact details and the place of nobody to the first party of the
// shipment and to its way.
func (v *values) lend(s *enduse.Shipment, t *rowIssues) {
	if len(s.Parties) == 0 {
		return
	}
	p := &s.Parties[0]
	p.Email, p.Phone, p.Website = cmp.Or(p.Email, oneLine(v.one(fEmail))), cmp.Or(p.Phone, oneLine(v.one(fPhone))), cmp.Or(p.Website, oneLine(v.one(fWebsite)))
	for i, text := range v.texts[fCountry] {
		t.place(v.from[fCountry][i], text)
	}
}
