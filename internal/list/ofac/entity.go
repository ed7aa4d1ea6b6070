package ofac

import (
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// The number of columns of each file, and the columns of the main one, as
// OFAC's "Data specification" of the legacy formats gives them.
const (
	mainColumns, altColumns, addColumns, commentColumns = 12, 5, 6, 2

	colName, colType, colProgram, colTitle, colCallSign, colVesselType = 1, 2, 3, 4, 5, 6
	colTonnage, colGrossTonnage, colFlag, colOwner, colRemarks         = 7, 8, 9, 10, 11
)

// schemas says what the type column means; null is OFAC's "entity".
var schemas = map[string]enduse.Schema{
	"":           enduse.SchemaCompany,
	"individual": enduse.SchemaPerson,
	"vessel":     enduse.SchemaVessel,
	"aircraft":   enduse.SchemaAircraft,
}

func knownType(s string) bool { return schemas[s] != "" }

var aliasKinds = map[string]enduse.NameKind{
	"aka": enduse.NameAlias,
	"fka": enduse.NameFormer,
	"nka": enduse.NameAlias, // "now known as": a name in present use
}

// null returns a field's text, "" for "-0-".
func null(s string) string {
	if strings.TrimSpace(s) == "-0-" {
		return ""
	}
	return s
}

// number reads the number of a party, a positive one.
func number(s string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	return n, err == nil && n > 0
}

// isEnd reports whether a row is the mark at the end of a file.
func isEnd(fields []string) bool {
	return len(fields) == 1 && strings.TrimSpace(fields[0]) == "\x1a"
}

// entity makes an entity of a row of the main file and of the rows that belong
// to it.
func (r *reading) entity(file string, row list.Row, num int) (enduse.Entity, error) {
	f := make([]string, len(row.Fields))
	for i := range f {
		f[i] = null(row.Fields[i])
	}
	e := list.NewEntity(r.source.ID, strconv.Itoa(num))
	e.Record = file + ":" + strconv.Itoa(row.Line)
	e.Names = []enduse.Name{{Text: strings.TrimSpace(f[colName]), Kind: enduse.NamePrimary}}
	setType(e, strings.TrimSpace(f[colType]))
	setVessel(e, f)
	if f[colTitle] != "" {
		e.Titles = strings.Split(f[colTitle], "; ")
	}
	r.aliases(e, num)
	r.addresses(e, num)
	rem := r.remarks(e, num, f[colRemarks])
	e.Designations = r.designate(programs(f[colProgram]), rem)
	e.List = r.source.Lists[0]
	if len(e.Designations) > 0 {
		e.List = e.Designations[0].List
	}
	setParts(e)
	return e.Build(), e.Validate()
}

func setType(e *list.EntityBuilder, word string) {
	e.Schema, e.Kind = schemas[word], word
	switch {
	case word == "":
		e.Kind = "entity"
	case e.Schema == "":
		e.Schema = enduse.SchemaLegalEntity
		e.AddUnread("type", word)
	}
}

func setVessel(e *list.EntityBuilder, f []string) {
	if f[colCallSign] != "" {
		e.AddIdentifier(enduse.Identifier{Kind: enduse.IDCallSign, Value: f[colCallSign]})
	}
	v := enduse.Vessel{
		Type: f[colVesselType], Tonnage: f[colTonnage], GrossTonnage: f[colGrossTonnage], Owner: f[colOwner],
	}
	if f[colFlag] != "" {
		var ok bool
		if v.Flag, ok = country.Parse(f[colFlag]); ok {
			e.AddCountry(v.Flag)
		} else {
			e.AddUnread("vessel_flag", f[colFlag])
		}
	}
	if v.Type+v.Tonnage+v.GrossTonnage+v.Owner != "" || v.Flag != "" {
		e.Vessel = &v
	}
}

// aliases takes the rows of alt.csv. Their remarks are null in every file
// seen; the specification leaves room for "weak".
func (r *reading) aliases(e *list.EntityBuilder, num int) {
	for _, row := range r.alts.rows[num] {
		kind, name, note := aliasKinds[null(row.Fields[2])], strings.TrimSpace(null(row.Fields[3])), null(row.Fields[4])
		if name == "" {
			e.AddUnread("alias", strings.Join(row.Fields, ","))
			continue
		}
		if kind == "" {
			kind = enduse.NameAlias
			e.AddUnread("alias_type", row.Fields[2])
		}
		if word := strings.ToLower(note); strings.Contains(word, "weak") || strings.Contains(word, "low") {
			kind = enduse.NameWeakAlias
		} else if note != "" {
			e.AddUnread("alias_remarks", note)
		}
		e.Names = append(e.Names, enduse.Name{Text: name, Kind: kind})
	}
}

// addresses takes the rows of add.csv. One in eight says nothing: OFAC gives a
// party without an address a row of nulls.
func (r *reading) addresses(e *list.EntityBuilder, num int) {
	for _, row := range r.adds.rows[num] {
		a := enduse.Address{Street: null(row.Fields[2]), City: null(row.Fields[3]), Note: null(row.Fields[5])}
		addAddress(e, a, null(row.Fields[4]))
	}
}

// addAddress adds an address that says something, with its country as printed:
// a name, or "Region: Gaza".
func addAddress(e *list.EntityBuilder, a enduse.Address, countryText string) {
	text := strings.TrimPrefix(list.OneLine(countryText), "Region: ")
	if text == "undetermined" {
		text = ""
	}
	e.AddAddress(a, text)
}

// setParts splits the names of a person, "FAMILY, Given", where they are
// written so and the format does not split them itself.
func setParts(e *list.EntityBuilder) {
	if e.Schema != enduse.SchemaPerson {
		return
	}
	for i := range e.Names {
		n := &e.Names[i]
		if n.Parts != nil {
			continue
		}
		family, given, ok := strings.Cut(n.Text, ", ")
		if ok && !strings.Contains(given, ", ") {
			n.Parts = &enduse.NameParts{Family: family, Given: given}
		}
	}
}

// programs takes the programme field apart: OFAC writes "SDGT] [IRGC".
func programs(field string) []string {
	field = strings.NewReplacer("] [", ";", "[", "", "]", "").Replace(field)
	var out []string
	for p := range strings.SplitSeq(field, ";") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
