package intake

import (
	"errors"
	"fmt"
	"hash/maphash"
	"reflect"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

const (
	maxOpen  = 10000 // orders that wait for more lines
	maxItems = 10000 // lines of one order
)

// queue brings the lines of orders together and yields in the order of the
// first rows.
type queue struct {
	file    string
	yield   func(Record, error) bool
	orders  bool
	waiting []*entry
	open    map[string]*entry
	gone    map[uint64]bool // orders that were yielded
	seed    maphash.Seed
	stopped bool
}

func newQueue(file string, orders bool, yield func(Record, error) bool) *queue {
	return &queue{file: file, yield: yield, orders: orders, open: map[string]*entry{}, gone: map[uint64]bool{}, seed: maphash.MakeSeed()}
}

// add takes one row, and reports whether more are wanted.
func (q *queue) add(e entry) bool {
	if !q.orders {
		return q.out(&e)
	}
	first, waits := q.open[e.order]
	waits = waits && e.order != ""
	switch {
	case e.err != nil && waits:
		first.rec.note(fmt.Sprintf("row %d of this order could not be read", e.rec.Row))
		q.waiting = append(q.waiting, &e)
	case waits:
		first.merge(e.rec)
		if len(first.rec.Shipment.Items) >= maxItems {
			q.closeOrder(first)
		}
	default:
		q.push(&e)
	}
	for len(q.waiting) > maxOpen && !q.stopped {
		q.pop()
	}
	return !q.stopped
}

func (q *queue) push(e *entry) {
	q.waiting = append(q.waiting, e)
	if e.order == "" || e.err != nil {
		return
	}
	if q.gone[maphash.String(q.seed, e.order)] {
		e.rec.note("rows of this order stand further up in the file, too far to be joined: they are records of their own")
	}
	q.open[e.order] = e
}

func (q *queue) closeOrder(e *entry) {
	delete(q.open, e.order)
	q.gone[maphash.String(q.seed, e.order)] = true
}

func (q *queue) pop() {
	e := q.waiting[0]
	q.waiting[0], q.waiting = nil, q.waiting[1:]
	if q.open[e.order] == e {
		q.closeOrder(e)
	}
	q.out(e)
}

func (q *queue) flush() {
	for len(q.waiting) > 0 && !q.stopped {
		q.pop()
	}
}

func (q *queue) out(e *entry) bool {
	if e.err == nil && len(e.rec.Shipment.Parties) == 0 {
		e.err = &enduse.RecordError{File: q.file, Line: e.rec.Row, Hint: hintNothing, Err: fmt.Errorf("no row of order %s has a name, an identifier or an address", e.order)}
	}
	rec := e.rec
	if e.err != nil {
		rec = Record{Row: e.rec.Row, ID: e.rec.ID}
		var bad *enduse.RecordError
		if errors.As(e.err, &bad) && rec.Row == 0 {
			rec.Row = bad.Line
		}
	}
	for i := range rec.Shipment.Items {
		if rec.Shipment.Items[i].Line == 0 {
			rec.Shipment.Items[i].Line = i + 1
		}
	}
	q.stopped = !q.yield(rec, e.err)
	return !q.stopped
}

// merge adds another line of the same order.
func (e *entry) merge(r Record) {
	s := &e.rec.Shipment
	for _, p := range r.Shipment.Parties {
		if !slices.ContainsFunc(s.Parties, func(o enduse.Party) bool { return reflect.DeepEqual(o, p) }) {
			s.Parties = append(s.Parties, p)
		}
	}
	s.Items = append(s.Items, r.Shipment.Items...)
	s.Unread = append(s.Unread, r.Shipment.Unread...)
	e.mergeRoute(r)
	e.mergeTerms(r)
	for k, v := range r.Extra {
		if old, ok := e.rec.Extra[k]; ok && old != v {
			v = old + "; " + v
		}
		if e.rec.Extra == nil {
			e.rec.Extra = map[string]string{}
		}
		e.rec.Extra[k] = v
	}
	for _, n := range r.Notes {
		e.rec.note(n)
	}
}

// mergeRoute keeps the first origin and destination; others go to the notes,
// for a shipment has one of each.
func (e *entry) mergeRoute(r Record) {
	to, from := &e.rec.Shipment.Route, r.Shipment.Route
	for _, c := range []struct {
		what string
		to   *enduse.Country
		from enduse.Country
	}{{"origin", &to.Origin, from.Origin}, {"destination", &to.Destination, from.Destination}, {"country of end use", &to.EndUse, from.EndUse}} {
		switch {
		case *c.to == "":
			*c.to = c.from
		case c.from != "" && c.from != *c.to:
			e.rec.note(fmt.Sprintf("row %d of this order has another %s: %s", r.Row, c.what, c.from))
		}
	}
	for _, c := range from.Transit {
		to.Transit = addCountry(to.Transit, c)
	}
}

// mergeTerms keeps the first date, and every end use, delivery, packaging and payment
// once.
func (e *entry) mergeTerms(r Record) {
	s := &e.rec.Shipment
	if s.Date.IsZero() {
		s.Date = r.Shipment.Date
	}
	for _, x := range []struct{ into, more *string }{{&s.EndUse, &r.Shipment.EndUse}, {&s.Delivery, &r.Shipment.Delivery}, {&s.Packaging, &r.Shipment.Packaging}} {
		if *x.more != "" && !strings.Contains(*x.into, *x.more) {
			*x.into = strings.Trim(*x.into+"; "+*x.more, "; ")
		}
	}
	for _, p := range r.Shipment.Payments {
		if !slices.Contains(s.Payments, p) {
			s.Payments = append(s.Payments, p)
		}
	}
}

func (r *Record) note(n string) {
	if !slices.Contains(r.Notes, n) {
		r.Notes = append(r.Notes, n)
	}
}
