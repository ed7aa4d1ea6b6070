package mention

import (
	"bytes"
	"regexp"
	"slices"
)

// numbered are resolutions and rules that go by a number: what they are called,
// and how they are written. The number is what the first group has.
var numbered = []struct {
	name    string
	pattern *regexp.Regexp
}{
	{"UN Security Council Resolution ", regexp.MustCompile(`(?:(?:UN |U\.N\. )?(?:Security Council|UNSC) )?[Rr]esolutions? (\d{3,4}(?: ?\(\d{4}\))?)|[Rr]esoluci[oó]n(?:es)? (\d{3,4}(?: ?\(\d{4}\))?)|[Rr]ésolutions? (\d{3,4}(?: ?\(\d{4}\))?)|[Рр]езолюци\p{L}{1,3} (?:Совета Безопасности ООН |СБ ООН )?№? ?(\d{3,4})|第(\d{3,4})号决议`)},
	{"Regulation (EU) ", regexp.MustCompile(`(?:Council )?Regulation \((?:EU|EC)\) (?:No\.? )?(\d{1,4}/\d{4})|Reglamento \((?:UE|CE)\) (?:n\.?[º°] ?)?(\d{1,4}/\d{4})|[Rr]èglement \((?:UE|CE)\) (?:n[º°] ?)?(\d{1,4}/\d{4})|Регламент\p{L}{0,2} \(?ЕС\)? ?№? ?(\d{1,4}/\d{4})`)},
	{"Executive Order ", regexp.MustCompile(`(?:Executive Order|E\.O\.) (\d{5})|[Oo]rden [Ee]jecutiva (\d{5})|第(\d{5})号行政令`)},
	{"sanctions package ", regexp.MustCompile(`(\d{1,2}(?:th|st|nd|rd)) (?:sanctions package|package of sanctions)|(\d{1,2})-?\p{L}{0,3} пакет\p{L}{0,2} санкций|第(\d{1,2})轮制裁`)},
}

// numberWords are the beginnings of the words beside the numbers that count.
var numberWords = []string{"resol", "regul", "reglam", "regle", "order", "orden", "packag", "sanction", "sancion", "резол", "регл", "пакет", "санкц", "号", "轮"}

// Words of the text that are looked at before and behind a number.
const (
	wordsBefore = 9
	wordsBehind = 5
)

// programmes returns treaties, regimes, lists and resolutions.
func (r *reader) programmes() []Mention {
	var out []Mention
	var start, stop int // the part that is yet to be read; those that overlap are one
	for i := range r.words {
		if w := &r.words[i]; w.shape != digits || w.to-w.from > 5 {
			continue
		}
		first, end := max(0, i-wordsBefore), min(len(r.words), i+wordsBehind)
		if !r.numbers(first, end) {
			continue
		}
		if from := r.words[first].start; from > stop {
			out = r.rules(out, start, stop)
			start = from
		}
		stop = min(len(r.raw), r.words[end-1].end+1) // a bracket behind the last word
	}
	out = r.rules(out, start, stop)
	for _, f := range r.by[programmes] {
		out = append(out, r.mention(Programme, f.first, f.end, r.tables.names[f.entry.row]))
	}
	return withoutOverlap(out)
}

// numbers reports whether a word is among others that a number of a rule stands
// beside.
func (r *reader) numbers(first, end int) bool {
	for i := first; i < end; i++ {
		w := &r.words[i]
		folded := r.folded[w.from:w.to]
		if len(folded) == 1 && folded[0] == 'o' && w.shape == initial {
			return true // E.O.
		}
		for _, begin := range numberWords {
			if bytes.HasPrefix(folded, []byte(begin)) {
				return true
			}
		}
	}
	return false
}

// rules appends the rules and resolutions with a number in a part of the text.
func (r *reader) rules(out []Mention, start, stop int) []Mention {
	for _, n := range numbered {
		for _, at := range n.pattern.FindAllStringSubmatchIndex(r.raw[start:stop], -1) {
			m := Mention{Kind: Programme, Start: start + at[0], End: start + at[1]}
			m.Surface = r.raw[m.Start:m.End]
			for g := 2; g < len(at); g += 2 {
				if at[g] >= 0 {
					m.Resolved = n.name + r.raw[start+at[g]:start+at[g+1]]
				}
			}
			out = append(out, m)
		}
	}
	return out
}

// withoutOverlap leaves out mentions that lie over one that begins before, or
// there too and is longer.
func withoutOverlap(all []Mention) []Mention {
	slices.SortStableFunc(all, func(a, b Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out, last := all[:0], -1
	for _, m := range all {
		if m.Start >= last {
			out, last = append(out, m), m.End
		}
	}
	return out
}
