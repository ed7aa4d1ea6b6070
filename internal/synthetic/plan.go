package synthetic

import (
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// plan is a template, compiled: the words to draw, and how names are made of them.
type plan struct {
	entity *enduse.Entity
	units  []unit
	names  []namePlan
}

// unit is a word of a template's names. It is drawn from a vocabulary, or is a variant
// of an earlier unit, or is kept except for its digits.
type unit struct {
	text string      // in lower case; unchanged if it is kept
	of   *vocabulary // nil: the word is kept
	like int         // 1 + the earlier unit, if it is a variant of one
}

// namePlan is the form of a name and of its parts.
type namePlan struct {
	whole form
	parts [6]form
}

// form is a text with placeholders for words.
type form struct {
	pieces []piece
	tail   string // after the last word
}

// piece is a placeholder with the text before it.
type piece struct {
	before  string
	unit    int
	letters letterCase
}

func (f *form) write(words []string) string {
	var b strings.Builder
	for _, p := range f.pieces {
		b.WriteString(p.before)
		b.WriteString(p.letters.apply(words[p.unit]))
	}
	b.WriteString(f.tail)
	return b.String()
}

// fieldsOf returns the parts of a name in the order of namePlan.
func fieldsOf(p *enduse.NameParts) [6]*string {
	return [6]*string{&p.Family, &p.Given, &p.Middle, &p.Patronymic, &p.Title, &p.Suffix}
}

// plans are all templates, with the streets and variants that they share.
type plans struct {
	all      []*plan
	streets  map[enduse.Country][]string
	variants map[string][]string
}

// compile reads the whole source.
func compile(source iter.Seq[*enduse.Entity], seed uint64) *plans {
	out := &plans{streets: map[enduse.Country][]string{}}
	c := newCorpus(seed)
	for e := range source {
		b := builder{plan: &plan{entity: e}, corpus: c, seen: map[string]int{}, from: originOf(e)}
		for _, n := range e.Names {
			b.name(n)
		}
		out.all = append(out.all, b.plan)
		for _, a := range e.Addresses {
			if a.Street != "" {
				out.streets[a.Country] = append(out.streets[a.Country], a.Street)
			}
		}
	}
	c.settle()
	out.variants = c.variants
	for _, p := range out.all {
		for i, u := range p.units {
			if u.of != nil {
				p.units[i].of = u.of.enough()
			}
		}
	}
	return out
}

// builder makes the plan of one template.
type builder struct {
	plan   *plan
	corpus *corpus
	from   origin
	seen   map[string]int // the units of words
}

func (b *builder) name(n enduse.Name) {
	var p namePlan
	var family, given map[string]bool
	if n.Parts != nil {
		family, given = wordsOf(n.Parts.Family), wordsOf(n.Parts.Given)
	}
	words, tail := split(n.Text)
	positions := b.nameShape(n.Text, words, family, given)
	for i, w := range words {
		p.whole.pieces = append(p.whole.pieces, b.piece(w, positions[i]))
	}
	p.whole.tail = tail
	if n.Parts != nil {
		parts := *n.Parts
		for i, field := range fieldsOf(&parts) {
			p.parts[i] = b.part(*field)
		}
	}
	b.plan.names = append(b.plan.names, p)
}

// part returns the form of a part of a name. Words that are not in the name are kept.
func (b *builder) part(text string) (f form) {
	words, tail := split(text)
	for _, w := range words {
		f.pieces = append(f.pieces, b.piece(w, placeKept))
	}
	f.tail = tail
	return f
}

// piece makes the placeholder of a word. A drawn word has no mixed case.
func (b *builder) piece(w word, at place) piece {
	p := piece{w.before, b.unit(w.text, at), letterCaseOf(w.text)}
	if u := b.plan.units[p.unit]; p.letters == mixedCase && (u.of != nil || u.like > 0) {
		p.letters = titleCase
	}
	return p
}

// unit returns the unit of a word, which it adds if it is new.
func (b *builder) unit(word string, at place) int {
	text := strings.ToLower(word)
	if number, ok := b.seen[text]; ok {
		return number
	}
	u := unit{text: text}
	if at == placeKept {
		u.text = word
	} else {
		if u.like = b.variantOf(text); u.like == 0 {
			u.of = b.corpus.add(b.from, name.ScriptOf(text), at, text)
		} else {
			b.corpus.pair(b.plan.units[u.like-1].text, text)
		}
	}
	number := len(b.plan.units)
	b.plan.units = append(b.plan.units, u)
	b.seen[text] = number
	return number
}

// variantOf finds an earlier drawn word that differs by one edit, or by two if the word
// is long. It returns 1 + its unit, or 0.
func (b *builder) variantOf(text string) int {
	limit := len([]rune(text)) / 4
	if limit == 0 {
		return 0
	}
	for i, u := range b.plan.units {
		if u.of == nil {
			continue
		}
		if _, ok := edit.Edits(u.text, text, min(limit, 2)); ok {
			return i + 1
		}
	}
	return 0
}
