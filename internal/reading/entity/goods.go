package entity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/reading/text"
)

// GoodsMentions returns the goods that a text names: by a code, by general words, and
// by the terms of lexicons of controlled goods.
func (r *Tagged) GoodsMentions(lexicons []*goods.Lexicon) []Mention {
	out := codedGoods(r)
	for _, f := range r.in(GoodsWords) {
		m := r.Mention(Goods, f.First, f.End, "")
		l := r.tables.leads[f.Value.row]
		m.Resolved, m.Leads = l.Category, []Lead{l}
		out = append(out, m)
	}
	for first, end := range r.sentences() {
		s := goodsSentence{r, first, end}
		for _, x := range lexicons {
			for _, f := range x.Find(r.Between(first, end)) {
				if m, ok := s.mention(f); ok {
					out = append(out, m)
				}
			}
		}
	}
	return mergeOverlapping(out)
}

// goodsSentence is a sentence in which the terms of a lexicon are looked for.
type goodsSentence struct {
	*Tagged
	first, end int
}

// mention makes a mention of a term: its words next to each other, with at most two
// words between them.
func (s *goodsSentence) mention(f goods.Found) (Mention, bool) {
	wanted := strings.Fields(f.Phrase)
	if len(wanted) == 0 {
		return Mention{}, false
	}
	endOf := func(i int) int { return s.endOfWords(i, min(s.end, i+len(wanted)+2), wanted) }
	if s.Words[s.first].Shape == text.Han || strings.ContainsFunc(f.Phrase, text.IsHan) {
		endOf = func(i int) int { return s.endOfCharacters(i, f.Phrase) }
	}
	for i := s.first; i < s.end; i++ {
		if end := endOf(i); end > 0 {
			m := s.Mention(Goods, i, end, f.Term.Name)
			m.Leads = []Lead{leadOf(f)}
			return m, true
		}
	}
	return Mention{}, false
}

// endOfWords returns where all wanted words have occurred, if the first of them is at
// i; else 0.
func (s *goodsSentence) endOfWords(i, end int, wanted []string) int {
	if !slices.Contains(wanted, s.Folded(i)) {
		return 0
	}
	left := slices.Clone(wanted)
	for k := i; k < end; k++ {
		if at := slices.Index(left, s.Folded(k)); at >= 0 {
			if left = slices.Delete(left, at, at+1); len(left) == 0 {
				return k + 1
			}
		}
	}
	return 0
}

// endOfCharacters returns where a term of characters ends that begins at i, or 0; each
// character is a word.
func (s *goodsSentence) endOfCharacters(i int, phrase string) int {
	k := i
	for k < s.end && phrase != "" && strings.HasPrefix(phrase, s.Folded(k)) {
		phrase = phrase[len(s.Folded(k)):]
		k++
	}
	if phrase != "" || k == i {
		return 0
	}
	return k
}

// leadOf makes a lead of a term of a lexicon.
func leadOf(f goods.Found) Lead {
	l := Lead{Category: f.Term.Name, Citation: "lexicon of controlled goods: " + f.Phrase}
	for _, c := range f.Term.Codes {
		l.Codes = append(l.Codes, c.Code)
	}
	l.Codes = append(l.Codes, f.Term.Controls...)
	return l
}

// mergeOverlapping makes one mention of those that overlap: the longest, with the
// leads of all.
func mergeOverlapping(all []Mention) []Mention {
	slices.SortStableFunc(all, func(a, b Mention) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	var out []Mention
	for _, m := range all {
		if n := len(out); n > 0 && m.Start < out[n-1].End {
			last := &out[n-1]
			for _, l := range m.Leads {
				if !slices.ContainsFunc(last.Leads, func(o Lead) bool { return o.Category == l.Category }) {
					last.Leads = append(slices.Clone(last.Leads), l)
				}
			}
			continue
		}
		out = append(out, m)
	}
	return out
}
