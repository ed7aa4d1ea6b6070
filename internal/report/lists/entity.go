package lists

import (
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Entities are the formats of entities of lists.
var Entities = report.Formats[report.Style, *wire.Entity]{
	report.FormatTable:  func(w io.Writer) report.Stream[report.Style, *wire.Entity] { return &entities{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[report.Style, *wire.Entity],
	report.FormatNDJSON: report.NDJSON[report.Style, *wire.Entity],
	report.FormatCSV:    entityRows.CSV,
	report.FormatXLSX:   entityRows.XLSX,
}

// entityRows has a row for each name.
var entityRows = report.Rows[report.Style, *wire.Entity]{
	Sheet: "Entities",
	Columns: func(report.Style) []string {
		return []string{"id", "list", "schema", "caption", "name", "kind", "script", "countries", "programs", "measures"}
	},
	Row: func(_ report.Style, e *wire.Entity) (rows [][]string) {
		for _, n := range e.Names {
			rows = append(rows, []string{
				string(e.ID), string(e.List), string(e.Schema), e.Caption, n.Text, string(n.Kind), n.Script,
				report.JoinStrings(e.Countries, " "), strings.Join(e.Programs(), "; "), report.JoinStrings(e.Measures(), " "),
			})
		}
		return rows
	},
}

// entities writes entities for a person, a fact on each line, and the publisher's
// record where there is one.
type entities struct {
	p report.Printer
	s report.Style
}

func (t *entities) Begin(s report.Style) error {
	t.s = s
	return nil
}

func (t *entities) End() error { return t.p.Err }

func (t *entities) Each(v *wire.Entity) error {
	e, s := &v.Entity, t.s
	rows := [][]string{{string(e.ID), s.Bold(report.Show(e.Caption()))}}
	add := func(label, value string) {
		if value != "" {
			rows = append(rows, []string{label, value})
		}
	}
	add("list", report.JoinStrings(e.Lists(), ", ")+"  (source "+string(e.Source)+", "+e.Record+")")
	add("type", report.Join(", ", string(e.Schema), e.Kind, string(e.Gender)))
	for _, n := range e.Names {
		add(report.Words(n.Kind), report.Show(n.Text))
	}
	for _, d := range e.BirthDates {
		add("born", d.String())
	}
	for _, p := range e.BirthPlaces {
		add("birthplace", report.Show(p.Text))
	}
	add("nationality", report.JoinStrings(e.Nationalities, ", "))
	add("countries", report.JoinStrings(e.Countries, ", "))
	for _, a := range e.Addresses {
		add("address", report.Show(a.String()))
	}
	for _, i := range e.Identifiers {
		add(report.Words(i.Kind), report.Join(" ", report.Show(i.Value), string(i.Country), i.Label, i.Note, checkText(i.Check)))
	}
	for _, d := range e.Designations {
		add("designation", designation(d))
	}
	for _, i := range e.Interests {
		add(report.Words(i.Kind), report.Join(" ", other(i.Owner, e), report.Show(i.OwnerName), other(i.Asset, e), report.Show(i.AssetName), i.Role))
	}
	add("positions", report.Show(strings.Join(e.Positions, "; ")))
	add("remarks", report.Show(e.Remarks))
	for _, u := range e.Unread {
		add("not understood", u.Field+": "+report.Show(u.Text))
	}
	t.p.Grid(rows, report.Style{})
	if v.Raw == nil || *v.Raw == "" {
		return t.p.Err
	}
	t.p.Line("\nas the file has it:")
	for line := range strings.Lines(*v.Raw) {
		t.p.Line("  %s", report.Show(strings.TrimRight(line, "\r\n")))
	}
	return t.p.Err
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
	return report.Join(" · ", string(d.List), d.Program, report.JoinStrings(d.Measures, ", "), d.Basis, report.Join(" ", since, until))
}

// other returns the id of the other party to an interest, or "" for the entity
// itself, whose id would be mistaken for that of the other.
func other(id enduse.EntityID, e *enduse.Entity) string {
	if id == e.ID {
		return ""
	}
	return string(id)
}
