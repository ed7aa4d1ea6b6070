package mention

import "strings"

// hanHeads are the ends of names of organisations in Chinese, the longest first.
var hanHeads = strings.Fields("有限责任公司 股份有限公司 有限公司 集团公司 研究所 研究院 实验室 委员会 研究中心 公司 集团 大学 学院 银行 协会 基金会 联盟 制造厂 工厂")

// hanStops are the characters before which no name of an organisation begins.
const hanStops = "的和与及对在是将向了于被把由从给到为以及或等其该这那家些称说据并且而但因还也又都就至让令使名个项含括"

// unparted returns the organisations whose names are written without blanks: up
// to a word that ends such names, from a mark or a word that does not stand in
// them.
func (r *reader) unparted() (out []Mention) {
	for i := range r.words {
		if r.words[i].shape != han {
			continue
		}
		for _, head := range hanHeads {
			end := r.spells(i, head)
			if end == 0 || r.has(i, tagOf(organizations)) {
				continue
			}
			first := i
			for first > 0 && i-first < longestName && r.goesOn(first) {
				first--
			}
			if i-first >= 2 {
				out = append(out, r.mention(Organization, first, end, ""))
				out[len(out)-1].Country = r.sideOf(first, end)
				r.mark(first, end, organizations)
			}
			break
		}
	}
	return out
}

// goesOn reports whether the character before a word belongs to the same name.
func (r *reader) goesOn(i int) bool {
	before := &r.words[i-1]
	if r.words[i].before != 0 || before.shape != han && !before.capitals() {
		return false
	}
	if r.has(i-1, tagOf(organizations)) {
		return true
	}
	return !strings.Contains(hanStops, r.at(i-1)) && !r.has(i-1, tagOf(verbs, places))
}

// spells returns behind which word a phrase ends that begins at a word, or 0.
func (r *reader) spells(i int, phrase string) int {
	for phrase != "" {
		if i >= len(r.words) || !strings.HasPrefix(phrase, r.at(i)) {
			return 0
		}
		phrase = phrase[len(r.at(i)):]
		i++
	}
	return i
}
