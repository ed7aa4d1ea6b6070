package intake

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// A new column of goods or of orders is one entry in a table of this file, its field
// in package enduse and in the schema of shipments, and its words in columns.tsv. The
// columns of a row, the keys of JSON and the merging of the lines of an order all go
// by these tables.

// cellKind says what a cell may hold in addition to its value.
type cellKind int

const (
	cellValue   cellKind = iota
	cellWords            // a party may be named among them
	cellFigures          // words have no place in it: a name that slipped in is searched
)

// itemField is a field of enduse.Item: a line of an order.
type itemField struct {
	json    string  // its key
	columns []field // the columns, and the keys of an item, that it is read from
	set     func(it *enduse.Item, v *values, t *rowIssues)
	cell    cellKind
	amount  bool // its decimal mark is settled by the whole file
	detail  bool // it says more of goods; a row that has nothing else has none
}

// itemWords is a field of words, itemCode one of a code, itemFirst one that takes the
// first of several columns.
func itemWords(f field, at func(*enduse.Item) *string) itemField {
	return itemField{json: string(f), columns: []field{f}, cell: cellWords, set: func(it *enduse.Item, v *values, _ *rowIssues) { *at(it) = oneLine(v.one(f)) }}
}

func itemCode(f field, at func(*enduse.Item) *string) itemField {
	return itemField{json: string(f), columns: []field{f}, cell: cellFigures, set: func(it *enduse.Item, v *values, _ *rowIssues) { *at(it) = v.one(f) }}
}

func itemFirst(f field, at func(*enduse.Item) *string) itemField {
	return itemField{json: string(f), columns: []field{f}, cell: cellFigures, set: func(it *enduse.Item, v *values, _ *rowIssues) { *at(it) = v.first(f) }}
}

func itemAmount(f field, at func(*enduse.Item) *enduse.Amount) itemField {
	return itemField{json: string(f), columns: []field{f}, cell: cellFigures, amount: true, set: func(it *enduse.Item, v *values, t *rowIssues) { *at(it) = v.amount(f, t) }}
}

// itemFields are all fields of enduse.Item.
var itemFields = []itemField{
	itemWords(fDescription, func(it *enduse.Item) *string { return &it.Description }),
	itemCode("hs", func(it *enduse.Item) *string { return &it.HS }),
	itemCode("eccn", func(it *enduse.Item) *string { return &it.ECCN }),
	itemCode("mpn", func(it *enduse.Item) *string { return &it.MPN }),
	itemWords("manufacturer", func(it *enduse.Item) *string { return &it.Manufacturer }),
	itemAmount("quantity", func(it *enduse.Item) *enduse.Amount { return &it.Quantity }),
	itemFirst(fUnit, func(it *enduse.Item) *string { return &it.Unit }),
	itemAmount(fValue, func(it *enduse.Item) *enduse.Amount { return &it.Value }),
	itemFirst(fCurrency, func(it *enduse.Item) *string { return &it.Currency }),
	{json: "origin", columns: []field{fGoodsOrigin, fOrigin}, detail: true, set: setItemOrigin},
	{json: "line", columns: []field{fLine}, cell: cellFigures, detail: true, set: setItemLine},
}

func setItemOrigin(it *enduse.Item, v *values, t *rowIssues) {
	origin := fGoodsOrigin
	if v.first(origin) == "" {
		origin = fOrigin
	}
	if all, _ := v.countries(origin, t); len(all) > 0 {
		it.Origin = all[0]
	} else if text := v.first(fGoodsOrigin); text != "" {
		t.note("country of origin %q is not known", text)
		t.place(v.columns[fGoodsOrigin], text)
	}
}

func setItemLine(it *enduse.Item, v *values, _ *rowIssues) {
	if n, err := strconv.Atoi(v.first(fLine)); err == nil && n > 0 {
		it.Line = n
	}
}

// term is a field of enduse.Shipment in the user's words: it has one column and one
// key, and of the lines of an order it keeps each text once.
type term struct {
	field field // its key in JSON as well
	at    func(*enduse.Shipment) *string
}

// terms are all fields of enduse.Shipment that are words.
var terms = []term{
	{"end_use", func(s *enduse.Shipment) *string { return &s.EndUse }},
	{fDelivery, func(s *enduse.Shipment) *string { return &s.Delivery }},
	{"packaging", func(s *enduse.Shipment) *string { return &s.Packaging }},
}

// maxTerm bounds what the lines of an order say in one term, in bytes; all of it is
// searched.
const maxTerm = 64 << 10

func (x term) shipmentField() shipmentField {
	key := string(x.field)
	return shipmentField{
		json: key, columns: []field{x.field},
		fromRow: func(s *enduse.Shipment, row *rowValues, _ dateOrder, _ *rowIssues) {
			*x.at(s) = oneLine(row.order.one(x.field))
		},
		fromJSON: func(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
			strictly(raw, key, x.at(s), t)
			t.search(key, fText, true, []string{*x.at(s)})
		},
		begin: func(e *entry) { e.fresh(key, *x.at(&e.rec.Shipment)) },
		merge: func(e *entry, r *Record) {
			into, more := x.at(&e.rec.Shipment), *x.at(&r.Shipment)
			if more != "" && len(*into) < maxTerm && e.fresh(key, more) {
				*into = strings.Trim(*into+"; "+more, "; ")
			}
		},
	}
}

