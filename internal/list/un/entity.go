package un

import (
	"errors"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// record is a record on its way to an entity.
type record struct {
	*list.EntityBuilder
	names     [4]string // first to fourth
	reference string
	program   string
	comments  string
	since     *enduse.Date
	until     *enduse.Date
	url       string
}

// entity makes an entity of an INDIVIDUAL or an ENTITY.
func entity(n list.Node) (enduse.Entity, error) {
	r := record{EntityBuilder: list.NewEntity(listID, "")}
	r.Kind, r.Schema = n.Name, enduse.SchemaOrganization
	if n.Name == "INDIVIDUAL" {
		r.Schema = enduse.SchemaPerson
	}
	for _, k := range n.Kids {
		r.field(k)
	}
	if r.reference == "" {
		return enduse.Entity{}, errors.New("REFERENCE_NUMBER is missing")
	}
	r.name()
	r.designate()
	r.Remarks = strings.TrimSpace(r.comments)
	return r.Build(), nil
}

// name puts the primary name before all others. A name of an entity may be two
// with a semicolon between them.
func (r *record) name() {
	var parts []string
	for _, p := range r.names {
		if p != "" {
			parts = append(parts, p)
		}
	}
	text := strings.Join(parts, " ")
	if text == "" {
		return
	}
	names := []enduse.Name{{Text: text, Kind: enduse.NamePrimary}}
	if several := splitNames(text); len(several) > 1 {
		for _, s := range several {
			names = append(names, enduse.Name{Text: s, Kind: enduse.NameAlias})
		}
	}
	r.Names = append(names, r.Names...)
}

func (r *record) designate() {
	d, known := designation(r.program, r.comments, r.Schema)
	if !known {
		r.AddUnread("UN_LIST_TYPE", r.program)
	}
	d.Since, d.Until, d.URL = r.since, r.until, r.url
	r.Designations = []enduse.Designation{d}
}

// splitNames cuts names at semicolons outside parentheses.
func splitNames(s string) (out []string) {
	for _, part := range list.SplitOutside(s, ';', func(string) bool { return true }) {
		if part = list.OneLine(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
