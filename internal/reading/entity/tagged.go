package entity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/text"
)

// Tagged is a text with the phrases of the lexicon that are in it. Recognisers read it;
// what is recognised as an organisation is tagged, too.
type Tagged struct {
	*text.Text
	tables *tables
	by     [tableCount][]Phrase // in order, without overlap within a table
	tags   []Table              // of each word: the tables that have it in a phrase
}

// Tag finds the phrases of the lexicon in a text.
func Tag(t *text.Text) *Tagged {
	known := theTables()
	r := &Tagged{Text: t, tables: known, tags: make([]Table, len(t.Words))}
	for _, f := range known.phrases.All(t) {
		k := f.Value.table.index()
		r.by[k] = append(r.by[k], f)
	}
	for k := range r.by {
		r.by[k] = nonOverlapping(r.by[k])
	}
	r.removeNested()
	for k, all := range r.by {
		for _, f := range all {
			r.tag(f.First, f.End, 1<<k)
		}
	}
	return r
}

// in returns the phrases of a table.
func (r *Tagged) in(t Table) []Phrase { return r.by[t.index()] }

// tag marks words as those of a phrase of a table.
func (r *Tagged) tag(first, end int, t Table) {
	for i := first; i < end; i++ {
		r.tags[i] |= t
	}
}

// Has reports whether a word is in a phrase of one of some tables.
func (r *Tagged) Has(i int, t Table) bool { return r.tags[i]&t != 0 }

// nonOverlapping removes phrases that overlap one that begins earlier, or that is
// longer.
func nonOverlapping(all []Phrase) []Phrase {
	slices.SortStableFunc(all, func(a, b Phrase) int { return cmp.Or(a.First-b.First, b.End-a.End) })
	out, last := all[:0], 0
	for _, f := range all {
		if f.First >= last {
			out, last = append(out, f), f.End
		}
	}
	return out
}

// removeNested removes phrases that are part of a longer phrase of another table which
// decides what they are: the country in "South China Sea", or in the name of a
// programme or a paper.
func (r *Tagged) removeNested() {
	remove := func(t Table, nested func(Phrase) bool) {
		r.by[t.index()] = slices.DeleteFunc(r.by[t.index()], nested)
	}
	places, programmes := r.in(Places), r.in(Programmes)
	long := slices.DeleteFunc(slices.Clone(r.in(Organisations)), func(f Phrase) bool { return f.End-f.First < 2 })
	inOrganisation := func(f Phrase) bool { // a single character in the name of an organisation
		return f.End-f.First == 1 && r.Words[f.First].Shape == text.Han && isWithin(f, long)
	}
	remove(Countries, func(f Phrase) bool { return isWithin(f, places) || inOrganisation(f) })
	countries := r.in(Countries)
	remove(Peoples, func(f Phrase) bool { return isWithin(f, places) || isWithin(f, countries) || inOrganisation(f) })
	remove(Organisations, func(f Phrase) bool { return isWithin(f, places) || isWithin(f, programmes) })
	organisations := r.in(Organisations)
	remove(Places, func(f Phrase) bool { return isWithin(f, organisations) })
}

// isWithin reports whether a phrase is part of one of others, which are in order.
func isWithin(f Phrase, others []Phrase) bool {
	i, _ := slices.BinarySearchFunc(others, f.First+1, func(o Phrase, first int) int { return o.First - first })
	return i > 0 && others[i-1].End >= f.End && others[i-1].End > f.First
}

// From returns the phrases of a table that begin at a word or after it.
func (r *Tagged) From(t Table, first int) []Phrase {
	all := r.in(t)
	i, _ := slices.BinarySearchFunc(all, first, func(f Phrase, first int) int { return f.First - first })
	return all[i:]
}

// Ending returns the phrase of a table that ends right before a word.
func (r *Tagged) Ending(t Table, end int) (Phrase, bool) {
	all := r.in(t)
	i, _ := slices.BinarySearchFunc(all, end, func(f Phrase, end int) int { return f.First - end })
	if i > 0 && all[i-1].End == end {
		return all[i-1], true
	}
	return Phrase{}, false
}

