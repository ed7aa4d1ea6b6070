package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/table"
)

// nestedEntry reads a row of the shape of a shipment: an array of parties,
// perhaps items and a route. It is false for a row without parties.
func (in *Reader) nestedEntry(row table.Row) (entry, bool) {
	var doc map[string]json.RawMessage
	if json.Unmarshal(row.JSON(), &doc) != nil || doc["parties"] == nil {
		return entry{}, false
	}
	t := &rowIssues{columns: &in.columns, mark: in.amounts.mark}
	t.reportLines(row)
	e := entry{rec: Record{Row: row.Line, Extra: map[string]string{}}}
	for _, key := range slices.Sorted(maps.Keys(doc)) {
		if f, ok := shapeOf(key); ok {
			f.fromJSON(&e.rec.Shipment, doc[key], in.order, t)
		} else {
			in.nestedScalar(&e.rec, row, key)
		}
	}
	e.rec.Shipment.Parties = append(e.rec.Shipment.Parties, t.named(in.order)...)
	e.rec.Shipment.Parties = append(e.rec.Shipment.Parties, in.extraParties(&e.rec, row, t)...)
	t.reportUnmapped(row, &in.columns, e.rec.Extra)
	e.rec.Shipment.ID = e.rec.ID
	t.report(&e.rec)
	if len(e.rec.Extra) == 0 {
		e.rec.Extra = nil
	}
	in.conclude(&e, t)
	return e, true
}

// extraParties are the parties that a row names in keys of their own, next to its array
// of parties; other details there are of nobody, and its places are on the way.
func (in *Reader) extraParties(r *Record, row table.Row, t *rowIssues) (out []enduse.Party) {
	s := in.columns.assign(row.Without(shaped), t)
	var loose enduse.Shipment
	loose.Parties = r.Shipment.Parties
	for _, role := range s.roles {
		v := s.parties[role]
		all, found := v.parties(role, in.order, t)
		if !found {
			v.lend(&loose, t)
			continue
		}
		out = append(out, all...)
		for _, column := range v.columns {
			delete(r.Extra, column)
		}
	}
	way := s.order.route(t)
	to := &r.Shipment.Route
	to.Origin, to.Destination, to.EndUse = cmp.Or(to.Origin, way.Origin), cmp.Or(to.Destination, way.Destination), cmp.Or(to.EndUse, way.EndUse)
	for _, c := range way.Transit {
		to.Transit = addCountry(to.Transit, c)
	}
	return out
}

// others are what keys inside a part of a shipment say of somebody else: the owner
// of a party, the carrier of a route.
type others struct {
	roles  []enduse.Role
	values []values
}

// add files a detail of somebody else of the same part.
func (o *others) add(m columnRole, key string, texts []string) {
	i := slices.Index(o.roles, m.role)
	if i < 0 {
		i = len(o.roles)
		o.roles, o.values = append(o.roles, m.role), append(o.values, values{})
	}
	o.values[i].add(m.field, key, texts)
}

// lend gives what is said of somebody without a name, such as the phone of a contact,
// to the party that it is part of.
func (o *others) lend(p *enduse.Party, t *rowIssues) {
	for i, role := range o.roles {
		if _, found := o.values[i].party(role, orderUnknown, &rowIssues{}); !found {
			to := enduse.Shipment{Parties: []enduse.Party{*p}}
			o.values[i].lend(&to, t)
			*p = to.Parties[0]
		}
	}
}

// named are the parties that parts of a shipment name in addition.
func (t *rowIssues) named(order dateOrder) (out []enduse.Party) {
	for _, o := range t.others {
		for i, role := range o.roles {
			if all, found := o.values[i].parties(role, order, t); found {
				out = append(out, all...)
			}
		}
	}
	t.others = nil
	return out
}

func (in *Reader) nestedScalar(r *Record, row table.Row, key string) {
	if m, ok := in.columns.meaning(key); ok && (m.field == fID || m.field == fOrderID) && r.ID == "" {
		r.ID = row.Get(key)
		return
	}
	for _, c := range row.Columns() {
		if c == key || strings.HasPrefix(c, key+".") {
			if v := strings.Join(row.Values(c), "; "); v != "" {
				r.Extra[c] = v
			}
		}
	}
}

// objects cuts an array of objects.
func objects(raw json.RawMessage, what string, t *rowIssues) []map[string]json.RawMessage {
	var all []map[string]json.RawMessage
	if err := json.Unmarshal(raw, &all); err != nil {
		t.fail(what, "write "+what+" as an array of objects", errors.New("not an array of objects"))
	}
	return all
}

func nestedParties(raw json.RawMessage, order dateOrder, t *rowIssues) []enduse.Party {
	var out []enduse.Party
	for i, doc := range objects(raw, "parties", t) {
		v := values{}
		t.others = append(t.others, &others{})
		var addresses []enduse.Address
		var identifiers []enduse.Identifier
		for _, key := range slices.Sorted(maps.Keys(doc)) {
			switch {
			case key == "addresses" && holdsObjects(doc[key]):
				addresses = nestedAddresses(doc[key], t)
			case key == "identifiers" && holdsObjects(doc[key]):
				identifiers = nestedIdentifiers(doc[key], t)
			default:
				v.flatten(key, doc[key], t)
			}
		}
		all, found := v.parties("", order, t)
		if len(all) == 0 {
			p, _ := v.party("", order, &rowIssues{})
			all = []enduse.Party{p}
		}
		all[0].Addresses, all[0].Identifiers = append(all[0].Addresses, addresses...), append(all[0].Identifiers, identifiers...)
		t.others[len(t.others)-1].lend(&all[0], t)
		if !found && len(addresses) == 0 && len(identifiers) == 0 {
			t.fail(fmt.Sprintf("parties[%d]", i), hintNothing, errors.New("the party has no name, identifier or address"))
		}
		out = append(out, all...)
	}
	return out
}

