package triage

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// Says is how a fact of the party and one of the list compare.
type Says string

// How facts compare. Unknown is a fact that one side does not state.
const (
	Agrees  Says = "agrees"
	Differs Says = "differs"
	Unknown Says = "unknown"
)

// Sign is one character for each.
func (s Says) Sign() string {
	switch s {
	case Agrees:
		return "="
	case Differs:
		return "≠"
	case Unknown:
	}
	return "?"
}

// Line is one fact of a comparison.
type Line struct {
	What   string // name, born, country, ...
	Yours  string // "" where the user's file does not say
	Listed string // "" where the list does not say
	Says   Says
	Note   string // how they compare, such as "33 years apart"; may be empty

	weight float64 // what it adds to the log odds
}

// Comparison is a party and a hit side by side.
type Comparison struct {
	Lines []Line // the strongest difference first, then what agrees, then what is not known
	// Sentence says in words what the lines come to.
	Sentence string
}

// Compare puts a party and one of its hits side by side. A fact that neither side
// states has no line.
func Compare(p *wire.Party, h *wire.Hit) Comparison {
	asked := enduse.Party{Role: p.Role, Name: p.Name}
	if p.Asked != nil {
		asked = *p.Asked
	}
	c := &comparing{asked: &asked, hit: h}
	c.name()
	c.born()
	c.fact("born in", enduse.EvidenceBirthPlace, asked.BirthPlace, few(h.Listed.BirthPlaces))
	c.fact("country", enduse.EvidenceCountry, texts(slices.Concat(asked.Countries, asked.Nationalities)), texts(h.Listed.Countries))
	c.fact("place", enduse.EvidenceAddress, addresses(asked.Addresses), first(h.Listed.Addresses, 1))
	c.fact("number", enduse.EvidenceIdentifier, numbers(asked.Identifiers), numbers(h.Listed.Identifiers))
	c.fact("gender", enduse.EvidenceGender, string(asked.Gender), string(h.Listed.Gender))
	c.kind()
	c.fact("role", "", strings.ReplaceAll(roleOf(asked.Role), "_", " "), few(h.Listed.Positions))
	slices.SortStableFunc(c.lines, func(a, b Line) int {
		place := func(l Line) int { return slices.Index([]Says{Differs, Agrees, Unknown}, l.Says) }
		if a.Says == Differs && b.Says == Differs {
			return cmp.Compare(a.weight, b.weight)
		}
		return cmp.Compare(place(a), place(b))
	})
	return Comparison{Lines: c.lines, Sentence: c.sentence()}
}

// comparing is a comparison in the making.
type comparing struct {
	asked *enduse.Party
	hit   *wire.Hit
	lines []Line
}

// evidence is the first comparison of a kind.
func (c *comparing) evidence(kind enduse.EvidenceKind) (enduse.Evidence, bool) {
	for _, e := range c.hit.Evidence {
		if e.Kind == kind && kind != "" {
			return e, true
		}
	}
	return enduse.Evidence{}, false
}

// line is the line of a kind of fact.
func (c *comparing) line(what string) *Line {
	for i := range c.lines {
		if c.lines[i].What == what {
			return &c.lines[i]
		}
	}
	return nil
}

// fact adds a line, unless neither side states the fact. What was compared is shown
// as it was compared; else all that each side states.
func (c *comparing) fact(what string, kind enduse.EvidenceKind, yours, listed string) {
	l := Line{What: what, Yours: yours, Listed: listed, Says: Unknown}
	if e, ok := c.evidence(kind); ok {
		l.weight = e.Contribution
		l.Yours, l.Listed = cmp.Or(e.Query, yours), cmp.Or(e.Listed, listed)
		if kind == enduse.EvidenceCountry { // all of them were compared
			l.Yours, l.Listed = cmp.Or(yours, e.Query), cmp.Or(listed, e.Listed)
		}
		switch {
		case e.Contribution > 0:
			l.Says = Agrees
		case e.Contribution < 0:
			l.Says = Differs
		}
	}
	if l.Listed != "" || l.Yours != "" && l.Says != Unknown || l.Yours != "" && what != "role" && what != "gender" {
		c.lines = append(c.lines, l)
	}
}

// name adds the line of the names.
func (c *comparing) name() {
	e, ok := c.evidence(enduse.EvidenceName)
	if !ok {
		c.lines = append(c.lines, Line{What: "name", Yours: c.asked.Name, Listed: c.hit.Caption, Says: Unknown})
		return
	}
	l := Line{What: "name", Yours: e.Query, Listed: e.Listed, Says: Differs, Note: NameNote(e), weight: e.Contribution}
	if written, note := c.written(e.Query); written != "" {
		l.Yours, l.Note = written, strings.Trim(note+"; "+l.Note, "; ")
	}
	if e.Contribution > 0 {
		l.Says = Agrees
	}
	if c.hit.Matched != c.hit.Caption {
		l.Listed += " (" + strings.ReplaceAll(string(c.hit.MatchedKind), "_", " ") + " of " + c.hit.Caption + ")"
	}
	c.lines = append(c.lines, l)
}

// readAs begins the note of a name that was compared in another form.
const readAs = "read as "

