package report

import (
	"io"
	"strings"

	"github.com/enduse/enduse"
)

// Exported is an entity as the output contract has it: all of the entity, its
// caption, and empty arrays where the entity has nothing.
type Exported struct {
	enduse.Entity
	Caption      string               `json:"caption"`
	Names        []enduse.Name        `json:"names"`
	BirthDates   []enduse.Date        `json:"birth_dates"`
	Countries    []enduse.Country     `json:"countries"`
	Identifiers  []enduse.Identifier  `json:"identifiers"`
	Addresses    []enduse.Address     `json:"addresses"`
	Designations []enduse.Designation `json:"designations"`
}

// Export prepares an entity for the output contract.
func Export(e *enduse.Entity) Exported {
	return Exported{
		Entity: *e, Caption: e.Caption(), Names: list(e.Names), BirthDates: list(e.BirthDates), Countries: list(e.Countries),
		Identifiers: list(e.Identifiers), Addresses: list(e.Addresses), Designations: list(e.Designations),
	}
}

// Entity writes an entity for a person.
func Entity(w io.Writer, e *enduse.Entity, s Style) error {
	rows := [][]string{{string(e.ID), s.bold(Show(e.Caption()))}}
	add := func(label, value string) {
		if value != "" {
			rows = append(rows, []string{label, value})
		}
	}
	add("list", joinStrings(e.Lists(), ", ")+"  (source "+string(e.Source)+", "+e.Record+")")
	add("type", joinText(", ", string(e.Schema), e.Kind, string(e.Gender)))
	for _, n := range e.Names {
		add(strings.ReplaceAll(string(n.Kind), "_", " "), Show(n.Text))
	}
	for _, d := range e.BirthDates {
		add("born", d.String())
	}
	for _, p := range e.BirthPlaces {
		add("birthplace", Show(p.Text))
	}
	add("nationality", joinStrings(e.Nationalities, ", "))
	add("countries", joinStrings(e.Countries, ", "))
	for _, a := range e.Addresses {
		add("address", Show(a.String()))
	}
	for _, i := range e.Identifiers {
		add(strings.ReplaceAll(string(i.Kind), "_", " "), joinText(" ", Show(i.Value), string(i.Country), i.Label, i.Note, checkText(i.Check)))
	}
	for _, d := range e.Designations {
		add("designation", designation(d))
	}
	for _, i := range e.Interests {
		add(strings.ReplaceAll(string(i.Kind), "_", " "), joinText(" ", other(i.Owner, e), Show(i.OwnerName), other(i.Asset, e), Show(i.AssetName), i.Role))
	}
	add("positions", Show(strings.Join(e.Positions, "; ")))
	add("remarks", Show(e.Remarks))
	for _, u := range e.Unread {
		add("not understood", u.Field+": "+Show(u.Text))
	}
	return Grid(w, rows, Style{})
}

func checkText(c enduse.Check) string {
	if c == enduse.CheckWrong {
		return "(check digit wrong)"
	}
	return ""
}

func designation(d enduse.Designation) string {
	since := ""
	if d.Since != nil {
		since = "since " + d.Since.String()
	}
	until := ""
	if d.Until != nil {
		until = "until " + d.Until.String()
	}
	return joinText(" · ", string(d.List), d.Program, joinStrings(d.Measures, ", "), d.Basis, joinText(" ", since, until))
}

// other is the id of a party to an interest, or nothing for the entity itself:
// beside the name of the other its own id would be taken for that one's.
func other(id enduse.EntityID, e *enduse.Entity) string {
	if id == e.ID {
		return ""
	}
	return string(id)
}