// shipmentField is a field of enduse.Shipment, and the ways that lead to it.
type shipmentField struct {
	json    string  // its key
	columns []field // the columns that it is read from
	// fromRow reads it from the columns of a row; nil where no column is of it alone.
	fromRow func(s *enduse.Shipment, row *rowValues, order dateOrder, t *rowIssues)
	// fromJSON reads it from a record in the shape of a shipment; nil where its key
	// has no shape of its own.
	fromJSON func(s *enduse.Shipment, raw json.RawMessage, order dateOrder, t *rowIssues)
	// begin notes what the first line of an order holds, and merge adds a further line
	// to it; nil where lines of an order do not have it.
	begin func(e *entry)
	merge func(e *entry, r *Record)
}

// shipmentFields are all fields of enduse.Shipment, in the order in which the columns
// of a row are read.
var shipmentFields = sync.OnceValue(func() []shipmentField {
	out := []shipmentField{
		{json: "id", columns: []field{fID, fOrderID}}, // see [Record.ID]
		merged(shipmentField{json: "parties", fromRow: rowParties, fromJSON: jsonParties}, func(s *enduse.Shipment) *[]enduse.Party { return &s.Parties }),
		{
			json: "items", fromRow: rowItems, fromJSON: jsonItems,
			merge: func(e *entry, r *Record) { e.rec.Shipment.Items = append(e.rec.Shipment.Items, r.Shipment.Items...) },
		},
		{
			json: "route", columns: []field{fOrigin, fDestination, fTransit, fEndUseCountry, fPlace},
			fromRow: func(s *enduse.Shipment, row *rowValues, _ dateOrder, t *rowIssues) { s.Route = row.order.route(t) },
			fromJSON: func(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
				s.Route = nestedRoute(raw, t)
			},
			begin: (*entry).beginRoute, merge: (*entry).mergeRoute,
		},
		{
			json: "date", columns: []field{fOrderDate},
			fromRow: func(s *enduse.Shipment, row *rowValues, order dateOrder, t *rowIssues) {
				s.Date = row.order.date(fOrderDate, order, t)
			},
			fromJSON: func(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
				strictly(raw, "date", &s.Date, t)
			},
			merge: func(e *entry, r *Record) {
				if e.rec.Shipment.Date.IsZero() {
					e.rec.Shipment.Date = r.Shipment.Date
				}
			},
		},
		merged(shipmentField{
			json: "payments", columns: []field{fPayMethod, fPayCountry}, fromJSON: jsonPayments,
			fromRow: func(s *enduse.Shipment, row *rowValues, _ dateOrder, t *rowIssues) {
				s.Payments = row.order.payments(t)
			},
		}, func(s *enduse.Shipment) *[]enduse.Payment { return &s.Payments }),
		{json: "changes", fromJSON: jsonChanges},
		{json: "answers", fromJSON: jsonAnswers},
		merged(shipmentField{ // of rows: the words that the search keeps
			json: "texts", columns: []field{fText},
			fromJSON: func(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
				strictly(raw, "texts", &s.Texts, t)
			},
		}, func(s *enduse.Shipment) *[]enduse.Text { return &s.Texts }),
		merged(shipmentField{
			json: "unknown",
			fromJSON: func(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
				strictly(raw, "unknown", &s.Unknown, t)
			},
		}, func(s *enduse.Shipment) *[]enduse.Role { return &s.Unknown }),
		merged(shipmentField{json: "unread"}, func(s *enduse.Shipment) *[]enduse.Gap { return &s.Unread }),
	}
	for _, x := range terms {
		out = append(out, x.shipmentField())
	}
	return out
})

// merged is a field that is a list: each element that the lines of an order give is
// kept once.
func merged[T any](f shipmentField, at func(*enduse.Shipment) *[]T) shipmentField {
	f.begin = func(e *entry) {
		for _, x := range *at(&e.rec.Shipment) {
			e.fresh(f.json, x)
		}
	}
	f.merge = func(e *entry, r *Record) {
		to := at(&e.rec.Shipment)
		for _, x := range *at(&r.Shipment) {
			if e.fresh(f.json, x) {
				*to = append(*to, x)
			}
		}
	}
	return f
}

// shapeOf is the field whose key has a shape of its own in JSON.
func shapeOf(key string) (shipmentField, bool) {
	i := slices.IndexFunc(shipmentFields(), func(f shipmentField) bool { return f.json == key && f.fromJSON != nil })
	if i < 0 {
		return shipmentField{}, false
	}
	return shipmentFields()[i], true
}

// shaped reports whether a path begins with such a key.
func shaped(path string) bool {
	top, _, _ := strings.Cut(path, ".")
	_, ok := shapeOf(top)
	return ok
}

func jsonParties(s *enduse.Shipment, raw json.RawMessage, order dateOrder, t *rowIssues) {
	s.Parties = nestedParties(raw, order, t)
}

func jsonItems(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
	s.Items = nestedItems(raw, t)
}

// jsonPayments reads payments, and searches whom they name.
func jsonPayments(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
	strictly(raw, "payments", &s.Payments, t)
	for i := range s.Payments {
		p := &s.Payments[i]
		p.Amount = t.mark.Parse(p.Amount.String())
		t.search("payer", fText, true, []string{p.Payer})
		t.search("payment method", fText, true, []string{p.Method})
	}
}

// jsonChanges reads changes, and searches whom they name.
func jsonChanges(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
	strictly(raw, "changes", &s.Changes, t)
	for _, c := range s.Changes {
		t.search("change of "+c.Field, fText, true, []string{c.From, c.To})
	}
}

// jsonAnswers reads answers, and searches whom they name.
func jsonAnswers(s *enduse.Shipment, raw json.RawMessage, _ dateOrder, t *rowIssues) {
	strictly(raw, "answers", &s.Answers, t)
	for _, q := range slices.Sorted(maps.Keys(s.Answers)) {
		t.search("answers."+q, fText, true, []string{s.Answers[q]})
	}
}
