package mention

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/goods"
)

// goods returns the goods that the text names: by the phrases of the table, and by
// the lexicons.
func (r *reader) goods(lexicons []Lexicon) []Mention {
	out := r.codes()
	for _, f := range r.by[leads] {
		m := r.mention(Goods, f.first, f.end, "")
		l := r.tables.leads[f.entry.row]
		m.Resolved, m.Leads = l.Category, []Lead{l}
		out = append(out, m)
	}
	for first, end := range r.sentences() {
		for _, x := range lexicons {
			for _, f := range x.Find(r.span(first, end)) {
				if m, ok := r.worded(first, end, f); ok {
					out = append(out, m)
				}
			}
		}
	}
	return merged(out)
}

// sentences visits the sentences: from a word to before another.
func (r *reader) sentences() func(yield func(int, int) bool) {
	return func(yield func(int, int) bool) {
		first := 0
		for i := 1; i <= len(r.words); i++ {
			if i < len(r.words) && !r.words[i].first && i-first < longestSentence {
				continue
			}
			if !yield(first, i) {
				return
			}
			first = i
		}
	}
}

// longestSentence bounds, in words, what is looked at together.
const longestSentence = 250

// worded returns where the words of a term stand: side by side, but for two words
// between them at most.
func (r *reader) worded(first, end int, f goods.Found) (Mention, bool) {
	wanted := strings.Fields(f.Phrase)
	if len(wanted) == 0 {
		return Mention{}, false
	}
	if r.words[first].shape == han || strings.ContainsFunc(f.Phrase, unparted) {
		return r.spelled(first, end, f)
	}
	for i := first; i < end; i++ {
		if k := r.window(i, min(end, i+len(wanted)+2), wanted); k > 0 {
			m := r.mention(Goods, i, k, f.Term.Name)
			m.Leads = []Lead{leadOf(f)}
			return m, true
		}
	}
	return Mention{}, false
}

// window returns behind which word all the wanted ones have stood, if the first
// of them stands at i; else 0.
func (r *reader) window(i, end int, wanted []string) int {
	if !slices.Contains(wanted, r.at(i)) {
		return 0
	}
	left := slices.Clone(wanted)
	for k := i; k < end; k++ {
		if at := slices.Index(left, r.at(k)); at >= 0 {
			if left = slices.Delete(left, at, at+1); len(left) == 0 {
				return k + 1
			}
		}
	}
	return 0
}

// spelled finds a term of characters, which are words of their own here.
func (r *reader) spelled(first, end int, f goods.Found) (Mention, bool) {
	for i := first; i < end; i++ {
		rest, k := f.Phrase, i
		for k < end && rest != "" && strings.HasPrefix(rest, r.at(k)) {
			rest = rest[len(r.at(k)):]
			k++
		}
		if rest == "" && k > i {
			m := r.mention(Goods, i, k, f.Term.Name)
			m.Leads = []Lead{leadOf(f)}
			return m, true
		}
	}
	return Mention{}, false
}

// merged makes one mention of those that overlap: the longest, with the leads of
// all.
func merged(all []Mention) []Mention {
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