func holdsObjects(raw json.RawMessage) bool {
	rest, ok := bytes.CutPrefix(bytes.TrimSpace(raw), []byte("["))
	return ok && bytes.HasPrefix(bytes.TrimSpace(rest), []byte("{"))
}

// flatten files a value under the meaning of its key; objects go by their
// path. What is somebody else's makes a party of its own; what has no meaning
// leaves a note, and its words are searched.
func (v *values) flatten(key string, raw json.RawMessage, t *rowIssues) {
	var doc map[string]json.RawMessage
	if json.Unmarshal(raw, &doc) == nil && doc != nil {
		for _, k := range slices.Sorted(maps.Keys(doc)) {
			v.flatten(key+"."+k, doc[k], t)
		}
		return
	}
	texts := scalars(raw)
	if len(texts) == 0 {
		return
	}
	m, ok := t.meaning(key)
	if n := table.Objects(raw); n > 0 {
		t.note("%s has no meaning here and was not used: %.100s", key, strings.Join(texts, "; "))
		t.notScreened(key, n)
		t.search(key, fText, true, texts)
		return
	}
	t.search(key, m.field, ok, texts)
	switch {
	case !ok:
		t.unused(key, texts)
	case m.role != "":
		if len(t.others) == 0 {
			t.others = append(t.others, &others{})
		}
		t.others[len(t.others)-1].add(m, key, texts)
	default:
		v.add(m.field, key, texts)
	}
}

// scalars are the strings, numbers and truths of a value or of an array.
func scalars(raw json.RawMessage) []string {
	var all []json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		all = []json.RawMessage{raw}
	}
	var out []string
	for _, one := range all {
		var s string
		if json.Unmarshal(one, &s) != nil {
			s = string(one)
		}
		if s = strings.TrimSpace(s); s != "" && s != "null" {
			out = append(out, s)
		}
	}
	return out
}

func nestedAddresses(raw json.RawMessage, t *rowIssues) []enduse.Address {
	var out []enduse.Address
	for _, doc := range objects(raw, "addresses", t) {
		v := values{}
		for _, k := range slices.Sorted(maps.Keys(doc)) {
			switch k {
			case "text":
				v.flatten("address", doc[k], t)
			case "country_text", "note":
			default:
				v.flatten(k, doc[k], t)
			}
		}
		a := v.address()
		var p enduse.Party
		v.setCountries(&p, &a, t)
		if len(p.Countries) > 0 {
			a.Country = p.Countries[0]
		}
		if !a.IsZero() {
			out = append(out, a)
		}
	}
	return out
}

func nestedIdentifiers(raw json.RawMessage, t *rowIssues) []enduse.Identifier {
	var out []enduse.Identifier
	for _, doc := range objects(raw, "identifiers", t) {
		get := func(keys ...string) string {
			for _, k := range keys {
				if text := strings.Join(scalars(doc[k]), " "); text != "" {
					return text
				}
			}
			return ""
		}
		v := values{}
		v.add(fIdentType, "kind", []string{get("kind", "type", "scheme", "system", "name", "register")})
		kind, label := v.identKind()
		c, ok := country.Read(get("country", "issuer", "issuing_country"))
		if text := get("country", "issuer", "issuing_country"); text != "" && !ok {
			t.noCountry("country of an identifier", text)
		}
		value := get("value", "id", "number", "no", "code", "identifier")
		if value == "" {
			t.gap("identifiers", "no number was found in it: "+short(string(raw)), "write it as {\"kind\": ..., \"value\": ...}")
		}
		if value != "" {
			for _, id := range identifiersOf(kind, strings.TrimSpace(label+get("label")), value, c, nil, t) {
				id.Note = get("note")
				out = append(out, id)
			}
		}
	}
	return out
}

func nestedItems(raw json.RawMessage, t *rowIssues) []enduse.Item {
	var out []enduse.Item
	for i, doc := range objects(raw, "items", t) {
		v := values{}
		for _, k := range slices.Sorted(maps.Keys(doc)) {
			v.flatten(k, doc[k], t)
		}
		it, ok := v.item(t)
		if !ok {
			continue
		}
		if it.Line == 0 {
			it.Line = i + 1
		}
		out = append(out, it)
	}
	return out
}

func nestedRoute(raw json.RawMessage, t *rowIssues) enduse.Route {
	v := values{}
	var doc map[string]json.RawMessage
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.fail("route", `such as: "route": {"origin": "DE", "destination": "AE"}`, errors.New("not an object"))
	}
	var places []enduse.RoutePlace
	for _, k := range slices.Sorted(maps.Keys(doc)) {
		as := k
		switch k {
		case "places":
			strictly(doc[k], "route.places", &places, t)
			continue
		case "end_use": // of a route it is a country
			as = string(fEndUseCountry)
		}
		v.flatten(as, doc[k], t)
	}
	r := v.route(t)
	r.Places = append(places, r.Places...)
	return r
}

// strictly reads a part of a shipment that has the shape of the schema.
func strictly(raw json.RawMessage, key string, into any, t *rowIssues) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.fail(key, "its shape is that of schemas/shipment.schema.json", err)
	}
}