// Starting returns the phrase of a table that begins at a word.
func (r *Tagged) Starting(t Table, first int) (Phrase, bool) {
	if all := r.From(t, first); len(all) > 0 && all[0].First == first {
		return all[0], true
	}
	return Phrase{}, false
}

// isPhrase reports whether words are, as a whole, one phrase of a table.
func (r *Tagged) isPhrase(at Span, t Table) bool {
	f, ok := r.Starting(t, at.First)
	return ok && f.End == at.End
}

// Span is words of a text: from the first to before the end.
type Span struct{ First, End int }

// SpanOf returns the words of a mention.
func (r *Tagged) SpanOf(m *Mention) Span {
	first, _ := slices.BinarySearchFunc(r.Words, m.Start, func(w text.Word, start int) int { return w.Start - start })
	end := first
	for end < len(r.Words) && r.Words[end].Start < m.End {
		end++
	}
	return Span{first, end}
}

// Mention makes a mention of words; resolved may be empty for the words themselves.
func (r *Tagged) Mention(k Kind, first, end int, resolved string) Mention {
	start, stop := r.Words[first].Start, r.Words[end-1].End
	last := &r.Words[end-1]
	if end-first > 1 && last.Shape == text.Initial && last.Before == text.GapDot && stop < len(r.Raw) && r.Raw[stop] == '.' {
		stop++ // the last dot of "U.S."
	}
	stop = r.withClosingMark(start, stop)
	m := Mention{Kind: k, Start: start, End: stop, Surface: r.Raw[start:stop], Resolved: resolved}
	if m.Resolved == "" {
		m.Resolved = m.Surface
	}
	return m
}

// marks are the marks that come in pairs.
var marks = map[rune]rune{'«': '»', '“': '”', '(': ')', '（': '）', '《': '》', '„': '“'}

// withClosingMark returns the end of a mention, with the mark after it if that closes
// a mark within.
func (r *Tagged) withClosingMark(start, stop int) int {
	next, n := utf8.DecodeRuneInString(r.Raw[stop:])
	for open, shut := range marks {
		if next == shut && strings.ContainsRune(r.Raw[start:stop], open) && !strings.ContainsRune(r.Raw[start:stop], shut) {
			return stop + n
		}
	}
	return stop
}

// maxSentence bounds, in words, what is read together.
const maxSentence = 250

// sentences visits the sentences: from a word to before another.
func (r *Tagged) sentences() func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		first := 0
		for i := 1; i <= len(r.Words); i++ {
			if i < len(r.Words) && !r.Words[i].First && i-first < maxSentence {
				continue
			}
			if !yield(first, i) {
				return
			}
			first = i
		}
	}
}

// hanVerbReach bounds, in characters, how far after a Chinese name its verb is looked
// for.
const hanVerbReach = 14

// VerbBeside reports whether a verb of speech is right before words or after them; a
// short word may be between: "Blinken also said".
func (r *Tagged) VerbBeside(s Span) bool {
	if s.First > 0 && !r.Words[s.First].First && r.Has(s.First-1, Verbs) && r.Words[s.First].Before&^(text.GapBlank|text.GapLine) == 0 {
		return true
	}
	reach := 3
	if r.Words[s.First].Shape == text.Han {
		reach = hanVerbReach
	}
	for k := s.End; k < min(s.End+reach, len(r.Words)); k++ {
		w := &r.Words[k]
		if w.First || k == s.End && w.Before&^(text.GapBlank|text.GapLine|text.GapComma) != 0 {
			return false
		}
		if r.Has(k, Verbs) {
			return true
		}
		if reach == hanVerbReach && k > s.End && w.Before != 0 {
			return false
		}
		if w.Shape != text.Lower && w.Shape != text.Han && !r.Has(k, He|She) {
			return false
		}
	}
	return false
}