// written is the name as it was written, where only a part of it or another form of it was
// compared, and what was done to it.
func (c *comparing) written(compared string) (text, note string) {
	whole := words(c.asked.Name)
	if c.asked.Name == compared || len(whole) == 0 || slices.Contains(c.asked.OtherNames, compared) {
		return "", ""
	}
	part := words(compared)
	if !slices.ContainsFunc(part, func(w string) bool { return slices.Contains(whole, w) }) {
		return "", "" // of another field of the record
	}
	if slices.ContainsFunc(part, func(w string) bool { return !slices.Contains(whole, w) }) {
		if strings.EqualFold(c.asked.Name, compared) {
			return "", ""
		}
		return c.asked.Name, readAs + compared
	}
	left := slices.DeleteFunc(strings.Fields(c.asked.Name), func(w string) bool {
		of := words(w)
		return len(of) == 0 || slices.Contains(part, of[0])
	})
	if len(left) == 0 {
		return c.asked.Name, ""
	}
	return c.asked.Name, "more in yours: " + strings.Join(left[:min(len(left), maxNote)], " ")
}

// words are those of a text, in lower case.
func words(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// maxNote is how many words a note names at most.
const maxNote = 3

// NameNote says in words where two names differ: which words are spelled otherwise, and
// which only one of them has; "" for equal names.
func NameNote(e enduse.Evidence) string {
	var other, yours, listed []string
	for _, p := range e.Alignment {
		switch {
		case p.Method == "same":
		case p.Listed == "":
			yours = append(yours, p.Query)
		case p.Query == "":
			listed = append(listed, p.Listed)
		default:
			other = append(other, p.Query+" ~ "+p.Listed)
		}
	}
	var out []string
	for _, part := range []struct {
		label string
		words []string
	}{{"", other}, {"only yours: ", yours}, {"only listed: ", listed}} {
		if len(part.words) == 0 {
			continue
		}
		text := part.label + strings.Join(part.words[:min(len(part.words), maxNote)], ", ")
		if more := len(part.words) - maxNote; more > 0 {
			text += " and " + strconv.Itoa(more) + " more"
		}
		out = append(out, text)
	}
	return strings.Join(out, "; ")
}

// born adds the line of the birth dates, with the distance of two that differ.
func (c *comparing) born() {
	yours := ""
	if !c.asked.BirthDate.IsZero() {
		yours = c.asked.BirthDate.String()
	}
	c.fact("born", enduse.EvidenceBirthDate, yours, texts(c.hit.Listed.BirthDates))
	l := c.line("born")
	if l == nil || l.Says != Differs {
		return
	}
	l.Listed = texts(c.hit.Listed.BirthDates)
	years := -1
	for _, d := range c.hit.Listed.BirthDates {
		if apart := max(d.Year-c.asked.BirthDate.Year, c.asked.BirthDate.Year-d.Year); years < 0 || apart < years {
			years = apart
		}
	}
	switch {
	case years == 1:
		l.Note = "1 year apart"
	case years > 1:
		l.Note = strconv.Itoa(years) + " years apart"
	case years == 0:
		l.Note = "another day of that year"
	}
}

// kind adds what each is where that is known of both, or differs.
func (c *comparing) kind() {
	yours := ""
	if c.asked.Schema != enduse.SchemaLegalEntity {
		yours = string(c.asked.Schema)
	}
	listed := string(c.hit.Schema)
	if c.hit.Schema == enduse.SchemaLegalEntity {
		listed = "person or organisation"
	}
	c.fact("is", enduse.EvidenceSchema, yours, strings.ReplaceAll(listed, "_", " "))
	at := slices.IndexFunc(c.lines, func(l Line) bool { return l.What == "is" })
	switch {
	case at < 0 || c.lines[at].Says != Unknown:
	case c.lines[at].Yours == "": // the heading says what the listed one is
		c.lines = slices.Delete(c.lines, at, at+1)
	case c.lines[at].Yours == c.lines[at].Listed:
		c.lines[at].Says = Agrees
	}
}

// roleOf is the role of a party, where one is stated.
func roleOf(r enduse.Role) string {
	if r == enduse.RoleParty {
		return ""
	}
	return string(r)
}

// few joins the first three values, and counts the others.
func few(values []string) string { return first(values, 3) }

// first joins the first n values, and counts the others.
func first(values []string, n int) string {
	out := strings.Join(values[:min(len(values), n)], "; ")
	if more := len(values) - n; more > 0 {
		out += " and " + strconv.Itoa(more) + " more"
	}
	return out
}

func texts[T ~string | enduse.Date](values []T) string {
	var out []string
	for _, v := range values {
		switch v := any(v).(type) {
		case enduse.Date:
			out = append(out, v.String())
		case enduse.Country:
			out = append(out, string(v))
		}
	}
	slices.Sort(out)
	return few(slices.Compact(out))
}

func addresses(all []enduse.Address) string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = all[i].String()
	}
	return first(out, 1)
}

func numbers(all []enduse.Identifier) string {
	out := make([]string, len(all))
	for i := range all {
		out[i] = strings.ReplaceAll(string(all[i].Kind), "_", " ") + " " + all[i].Value
	}
	return few(out)
}
