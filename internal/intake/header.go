package intake

import (
	"slices"
	"strings"
	"unicode"
)

// signs are what speaks for a row to be a header.
type signs struct {
	filled, known int
	plain         int  // known, and no word that is as often in rows of data
	sure          bool // one of them means a party or an order and nothing else
}

func signsOf(cells []string) (s signs) {
	for _, c := range cells {
		if c == "" {
			continue
		}
		s.filled++
		t, ok := meaning(c)
		if !ok {
			continue
		}
		s.known++
		if !asData(c) {
			s.plain++
			s.sure = s.sure || t.field.key() || t.field == fOrderID
		}
	}
	return s
}

// asData reports a column name that is as often the value of a column of types,
// roles or kinds of numbers.
func asData(cell string) bool {
	key := fold(cell)
	_, asType := dict().types[key]
	_, asRole := dict().roles[key]
	_, asIdent := dict().idents[key]
	return asType || asRole || asIdent
}

// isHeader distinguishes a header from titles and from data: a column whose name means
// a party or an order and nothing else, or a row that is understood by half.
func isHeader(cells []string) bool {
	s := signsOf(cells)
	return s.filled > 0 && (s.sure || s.known == s.filled || s.plain > 0 && s.known >= 2 && s.known*2 >= s.filled)
}

// mayBeHeader recognises a header of a few column names among words of the user's own
// by the rows below: the cell under a column name is not column names again, as
// it is in a list of roles or under the labels of a form.
func mayBeHeader(cells []string, below [][]string) bool {
	filled, usable := 0, false
	for i, c := range cells {
		if c == "" {
			continue
		}
		filled++
		if t, ok := meaning(c); ok && len(c) <= 60 && t.field.key() && !usable {
			usable = holdsNames(below, i)
		}
	}
	return filled > 1 && usable
}

// holdsNames reports whether a column has values with letters in it, and few that
// are column names. An empty column may hold them further down.
func holdsNames(rows [][]string, column int) bool {
	values, asNames, lettered := 0, 0, 0
	for _, cells := range rows {
		if column >= len(cells) || cells[column] == "" || isNonName(cells[column], nonTotal) {
			continue
		}
		values++
		if _, ok := wholly(cells[column]); ok {
			asNames++
		}
		if strings.ContainsFunc(cells[column], unicode.IsLetter) || strings.ContainsFunc(cells[column], unicode.IsDigit) {
			lettered++
		}
	}
	return values > 0 && lettered > 0 && asNames*2 < values
}

// isHeaderAgain recognises a header among the rows of data: several column names that
// are no values of a column of types or roles, such as "party" is.
func isHeaderAgain(cells []string) bool {
	for _, c := range cells {
		if len(c) > 60 {
			return false
		}
	}
	known, plain, filled := 0, 0, 0
	for _, c := range cells {
		if c == "" {
			continue
		}
		filled++
		t, ok := dict().columns[fold(c)]
		if !ok {
			continue
		}
		known++
		if !asData(c) && !anyRole[fold(c)] && t.field != fDescription {
			plain++
		}
	}
	return known > 1 && plain > 0 && known*2 >= filled && (plain > 1 || known == filled) && isHeader(cells)
}

// anyRole are names of columns that people also write as the role or the kind of a
// party.
var anyRole = map[string]bool{"party": true, "partner": true, "counterparty": true, "beneficiary": true, "businesspartner": true, "контрагент": true, "партнер": true}

// isSideways recognises a form: labels in the first column, and what they name next to
// them.
func isSideways(rows [][]string) bool {
	if first := slices.IndexFunc(rows, func(cells []string) bool { return cells != nil }); first >= 0 && captions(rows[first]) {
		rows = rows[first+1:]
	}
	if first := slices.IndexFunc(rows, func(cells []string) bool { return len(cells) > 1 }); first < 0 || signsOf(rows[first][1:]).known > 0 {
		return false
	}
	labels, known, values, asNames, key := 0, 0, 0, 0, false
	seen := map[string]bool{}
	for _, cells := range rows {
		if headerAmong(cells) || len(cells) > 0 && cells[0] != "" && seen[fold(cells[0])] {
			return false // a table below a form, or its rows
		}
		if len(cells) > 0 {
			seen[fold(cells[0])] = true
		}
		if len(cells) == 0 || cells[0] == "" {
			continue
		}
		labels++
		if len(cells) > 1 && cells[1] != "" {
			values++
			if _, ok := meaning(cells[1]); ok {
				asNames++
			}
		}
		if t, ok := meaning(cells[0]); ok && digitsIn(cells[0]) < 2 {
			known++
			key = key || t.field.key() || t.field == fOrderID
		}
	}
	return known > 1 && key && known*3 >= labels*2 && values*2 > labels && asNames*3 < values
}

// captions reports the row that says of a form that it is one: "field, value".
func captions(cells []string) bool {
	return len(cells) == 2 && labelWords[fold(cells[0])] && valueWords[fold(cells[1])]
}

var (
	labelWords = index(map[bool]string{true: `field, fields, field name, key, attribute, label, property, parameter, element, item, role, party role, data field, question, detail, feld, merkmal, attribut, bezeichnung, angabe, campo, atributo, champ, attribut, veld, поле, ключ, параметр, атрибут, показатель, реквизит, 字段, 项目, 属性, 键, alan, pole`})
	valueWords = index(map[bool]string{true: `value, values, content, contents, data, entry, details, detail, answer, description, wert, inhalt, eintrag, angabe, valor, contenido, valeur, contenu, waarde, inhoud, значение, значения, данные, содержание, 值, 内容, deger, wartosc`})
)

// headerAmong reports whether all cells of a row are names of columns, and at
// least one names somebody: the header of a table below a form.
func headerAmong(cells []string) bool {
	filled, known, key := 0, 0, false
	for _, c := range cells {
		if c == "" {
			continue
		}
		filled++
		if t, ok := meaning(c); ok {
			known++
			key = key || t.field.key()
		}
	}
	return filled > 1 && known > 1 && key && known*3 >= filled*2
}

func digitsIn(s string) (n int) {
	for _, r := range s {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
