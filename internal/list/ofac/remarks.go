package ofac

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// cutAt is the number of characters after which OFAC cuts the remarks of the
// main file; the comments file goes on with the next one.
const cutAt = 1000

// class says what became of a piece of the remarks.
type class uint8

const (
	classUnread    class = iota // kept in Unread
	classTyped                  // in a field of the entity
	classStatement              // a known statement that no field holds: a warning, a link
	classProse                  // free text: a position of a person, a note on anybody else
)

// remarks is the reading of one party's remarks.
type remarks struct {
	entity *list.EntityBuilder
	chars  [classProse + 1]int // characters by class
	// What the consolidated list's designations rest on.
	directives map[string][]string    // order, "13662", -> directives, "1"
	listed     map[string]enduse.Date // what, "CMIC" or "EO 14024 Directive 3", -> since when
}

// remarks joins and reads the remarks of a party.
func (r *reading) remarks(e *list.EntityBuilder, num int, main string) *remarks {
	var rest strings.Builder
	for _, row := range r.notes.rows[num] {
		rest.WriteString(null(row.Fields[1]))
	}
	rem := &remarks{entity: e, directives: map[string][]string{}, listed: map[string]enduse.Date{}}
	rem.read(join(main, rest.String()))
	return rem
}

// joined are the remarks of a party from both files.
type joined struct {
	text string // what can be read
	// loose is a text that cannot: it lacks its beginning or its end.
	loose string
	whole string // everything, for Remarks
}

// join puts the two parts together. Where the main part was not cut, the rest
// goes on from a text that is not here, as when the files are of different
// days: its first piece lacks its beginning. Where a cut part has no rest, its
// last piece lacks its end.
func join(main, rest string) joined {
	length := utf8.RuneCountInString(main)
	// a blank at the cut may have been trimmed
	wasCut := length >= cutAt || length > cutAt-3 && !strings.HasSuffix(main, ".")
	switch {
	case wasCut && rest != "":
		main += strings.Repeat(" ", max(0, cutAt-length))
		return joined{text: main + rest, whole: main + rest}
	case wasCut:
		i := max(0, strings.LastIndex(main, "; "))
		return joined{text: main[:i], loose: strings.TrimPrefix(main[i:], "; "), whole: main}
	case rest != "":
		loose, text, _ := strings.Cut(rest, "; ")
		return joined{
			text:  strings.TrimPrefix(strings.TrimSuffix(main, ".")+"; "+text, "; "),
			loose: loose, whole: strings.TrimSpace(main + " " + rest),
		}
	}
	return joined{text: main, whole: main}
}

// read takes the remarks apart.
func (r *remarks) read(j joined) {
	r.entity.Remarks = j.whole
	for _, piece := range pieces(strings.TrimSuffix(j.text, ".")) {
		r.chars[r.piece(piece)] += len(piece)
	}
	if j.loose != "" {
		r.chars[classUnread] += len(j.loose)
		r.entity.AddUnread("remarks", j.loose)
	}
}

// pieces splits the remarks at "; ", but not inside a quoted alias or a
// parenthesis that is closed within the next few pieces.
func pieces(text string) []string {
	var out []string
	parts := strings.Split(text, "; ")
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		for j := i + 1; isOpen(p) && j < min(i+4, len(parts)); j++ {
			if longer := strings.Join(parts[i:j+1], "; "); !isOpen(longer) {
				p, i = longer, j
			}
		}
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// isOpen reports whether a piece opens a quoted alias or a parenthesis that it
// does not close.
func isOpen(p string) bool {
	if len(p) > 7 && (p[1:7] == ".k.a. " || p[1:7] == ".b.a. ") && p[7] == '\'' {
		return len(p) == 8 || !strings.HasSuffix(p, "'")
	}
	return strings.Count(p, "(") > strings.Count(p, ")")
}

// piece reads one piece by the first rule whose label begins it.
func (r *remarks) piece(text string) class {
	body := text
	for _, alt := range []string{"alt. ", "Alt. "} {
		body = strings.TrimPrefix(body, alt)
	}
	for _, rule := range rulesFor(body) {
		rest, ok := cutLabel(body, rule.label)
		if !ok {
			continue
		}
		if rule.read == nil {
			return classStatement
		}
		if rule.read(r, rest) {
			return classTyped
		}
		r.entity.AddUnread("remarks", text)
		return classUnread
	}
	return r.other(text, body)
}

// cutLabel returns what follows a label that ends at the end of a word.
func cutLabel(text, label string) (rest string, ok bool) {
	if len(text) < len(label) || !strings.EqualFold(text[:len(label)], label) {
		return "", false
	}
	rest = text[len(label):]
	if rest != "" && !strings.ContainsAny(rest[:1], " :(,'-.") {
		return "", false
	}
	return strings.TrimLeft(rest, " :"), true
}

// other classes a piece that no rule reads: an identifier under a label that
// is not in the table, else prose, else not understood.
func (r *remarks) other(text, body string) class {
	if r.bareAddress(body) {
		return classTyped
	}
	if looksLabelled(body) {
		r.entity.AddUnread("remarks", text)
		return classUnread
	}
	if r.entity.Schema == enduse.SchemaPerson && !slices.Contains(r.entity.Titles, text) { // titles are repeated here
		r.entity.Positions = append(r.entity.Positions, strings.TrimSuffix(text, "."))
	}
	return classProse
}

// bareAddress reads a web or e-mail address without a label, as in
// "info@sanabel.org.uk (email)".
func (r *remarks) bareAddress(body string) bool {
	word, rest, _ := strings.Cut(strings.TrimSuffix(body, "."), " ")
	if rest != "" && rest != "(email)" && rest != "(website)" {
		return false
	}
	switch {
	case strings.HasPrefix(word, "http://"), strings.HasPrefix(word, "https://"), strings.HasPrefix(word, "www."):
		r.entity.Websites = append(r.entity.Websites, word)
	case strings.Count(word, "@") == 1 && strings.Index(word, "@") > 0 && strings.Contains(word, "."):
		r.entity.Emails = append(r.entity.Emails, word)
	default:
		return false
	}
	return true
}

// looksLabelled reports whether a text has the shape of a label with a value:
// a colon, a word for a number, or more digits in a row than a year has.
func looksLabelled(s string) bool {
	if strings.ContainsAny(s, ":#@") || strings.Contains(s, "Number") || strings.Contains(s, "No. ") {
		return true
	}
	run := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			run = 0
		} else if run++; run > len("2009") {
			return true
		}
	}
	return false
}
