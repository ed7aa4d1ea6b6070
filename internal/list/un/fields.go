package un

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// field is what an element of a record means. A nil function is one that says
// nothing of the party.
type field func(*record, list.Node)

// ignored are elements that hold nothing to keep.
var ignored field

// fields are the elements of a record, from the schema of the list and from
// the editions of 2026.
var fields = map[string]field{
	"DATAID": func(r *record, n list.Node) {
		r.AddReference("DATAID", n.Text)
	},
	"REFERENCE_NUMBER": func(r *record, n list.Node) {
		r.reference = list.OneLine(n.Text)
		r.ID = enduse.EntityID(listID + ":" + r.reference)
	},
	"FIRST_NAME":           func(r *record, n list.Node) { r.names[0] = list.OneLine(n.Text) },
	"SECOND_NAME":          func(r *record, n list.Node) { r.names[1] = list.OneLine(n.Text) },
	"THIRD_NAME":           func(r *record, n list.Node) { r.names[2] = list.OneLine(n.Text) },
	"FOURTH_NAME":          func(r *record, n list.Node) { r.names[3] = list.OneLine(n.Text) },
	"NAME_ORIGINAL_SCRIPT": func(r *record, n list.Node) { r.alias(n.Text, enduse.NameOriginal) },
	"UN_LIST_TYPE":         func(r *record, n list.Node) { r.program = list.OneLine(n.Text) },
	"LISTED_ON":            func(r *record, n list.Node) { r.since = r.day(n) },
	"DELISTED_ON":          func(r *record, n list.Node) { r.until = r.day(n) },
	"GENDER":               func(r *record, n list.Node) { r.SetGender(n.Name, n.Text) },
	"COMMENTS1":            func(r *record, n list.Node) { r.comments = n.Text },
	"INTERPOL_LINK":        func(r *record, n list.Node) { r.url = n.Text },
	"SUBMITTED_BY":         func(r *record, n list.Node) { r.AddNote("Submitted by", n.Text) },
	"LAST_DAY_UPDATED":     func(r *record, n list.Node) { r.AddNote("Amended on", strings.Join(r.values(n), ", ")) },
	"NATIONALITY":          (*record).nationality,
	"NATIONALITY2":         (*record).nationality,
	"DESIGNATION":          func(r *record, n list.Node) { r.Positions = append(r.Positions, r.values(n)...) },
	"TITLE":                func(r *record, n list.Node) { r.Titles = append(r.Titles, r.values(n)...) },

	"INDIVIDUAL_ALIAS":          (*record).aliasElement,
	"ENTITY_ALIAS":              (*record).aliasElement,
	"INDIVIDUAL_ADDRESS":        (*record).address,
	"ENTITY_ADDRESS":            (*record).address,
	"INDIVIDUAL_DATE_OF_BIRTH":  (*record).birthDate,
	"INDIVIDUAL_PLACE_OF_BIRTH": (*record).birthPlace,
	"INDIVIDUAL_DOCUMENT":       (*record).document,

	"VERSIONNUM":        ignored,
	"LIST_TYPE":         ignored, // "UN List" in every record
	"HAS_INTERPOL_LINK": ignored,
	"SORT_KEY":          ignored,
	"SORT_KEY_LAST_MOD": ignored,
}

// field reads one element of a record; one that is not in the table is kept as
// unread, also when it is empty, so that a change of the format is seen.
func (r *record) field(n list.Node) {
	f, ok := fields[n.Name]
	switch {
	case !ok:
		r.AddUnread(n.Name, n.AllText())
	case f != nil && n.AllText() != "":
		f(r, n)
	}
}

// only keeps children that are not among the known ones as unread.
func (r *record) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		r.AddUnread(n.Name+"/"+k.Name, k.AllText())
	}
}

// values returns the VALUEs in an element.
func (r *record) values(n list.Node) []string {
	r.only(n, "VALUE")
	var out []string
	for _, k := range n.Kids {
		if text := list.OneLine(k.Text); k.Name == "VALUE" && text != "" {
			out = append(out, text)
		}
	}
	if n.Text != "" {
		out = append(out, list.OneLine(n.Text))
	}
	return out
}

func (r *record) day(n list.Node) *enduse.Date {
	d, ok := isoDay(n.Text)
	if !ok {
		r.AddUnread(n.Name, n.Text)
		return nil
	}
	return &d
}

func (r *record) nationality(n list.Node) {
	for _, v := range r.values(n) {
		r.AddNationality(n.Name, v)
	}
}

func (r *record) alias(text string, kind enduse.NameKind) {
	for _, name := range splitNames(text) {
		r.Names = append(r.Names, enduse.Name{Text: name, Kind: kind})
	}
}

// aliasKinds are the values of QUALITY: of individuals good or low, of
// entities a.k.a. or f.k.a.
var aliasKinds = map[string]enduse.NameKind{
	"": enduse.NameAlias, "good": enduse.NameAlias, "low": enduse.NameWeakAlias,
	"a.k.a.": enduse.NameAlias, "f.k.a.": enduse.NameFormer,
}

// aliasElement reads an alias, and the birth that belongs to that identity.
func (r *record) aliasElement(n list.Node) {
	r.only(n, "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE")
	kind, ok := aliasKinds[strings.ToLower(n.Get("QUALITY"))]
	if !ok {
		kind = enduse.NameAlias
		r.AddUnread("QUALITY", n.Get("QUALITY"))
	}
	note := list.OneLine(n.Get("NOTE"))
	if note == "previously listed as" || note == "formerly listed as" {
		kind, note = enduse.NameFormer, ""
	}
	r.alias(n.Get("ALIAS_NAME"), kind)
	r.AddNote("Alias "+list.OneLine(n.Get("ALIAS_NAME")), note)
	if born := n.Get("DATE_OF_BIRTH"); born != "" {
		if d, ok := isoDay(born); ok {
			r.AddBirth(d)
		} else {
			r.AddUnread("DATE_OF_BIRTH", born)
		}
	}
	r.addPlace(n.Get("CITY_OF_BIRTH"), "", n.Get("COUNTRY_OF_BIRTH"), "")
}
