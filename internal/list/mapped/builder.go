package mapped

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// builder makes one entity of one row.
type builder struct {
	m   *Mapping
	row table.Row
	e   *list.EntityBuilder
}

func (b *builder) build() {
	m := b.m
	b.e.List = enduse.ListID(b.one("list", m.List, true))
	b.e.Schema = b.schema()
	b.e.Kind = b.row.Get(m.Kind)
	b.e.ID = b.id()
	for _, n := range m.Names {
		b.names(n)
	}
	for _, c := range m.Identifiers {
		b.identifiers(c)
	}
	for _, a := range m.Addresses {
		b.address(a)
	}
	b.e.Countries = b.countries(m.Countries)
	b.e.Nationalities = b.countries(m.Nationalities)
	b.e.BirthDates = b.dates(m.BirthDates)
	b.e.Founded = b.dates(m.Founded)
	for _, p := range b.texts(m.BirthPlaces) {
		b.e.BirthPlaces = append(b.e.BirthPlaces, enduse.Place{Text: p})
	}
	b.e.Gender = enduse.Gender(b.one("gender", m.Gender, true))
	b.e.Titles, b.e.Positions = b.texts(m.Titles), b.texts(m.Positions)
	b.e.Websites, b.e.Emails, b.e.Phones = b.texts(m.Websites), b.texts(m.Emails), b.texts(m.Phones)
	b.designations()
	b.remarks()
}

// schema is never a person for want of a known type.
func (b *builder) schema() enduse.Schema {
	for i, c := range b.m.Schema {
		if v := b.one("schema", c, i == len(b.m.Schema)-1); v != "" {
			return enduse.Schema(v)
		}
	}
	return enduse.SchemaLegalEntity
}

func (b *builder) id() enduse.EntityID {
	var parts []string
	if b.m.Key.List && b.e.List != "" {
		parts = append(parts, string(b.e.List))
	}
	whole := len(b.m.Key.Columns) > 0
	for _, c := range b.m.Key.Columns {
		whole = whole && b.row.Get(c) != ""
	}
	if whole {
		for _, c := range b.m.Key.Columns {
			parts = append(parts, strings.Join(strings.Fields(b.row.Get(c)), "_"))
		}
	} else {
		parts = append(parts, short(b.row, append(slices.Clone(b.m.Key.Columns), b.m.Key.Digest...)))
	}
	if len(b.m.Key.Suffix) > 0 {
		parts = append(parts, short(b.row, b.m.Key.Suffix)[:10])
	}
	return enduse.EntityID(b.m.Source.ID + ":" + strings.Join(parts, "."))
}

func (b *builder) identifiers(c idColumn) {
	for _, v := range b.values(c.column) {
		id := enduse.Identifier{Kind: enduse.IdentifierKind(c.Kind), Value: v, Country: enduse.Country(c.Country), Label: c.Label}
		if before, note, ok := cutNote(v); ok {
			id.Value, id.Note = before, note
			if kind, ok := c.Kinds[note]; ok {
				id.Kind = enduse.IdentifierKind(kind)
			} else if of, ok := country.Parse(note); ok && id.Country == "" {
				id.Country = of
			}
		}
		b.e.AddIdentifier(id)
	}
}

// cutNote cuts "100138662 (Tax ID)" into the number and the note.
func cutNote(s string) (value, note string, ok bool) {
	i := strings.IndexByte(s, '(')
	if i <= 0 || !strings.HasSuffix(s, ")") || strings.Count(s, "(") != 1 {
		return s, "", false
	}
	return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1 : len(s)-1]), true
}

func (b *builder) address(a address) {
	if a.Column != "" {
		for _, v := range b.values(a.column) {
			b.e.Addresses = append(b.e.Addresses, enduse.Address{Text: v})
		}
		return
	}
	out := enduse.Address{Street: b.row.Get(a.Street), City: b.row.Get(a.City), Region: b.row.Get(a.Region), PostalCode: b.row.Get(a.PostalCode)}
	if text := b.row.Get(a.Country); text != "" {
		if c, ok := country.Parse(text); ok {
			out.Country = c
		} else {
			out.CountryText = text
			b.e.AddUnread(a.Country, text)
		}
	}
	if !out.IsZero() {
		b.e.Addresses = append(b.e.Addresses, out)
	}
}

func (b *builder) countries(columns []column) []enduse.Country {
	var out []enduse.Country
	for _, col := range columns {
		seps := col.Separators
		col.Separators = nil
		for _, v := range b.values(col) {
			for _, c := range b.country(col, v, seps) {
				if !slices.Contains(out, c) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// country reads a value whole before it cuts it: "Trinidad and Tobago" is one.
func (b *builder) country(col column, v string, seps []string) []enduse.Country {
	if c, ok := lookup(col.Table, v); ok {
		if c == "" {
			return nil
		}
		return []enduse.Country{enduse.Country(c)}
	}
	if c, ok := country.Parse(v); ok {
		return []enduse.Country{c}
	}
	for i, sep := range seps {
		if pieces := split(v, sep); len(pieces) > 1 {
			var out []enduse.Country
			for _, p := range pieces {
				out = append(out, b.country(col, p, seps[i:])...)
			}
			return out
		}
	}
	b.e.AddUnread(col.Column, v)
	return nil
}

// designations makes one of each programme, or a single one without any.
func (b *builder) designations() {
	m := b.m.Designation
	d := enduse.Designation{
		List: b.e.List, Basis: b.one("basis", m.Basis, true), Policy: b.one("policy", m.Policy, true), URL: b.one("url", m.URL, true),
		Since: b.oneDate(m.Since), Until: b.oneDate(m.Until),
	}
	for _, v := range b.many("measures", m.Measures) {
		d.Measures = append(d.Measures, enduse.Measure(v))
	}
	programs := b.many("program", m.Program)
	if len(programs) == 0 {
		programs = []string{""}
	}
	for _, p := range programs {
		d.Program = p
		b.e.Designations = append(b.e.Designations, d)
	}
}

func (b *builder) remarks() {
	var parts []string
	for _, r := range b.m.Remarks {
		if v := strings.Join(b.row.Values(r.Column), "; "); v != "" {
			parts = append(parts, r.Label+v)
		}
	}
	b.e.Remarks = strings.Join(parts, "\n")
}
