package entity

import (
	"bytes"
	"regexp"

	"github.com/enduse/enduse/internal/reading/text"
)

// numberedRules are resolutions and rules that are known by a number: what they are
// called, and how they are written. The number is in one of the groups.
var numberedRules = []struct {
	name    string
	pattern *regexp.Regexp
}{
	{"UN Security Council Resolution ", regexp.MustCompile(`(?:(?:UN |U\.N\. )?(?:Security Council|UNSC) )?[Rr]esolutions? (\d{3,4}(?: ?\(\d{4}\))?)|[Rr]esoluci[oó]n(?:es)? (\d{3,4}(?: ?\(\d{4}\))?)|[Rr]ésolutions? (\d{3,4}(?: ?\(\d{4}\))?)|[Рр]езолюци\p{L}{1,3} (?:Совета Безопасности ООН |СБ ООН )?№? ?(\d{3,4})|第(\d{3,4})号决议`)},
	{"Regulation (EU) ", regexp.MustCompile(`(?:Council )?Regulation \((?:EU|EC)\) (?:No\.? )?(\d{1,4}/\d{4})|Reglamento \((?:UE|CE)\) (?:n\.?[º°] ?)?(\d{1,4}/\d{4})|[Rr]èglement \((?:UE|CE)\) (?:n[º°] ?)?(\d{1,4}/\d{4})|Регламент\p{L}{0,2} \(?ЕС\)? ?№? ?(\d{1,4}/\d{4})`)},
	{"Executive Order ", regexp.MustCompile(`(?:Executive Order|E\.O\.) (\d{5})|[Oo]rden [Ee]jecutiva (\d{5})|第(\d{5})号行政令`)},
	{"sanctions package ", regexp.MustCompile(`(\d{1,2}(?:th|st|nd|rd)) (?:sanctions package|package of sanctions)|(\d{1,2})-?\p{L}{0,3} пакет\p{L}{0,2} санкций|第(\d{1,2})轮制裁`)},
}

// numberWords are the beginnings of the words next to the numbers of rules.
var numberWords = []string{"resol", "regul", "reglam", "regle", "order", "orden", "packag", "sanction", "sancion", "резол", "регл", "пакет", "санкц", "号", "轮"}

// Words of the text that are looked at before and after a number.
const (
	wordsBeforeNumber = 9
	wordsAfterNumber  = 5
)

// ProgrammeMentions returns treaties, regimes, lists and resolutions.
func (r *Tagged) ProgrammeMentions() []Mention {
	var out []Mention
	var start, stop int // the part that is still to be read; parts that overlap are one
	for i := range r.Words {
		if w := &r.Words[i]; w.Shape != text.Digits || w.FoldedLen() > 5 {
			continue
		}
		first, end := max(0, i-wordsBeforeNumber), min(len(r.Words), i+wordsAfterNumber)
		if !r.hasNumberWord(first, end) {
			continue
		}
		if from := r.Words[first].Start; from > stop {
			out = r.appendRules(out, start, stop)
			start = from
		}
		stop = min(len(r.Raw), r.Words[end-1].End+1) // a bracket after the last word
	}
	out = r.appendRules(out, start, stop)
	for _, f := range r.in(Programmes) {
		out = append(out, r.Mention(Programme, f.First, f.End, r.tables.names[f.Value.row]))
	}
	return WithoutOverlap(out)
}

// hasNumberWord reports whether one of some words may be next to the number of a rule.
func (r *Tagged) hasNumberWord(first, end int) bool {
	for i := first; i < end; i++ {
		folded := r.FoldedBytes(i)
		if len(folded) == 1 && folded[0] == 'o' && r.Words[i].Shape == text.Initial {
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

// appendRules appends the rules and resolutions with a number in a part of the text.
func (r *Tagged) appendRules(out []Mention, start, stop int) []Mention {
	for _, n := range numberedRules {
		for _, at := range n.pattern.FindAllStringSubmatchIndex(r.Raw[start:stop], -1) {
			m := Mention{Kind: Programme, Start: start + at[0], End: start + at[1]}
			m.Surface = r.Raw[m.Start:m.End]
			for g := 2; g < len(at); g += 2 {
				if at[g] >= 0 {
					m.Resolved = n.name + r.Raw[start+at[g]:start+at[g+1]]
				}
			}
			out = append(out, m)
		}
	}
	return out
}
