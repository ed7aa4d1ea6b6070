package intake

import (
	"errors"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// errNothing is a row by which nobody could be found.
var errNothing = errors.New("row has no name, identifier or address")

const hintNothing = "fill in one of them, or delete the row"

// entry is what one row becomes: a record, a part of an order, or an error.
type entry struct {
	rec   Record
	order string // the order that the row is a line of, or ""
	err   error
}

// entry reads one row.
func (in *Reader) entry(row table.Row) entry {
	if in.plan.nested {
		if e, ok := in.nestedEntry(row); ok {
			return e
		}
	}
	t := &trouble{}
	t.lines(row)
	s := in.plan.sort(row)
	t.passedOver(row, s.extra)
	e := entry{order: s.order.first(fOrderID)}
	e.rec = Record{Row: row.Line, ID: e.order, Extra: s.extra}
	if id := s.order.first(fID); e.rec.ID == "" {
		e.rec.ID = id
	} else if id != "" {
		e.rec.Extra[s.order.columns[fID]] = id
	}
	e.rec.Shipment = in.shipment(&s, t)
	e.rec.Shipment.ID, e.rec.Shipment.Unread = e.rec.ID, t.unread
	e.rec.Notes = t.notes
	if len(e.rec.Extra) == 0 {
		e.rec.Extra = nil
	}
	in.conclude(&e, t)
	return e
}

// conclude turns an entry that cannot stand into an error. A line of an order
// may name nobody: the other lines do.
func (in *Reader) conclude(e *entry, t *trouble) {
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

func (in *Reader) shipment(s *sorted, t *trouble) enduse.Shipment {
	var out enduse.Shipment
	for _, role := range s.roles {
		v := s.parties[role]
		p, found := v.party(role, in.order, t)
		if found {
			out.Parties = append(out.Parties, p)
			continue
		}
		if len(s.roles) > 1 { // a country of nobody: kept as it came
			for f, column := range v.columns {
				if text := v.one(f); text != "" {
					s.extra[column] = text
				}
			}
		}
	}
	if it, ok := s.order.item(t); ok {
		out.Items = []enduse.Item{it}
	}
	out.Route = s.order.route(t)
	out.EndUse, out.Date = oneLine(s.order.one(fEndUse)), s.order.date(fOrderDate, in.order, t)
	out.Delivery, out.Packaging = oneLine(s.order.one(fDelivery)), oneLine(s.order.one(fPackaging))
	out.Payments = s.order.payments(t)
	return out
}
