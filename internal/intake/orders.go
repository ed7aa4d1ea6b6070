package intake

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"strings"

	"github.com/enduse/enduse"
)

const (
	maxOpen  = 10000 // orders that wait for more lines
	maxItems = 10000 // lines of one order

	maxParties = 1000 // parties of one order
)

// orderAssembler brings the lines of orders together and yields in the order of the
// first rows.
type orderAssembler struct {
	file    string
	yield   func(Record, error) bool
	orders  bool
	pending []*entry
	open    map[string]*entry
	emitted map[uint64]bool // orders that were yielded
	seed    maphash.Seed
	stopped bool
}

func newOrderAssembler(file string, orders bool, yield func(Record, error) bool) *orderAssembler {
	return &orderAssembler{file: file, yield: yield, orders: orders, open: map[string]*entry{}, emitted: map[uint64]bool{}, seed: maphash.MakeSeed()}
}

// add takes one row, and reports whether more are wanted.
func (q *orderAssembler) add(e entry) bool {
	if !q.orders {
		return q.out(&e)
	}
	e.key = e.order
	first, waits := q.open[e.key]
	if waits && e.err == nil && goesElsewhere(&first.rec, &e.rec) {
		e.key += "\x00" + string(e.rec.Shipment.Route.Destination) + "\x00" + string(e.rec.Shipment.Route.EndUse)
		e.note(fmt.Sprintf("order %s goes to several countries: this record holds its lines to %s", e.order, cmp.Or(e.rec.Shipment.Route.Destination, e.rec.Shipment.Route.EndUse)))
		first, waits = q.open[e.key]
	}
	waits = waits && e.order != ""
	switch {
	case e.err != nil && waits:
		first.note(fmt.Sprintf("row %d of this order could not be read", e.rec.Row))
		q.pending = append(q.pending, &e)
	case waits:
		first.merge(e.rec)
		if first.full() {
			first.note(fmt.Sprintf("the order goes on after row %d in a record of its own: one holds at most %d lines and %d parties", e.rec.Row, maxItems, maxParties))
			q.closeOrder(first)
		}
	default:
		q.push(&e)
	}
	for len(q.pending) > maxOpen && !q.stopped {
		q.pop()
	}
	return !q.stopped
}

func (q *orderAssembler) push(e *entry) {
	q.pending = append(q.pending, e)
	if e.order == "" || e.err != nil {
		return
	}
	if q.emitted[maphash.String(q.seed, e.key)] {
		e.note("rows of this order are further up in the file, too far or too many to be joined: they are records of their own")
	}
	q.open[e.key] = e
}

// goesElsewhere reports whether a line of an order has another destination or another
// country of end use than the lines before it: a shipment has one of each, and the rules
// of both must be asked.
func goesElsewhere(first, line *Record) bool {
	a, b := first.Shipment.Route, line.Shipment.Route
	differ := func(x, y enduse.Country) bool { return x != "" && y != "" && x != y }
	return differ(a.Destination, b.Destination) || differ(a.EndUse, b.EndUse)
}

func (q *orderAssembler) closeOrder(e *entry) {
	delete(q.open, e.key)
	q.emitted[maphash.String(q.seed, e.key)] = true
}

func (q *orderAssembler) pop() {
	e := q.pending[0]
	q.pending[0], q.pending = nil, q.pending[1:]
	if q.open[e.key] == e {
		q.closeOrder(e)
	}
	q.out(e)
}

func (q *orderAssembler) flush() {
	for len(q.pending) > 0 && !q.stopped {
		q.pop()
	}
}

func (q *orderAssembler) out(e *entry) bool {
	e.end()
	if e.err == nil && len(e.rec.Shipment.Parties) == 0 && e.order != "" {
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
	q.stopped = !q.yield(rec, e.err)
	return !q.stopped
}

// merge adds another line of the same order. What was there before is kept in a
// set, so that the work is linear in the lines.
func (e *entry) merge(r Record) {
	e.begin()
	e.lines++
	for _, f := range shipmentFields() {
		if f.merge != nil {
			f.merge(e, &r)
		}
	}
	for k, v := range r.Extra {
		if e.fresh("extra "+k, v) {
			e.extra[k] = append(e.extra[k], v)
		}
	}
	for _, n := range r.Notes {
		e.note(n)
	}
}

// begin notes what the first line of an order holds, before another one joins it.
func (e *entry) begin() {
	if e.seen != nil {
		return
	}
	e.seen, e.extra, e.lines = map[string]bool{}, map[string][]string{}, 1
	for _, f := range shipmentFields() {
		if f.begin != nil {
			f.begin(e)
		}
	}
	for k, v := range e.rec.Extra {
		e.fresh("extra "+k, v)
		e.extra[k] = []string{v}
	}
	for _, n := range e.rec.Notes {
		e.fresh("note", n)
	}
}

// fresh reports whether a thing of a kind was not in the order before.
func (e *entry) fresh(kind string, thing any) bool {
	b, _ := json.Marshal(thing) // of plain structs: it cannot fail
	key := kind + "\x00" + string(b)
	if e.seen[key] {
		return false
	}
	e.seen[key] = true
	return true
}

func (e *entry) note(n string) {
	e.begin()
	e.addNote(n)
}

// addNote adds a note to an order that has begun.
func (e *entry) addNote(n string) {
	if e.fresh("note", n) {
		e.rec.Notes = append(e.rec.Notes, n)
	}
}

// full reports whether an order has all that one record may hold.
func (e *entry) full() bool {
	return e.lines >= maxItems || len(e.rec.Shipment.Parties) >= maxParties
}

// end puts together what the lines of an order said in columns of no meaning.
func (e *entry) end() {
	for k, all := range e.extra {
		if e.rec.Extra == nil {
			e.rec.Extra = map[string]string{}
		}
		e.rec.Extra[k] = strings.Join(all, "; ")
	}
	e.seen, e.extra = nil, nil
}

// beginRoute notes the places on the way that the first line names.
func (e *entry) beginRoute() {
	for _, p := range e.rec.Shipment.Route.Places {
		e.fresh("place", p)
	}
}

// mergeRoute keeps the first origin, and notes another one. The destination and the country
// of end use are the same, or not known of one of the lines: see goesElsewhere.
func (e *entry) mergeRoute(r *Record) {
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
			e.addNote(fmt.Sprintf("row %d of this order has another %s: %s", r.Row, c.what, c.from))
		}
	}
	for _, c := range from.Transit {
		to.Transit = addCountry(to.Transit, c)
	}
	for _, p := range from.Places {
		if e.fresh("place", p) {
			to.Places = append(to.Places, p)
		}
	}
}
