package mapped

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const hintID = "small letters, digits, - and _, beginning with a letter or a digit, such as: our-list"

// validate reports every fault of a mapping at once.
func (m *Mapping) validate() error {
	var all []error
	add := func(bad bool, what, hint string) {
		if bad {
			all = append(all, invalid(what, hint))
		}
	}
	add(m.ID == "", "format is missing", "name the mapping, such as: format: our-list")
	add(!list.ValidID(m.Source.ID), fmt.Sprintf("source.id: %q is missing or no id", m.Source.ID), hintID)
	add(m.ID != "" && !list.ValidID(m.ID), fmt.Sprintf("format: %q is no id", m.ID), hintID)
	for _, l := range m.Source.Lists {
		add(!list.ValidID(l), fmt.Sprintf("source.lists: %q is no id", l), hintID)
	}
	last := enduse.Date{}
	for _, f := range m.Source.Floors {
		since, err := enduse.ParseDate(f.Since)
		add(err != nil || since.First().Before(last.First()), "source.floors: each needs a day under since, the earliest first", "such as: floors: [{since: 2026-07-31, entities: 900}]")
		last = since
	}
	add(m.Source.Title == "", "source.title is missing", "give the name of the list as people know it")
	add(len(m.Detect.Columns) == 0, "detect.columns is missing", "name columns that only this table has together")
	add(len(m.Names) == 0 && len(m.Addresses) == 0 && len(m.Identifiers) == 0, "nothing to find: no names, addresses or identifiers", "such as: names: [{column: name, kind: primary}]")
	add(len(m.Key.Columns) == 0 && len(m.Key.Digest) == 0, "id is missing", "such as: id: {columns: [id]}, or id: {digest: [name, country]} where the table has none")
	all = append(all, m.List.validate("list", list.ValidID)...)
	if m.List.empty() {
		add(true, "list is missing", "such as: list: {value: our-list}")
	}
	for i := range m.Schema {
		all = append(all, m.Schema[i].validate("schema", inAll(enduse.Schemas))...)
	}
	all = append(all, m.Gender.validate("gender", inAll([]enduse.Gender{"", enduse.GenderMale, enduse.GenderFemale, enduse.GenderOther}))...)
	all = append(all, m.validateKinds()...)
	all = append(all, m.validateDates()...)
	if len(all) == 0 {
		return nil
	}
	return &enduse.Error{Code: enduse.CodeInvalid, Subject: "mapping " + m.ID, Hint: enduse.HintOf(all[0]), Err: errors.Join(all...)}
}

func (m *Mapping) validateKinds() (all []error) {
	for _, n := range m.Names {
		for _, k := range []string{n.Kind, n.OtherScript} {
			if k != "" && !slices.Contains(enduse.NameKinds, enduse.NameKind(k)) {
				all = append(all, invalidf("one of "+join(enduse.NameKinds), "names: unknown kind %q", k))
			}
		}
		if n.Column == "" {
			all = append(all, invalid("names: an entry has no column", "such as: {column: name, kind: primary}"))
		}
	}
	for _, id := range m.Identifiers {
		for _, k := range append([]string{id.Kind}, mapValues(id.Kinds)...) {
			if !slices.Contains(enduse.IdentifierKinds, enduse.IdentifierKind(k)) {
				all = append(all, invalidf("one of "+join(enduse.IdentifierKinds), "identifiers: unknown kind %q", k))
			}
		}
		if id.Country != "" && !enduse.Country(id.Country).Valid() {
			all = append(all, invalidf("an ISO 3166 code of two letters", "identifiers: unknown country %q", id.Country))
		}
		if id.Column == "" {
			all = append(all, invalid("identifiers: an entry has no column", "such as: {column: inn, kind: inn}"))
		}
	}
	measures := append(slices.Clone(m.Designation.Measures.Values), m.Designation.Measures.Default...)
	for _, v := range m.Designation.Measures.Table {
		measures = append(measures, v...)
	}
	for _, v := range measures {
		if !slices.Contains(enduse.Measures, enduse.Measure(v)) {
			all = append(all, invalidf("one of "+join(enduse.Measures), "designation.measures: unknown measure %q", v))
		}
	}
	for _, c := range append(slices.Clone(m.Countries), m.Nationalities...) {
		for _, v := range c.Table {
			if v != "" && !enduse.Country(v).Valid() {
				all = append(all, invalidf("an ISO 3166 code of two letters, or nothing", "countries: unknown country %q", v))
			}
		}
	}
	return all
}

func (m *Mapping) validateDates() (all []error) {
	dates := append(slices.Clone(m.BirthDates), m.Founded...)
	for _, d := range append(dates, m.Designation.Since, m.Designation.Until) {
		if d.Column != "" && len(d.Layouts) == 0 {
			all = append(all, invalidf(`such as: layouts: ["2.1.2006", "2006"]`, "column %s: no layouts of its dates", d.Column))
		}
		for _, l := range d.Layouts {
			if !strings.Contains(l, "2006") {
				all = append(all, invalidf("write the date 2 January 2006 the way the list writes dates", "column %s: layout %q has no year", d.Column, l))
			}
		}
		for _, r := range d.Ranges {
			if strings.Count(r, "*") != 2 {
				all = append(all, invalidf(`such as: "Between * and *"`, "column %s: range %q needs two stars", d.Column, r))
			}
		}
	}
	return all
}

func (c *choice) empty() bool { return c.Value == "" && c.Column == "" && len(c.Columns) == 0 }

// validate checks every value that a choice may yield.
func (c *choice) validate(what string, ok func(string) bool) (all []error) {
	values := mapValues(c.Table)
	if c.Value != "" {
		values = append(values, c.Value)
	}
	if c.Default != "" {
		values = append(values, c.Default)
	}
	for _, v := range values {
		if !ok(v) {
			all = append(all, invalidf("see the words of the vocabulary", "%s: %q is not allowed", what, v))
		}
	}
	if c.Value != "" && (c.Column != "" || len(c.Columns) > 0) {
		all = append(all, invalidf("keep one of them", "%s: both a constant and a column", what))
	}
	return all
}

func inAll[T ~string](all []T) func(string) bool {
	return func(v string) bool { return slices.Contains(all, T(v)) }
}

func mapValues(m map[string]string) []string {
	out := make([]string, 0, len(m))
	for _, v := range m {
		out = append(out, v)
	}
	slices.Sort(out)
	return out
}

func join[T ~string](all []T) string {
	var s []string
	for _, v := range all {
		s = append(s, string(v))
	}
	return strings.Join(s, ", ")
}
