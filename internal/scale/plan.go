package scale

import (
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// plan is a template made ready: what is drawn, and how names are written of it.
type plan struct {
	entity *enduse.Entity
	units  []unit
	names  []namePlan
}

// unit is a word of a template's names. It is drawn from a pool, or is a variant
// of an earlier unit, or stays but for its digits.
type unit struct {
	text string // in small letters; as it is if it stays
	of   *pool  // nil: it stays
	like int    // 1 + the earlier unit that it is a variant of; 0: none
}

// namePlan is how a name and the parts of it are written.
type namePlan struct {
	whole form
	parts [6]form
}

// form is a text with words left open.
type form struct {
	pieces []piece
	tail   string // behind the last word
}

// piece is a word with what stands before it.
type piece struct {
	before string
	unit   int
	shape  shape
}

func (f *form) write(words []string) string {
	var b strings.Builder
	for _, p := range f.pieces {
		b.WriteString(p.before)
		b.WriteString(p.shape.of(words[p.unit]))
	}
	b.WriteString(f.tail)
	return b.String()
}

// fieldsOf are the parts of a name in the order of namePlan.
func fieldsOf(p *enduse.NameParts) [6]*string {
	return [6]*string{&p.Family, &p.Given, &p.Middle, &p.Patronymic, &p.Title, &p.Suffix}
}

// plans are the templates, with what all of them draw from.
type plans struct {
	all      []*plan
	streets  map[enduse.Country][]string
	variants map[string][]string
}

// compile reads the source. Pools are settled when all of it is read.
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
	slots := b.slots(n.Text, words, family, given)
	for i, w := range words {
		p.whole.pieces = append(p.whole.pieces, b.piece(w, slots[i]))
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

// part is the form of a part of a name; its words are those of the whole, or stay.
func (b *builder) part(text string) (f form) {
	words, tail := split(text)
	for _, w := range words {
		f.pieces = append(f.pieces, b.piece(w, slotKept))
	}
	f.tail = tail
	return f
}

// piece leaves a word open. One that is drawn has no odd capitals of its own.
func (b *builder) piece(w word, s slot) piece {
	p := piece{w.before, b.unit(w.text, s), shapeOf(w.text)}
	if u := b.plan.units[p.unit]; p.shape == shapeMixed && (u.of != nil || u.like > 0) {
		p.shape = shapeTitle
	}
	return p
}

// unit finds or adds the unit of a word.
func (b *builder) unit(word string, s slot) int {
	text := strings.ToLower(word)
	if at, ok := b.seen[text]; ok {
		return at
	}
	u := unit{text: text}
	if s == slotKept {
		u.text = word
	} else {
		if u.like = b.alike(text); u.like == 0 {
			u.of = b.corpus.add(b.from, name.ScriptOf(text), s, text)
		} else {
			b.corpus.pair(b.plan.units[u.like-1].text, text)
		}
	}
	at := len(b.plan.units)
	b.plan.units = append(b.plan.units, u)
	b.seen[text] = at
	return at
}

// alike finds an earlier word that is drawn and of which this is a variant: one
// error in a short word, two in a long one. It returns 1 + its unit, or 0.
func (b *builder) alike(text string) int {
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
