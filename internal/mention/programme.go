package mention

import (
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

// programmes returns treaties, regimes, lists and resolutions.
func (r *reader) programmes() []Mention {
	var out []Mention
	for _, n := range numbered {
		for _, at := range n.pattern.FindAllStringSubmatchIndex(r.raw, -1) {
			m := Mention{Kind: Programme, Start: at[0], End: at[1], Surface: r.raw[at[0]:at[1]]}
			for g := 2; g < len(at); g += 2 {
				if at[g] >= 0 {
					m.Resolved = n.name + r.raw[at[g]:at[g+1]]
				}
			}
			out = append(out, m)
		}
	}
	for _, f := range r.by[programmes] {
		out = append(out, r.mention(Programme, f.first, f.end, r.tables.names[f.entry.row]))
	}
	return withoutOverlap(out)
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
