package un

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// field is what an element of a record means. A nil function is one that says
// nothing of the party.
type field func(*record, node)

// ignored are elements that hold nothing to keep.
var ignored field

// fields are the elements of a record, from the schema of the list and from
// the editions of 2026.
var fields = map[string]field{
	"DATAID": func(r *record, n node) {
		id := enduse.NewIdentifier(enduse.IDOfficial, n.text, "")
		id.Label = "DATAID"
		r.Identifiers = append(r.Identifiers, id)
	},
	"REFERENCE_NUMBER": func(r *record, n node) {
		if ref := clean(n.text); ref != "" {
			r.ID = enduse.EntityID(listID + ":" + ref)
		}
	},
	"FIRST_NAME":           func(r *record, n node) { r.names[0] = clean(n.text) },
	"SECOND_NAME":          func(r *record, n node) { r.names[1] = clean(n.text) },
	"THIRD_NAME":           func(r *record, n node) { r.names[2] = clean(n.text) },
	"FOURTH_NAME":          func(r *record, n node) { r.names[3] = clean(n.text) },
	"NAME_ORIGINAL_SCRIPT": func(r *record, n node) { r.alias(n.text, enduse.NameOriginal) },
	"UN_LIST_TYPE":         func(r *record, n node) { r.program = clean(n.text) },
	"LISTED_ON":            func(r *record, n node) { r.since = r.day(n) },
	"DELISTED_ON":          func(r *record, n node) { r.until = r.day(n) },
	"GENDER":               (*record).gender,
	"COMMENTS1":            func(r *record, n node) { r.comments = n.text },
	"INTERPOL_LINK":        func(r *record, n node) { r.url = n.text },
	"SUBMITTED_BY":         func(r *record, n node) { r.note("Submitted by", n.text) },
	"LAST_DAY_UPDATED":     func(r *record, n node) { r.note("Amended on", strings.Join(r.values(n), ", ")) },
	"NATIONALITY":          (*record).nationality,
	"NATIONALITY2":         (*record).nationality,
	"DESIGNATION":          func(r *record, n node) { r.Positions = append(r.Positions, r.values(n)...) },
	"TITLE":                func(r *record, n node) { r.Titles = append(r.Titles, r.values(n)...) },

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
func (r *record) field(n node) {
	f, ok := fields[n.name]
	switch {
	case !ok:
		r.unread(n.name, textOf(n))
	case f != nil && textOf(n) != "":
		f(r, n)
	}
}

// only keeps children that are not among the known ones as unread.
func (r *record) only(n node, known ...string) {
	for _, k := range n.kids {
		if !slices.Contains(known, k.name) {
			r.unread(n.name+"/"+k.name, textOf(k))
		}
	}
}

// textOf returns all text of an element and of those in it.
func textOf(n node) string {
	parts := []string{n.text}
	for _, k := range n.kids {
		parts = append(parts, textOf(k))
	}
	return clean(strings.Join(parts, " "))
}

// values returns the VALUEs in an element.
func (r *record) values(n node) []string {
	r.only(n, "VALUE")
	var out []string
	for _, k := range n.kids {
		if text := clean(k.text); k.name == "VALUE" && text != "" {
			out = append(out, text)
		}
	}
	if n.text != "" {
		out = append(out, clean(n.text))
	}
	return out
}

func (r *record) note(label, text string) {
	if text != "" {
		r.notes = append(r.notes, label+": "+clean(text))
	}
}

func (r *record) day(n node) *enduse.Date {
	d, ok := isoDay(n.text)
	if !ok {
		r.unread(n.name, n.text)
		return nil
	}
	return &d
}

func (r *record) gender(n node) {
	switch strings.ToLower(n.text) {
	case "male":
		r.Gender = enduse.GenderMale
	case "female":
		r.Gender = enduse.GenderFemale
	default:
		r.unread(n.name, n.text)
	}
}

func (r *record) nationality(n node) {
	for _, v := range r.values(n) {
		if c, ok := country.Parse(v); ok {
			addOnce(&r.Nationalities, c)
		} else {
			r.unread(n.name, v)
		}
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
func (r *record) aliasElement(n node) {
	r.only(n, "QUALITY", "ALIAS_NAME", "DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH", "NOTE")
	kind, ok := aliasKinds[strings.ToLower(n.get("QUALITY"))]
	if !ok {
		kind = enduse.NameAlias
		r.unread("QUALITY", n.get("QUALITY"))
	}
	note := clean(n.get("NOTE"))
	if note == "previously listed as" || note == "formerly listed as" {
		kind, note = enduse.NameFormer, ""
	}
	r.alias(n.get("ALIAS_NAME"), kind)
	r.note("Alias "+clean(n.get("ALIAS_NAME")), note)
	if born := n.get("DATE_OF_BIRTH"); born != "" {
		if d, ok := isoDay(born); ok {
			r.addBirth(d)
		} else {
			r.unread("DATE_OF_BIRTH", born)
		}
	}
	r.addPlace(n.get("CITY_OF_BIRTH"), "", n.get("COUNTRY_OF_BIRTH"), "")
}

func addOnce(to *[]enduse.Country, c enduse.Country) {
	if !slices.Contains(*to, c) {
		*to = append(*to, c)
	}
}
