package entity

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/reading/text"
)

// organisationNames recognises the names of organisations.
type organisationNames struct{ *Tagged }

// OrganisationMentions returns the organisations that are named: those of the lexicon,
// and words with capitals if one of them is common in names of organisations. It tags
// their words, so that they are not taken for people.
func (r *Tagged) OrganisationMentions() []Mention {
	names := organisationNames{r}
	out := names.known()
	for i := 0; i < len(r.Words); {
		end := names.ending(i)
		switch {
		case end == i:
			i++
		case names.isLabel(i, end):
			i = end
		default:
			m := r.Mention(Organization, i, end, "")
			m.Country = r.sideInOrBeside(i, end)
			out = append(out, m)
			r.tag(i, end, Organisations)
			i = end
		}
	}
	out = append(out, names.inHan()...)
	out = WithoutOverlap(longestOnly(r.Raw, out))
	return append(out, names.acronyms(out)...)
}

// known returns the organisations of the lexicon.
func (r organisationNames) known() (out []Mention) {
	for _, f := range r.in(Organisations) {
		m := r.Mention(Organization, f.First, f.End, r.tables.names[f.Value.row])
		m.Country = string(r.tables.sides[f.Value.row])
		if before := r.countryBefore(f); m.Country == "" {
			m.Country, _ = r.SideBeside(f.First, f.End)
		} else if before != "" && before != m.Country {
			m.Country, m.Resolved = before, country.Name(enduse.Country(before))+" "+m.Surface
		}
		out = append(out, m)
	}
	return out
}

// countryBefore returns the country right before an organisation in Chinese, whose
// ministries have the same name in all countries.
func (r organisationNames) countryBefore(f Phrase) string {
	if r.Words[f.First].Shape != text.Han || r.Words[f.First].Before != 0 {
		return ""
	}
	for _, t := range []Table{Countries, Peoples} {
		if c, ok := r.Ending(t, f.First); ok {
			return r.codeOf(c)
		}
	}
	return ""
}

// isLabel reports whether words are the label of a trade paper: "Notify Party",
// "Issuing Bank".
func (r organisationNames) isLabel(first, end int) bool {
	for i := first; i < end; i++ {
		if !labels.Has(r.Folded(i)) && !linking.Has(r.Folded(i)) {
			return false
		}
	}
	return true
}

// JoinOrganisations moves the bodies of a side that were found with people to the
// organisations.
func (r *Tagged) JoinOrganisations(found, organisations []Mention) (people, all []Mention) {
	for _, m := range found {
		if m.Kind == Person {
			people = append(people, m)
		} else {
			organisations = append(organisations, m)
		}
	}
	return people, WithoutOverlap(longestOnly(r.Raw, organisations))
}

// longestOnly removes mentions that overlap a longer one.
func longestOnly(raw string, all []Mention) []Mention {
	byLength := slices.Clone(all)
	slices.SortStableFunc(byLength, func(a, b Mention) int { return (b.End - b.Start) - (a.End - a.Start) })
	var out []Mention
	covered := make([]bool, len(raw))
	for _, m := range byLength {
		if slices.Contains(covered[m.Start:m.End], true) {
			continue
		}
		for k := m.Start; k < m.End; k++ {
			covered[k] = true
		}
		out = append(out, m)
	}
	return out
}

// maxName bounds, in words, what is taken for a name.
const maxName = 14

// ending returns where the name of an organisation ends that begins at a word; the
// word itself if nothing is found. A name is words with capitals and the small words
// between them; one of them is a head ("Ministry", "Ltd").
func (r organisationNames) ending(i int) int {
	if !r.mayBegin(i) {
		return i
	}
	end, head, others := i, false, 0
	for k := i; k < len(r.Words) && k-i < maxName; k++ {
		w, folded := &r.Words[k], r.Folded(k)
		if stop := r.quotedEnd(k); k > i && stop > k {
			return stop
		}
		if k > i && (w.First || w.Before&^(text.Joins|text.GapAnd) != 0 && !r.isLegalForm(k) || r.Has(k, OfficeNames|Titles)) {
			break
		}
		switch {
		case w.Possessive:
			if !r.continuesAfterPossessive(k) {
				return r.checkedEnd(i, end, head, others)
			}
		case w.IsCapital() || w.Shape == text.Digits && k > i && head:
			if r.Has(k, Heads) || r.isLegalForm(k) {
				head = true
			} else {
				others++
			}
			end = k + 1
		case r.Has(k, Heads) && w.Shape == text.Lower && r.Language == "ru" && k == i:
			head, end = true, k+1
		case !linking.Has(folded) || !head && folded != "of" && folded != "for" && folded != "de":
			return r.checkedEnd(i, end, head, others)
		}
	}
	return r.checkedEnd(i, end, head, others)
}

// checkedEnd returns the end of a name, or its beginning if it is not one: it has a
// head and another word, and is not the name of a country alone.
func (r organisationNames) checkedEnd(i, end int, head bool, others int) int {
	if !head || others == 0 && end-i < 2 || acts.Has(r.Folded(end-1)) {
		return i
	}
	return end
}

// quotedEnd returns where a name in quotation marks ends that begins at a word, after a
// head: "ООО «...»". It returns the word itself if nothing is found.
func (r organisationNames) quotedEnd(k int) int {
	w := &r.Words[k]
	if k == 0 || !w.IsCapital() || w.Before&text.GapQuote == 0 || w.Before&^(text.GapQuote|text.Joins) != 0 || !r.Has(k-1, Heads) {
		return k
	}
	for end := k + 1; end < min(k+maxName, len(r.Words)); end++ {
		if r.Words[end].Before&text.GapQuote != 0 {
			return end
		}
		if r.Words[end].Before&^(text.Joins|text.GapStop) != 0 {
			return k
		}
	}
	return k
}

// mayBegin reports whether the name of an organisation may begin at a word.
func (r organisationNames) mayBegin(i int) bool {
	w := &r.Words[i]
	if r.Has(i, Heads) {
		return w.Shape != text.Han
	}
	if w.Shape == text.Han || !w.IsCapital() || r.Has(i, OfficeNames|Titles) {
		return false
	}
	return !r.Has(i, Common) || !linking.Has(r.Folded(i)) && !w.First
}

// isLegalForm reports whether a word is a legal form, with a comma in front at most.
func (r organisationNames) isLegalForm(i int) bool {
	w := &r.Words[i]
	if w.Shape == text.Initial {
		return i > 1 && r.isDottedForm(i) || i > 0 && w.Before&text.GapDot == 0 && r.isDottedForm(i+1)
	}
	return legalForms.Has(r.Folded(i)) && w.IsCapital() && w.Before&^(text.Joins|text.GapComma|text.GapStop|text.GapAnd) == 0
}

// isDottedForm reports whether a word and the one before it are a legal form with dots:
// "S.A.".
func (r organisationNames) isDottedForm(i int) bool {
	if i >= len(r.Words) || r.Words[i].Shape != text.Initial || r.Words[i-1].Shape != text.Initial || r.Words[i].Before != text.GapDot {
		return false
	}
	switch r.Folded(i-1) + r.Folded(i) {
	case "sa", "sl", "bv", "nv":
		return true
	}
	return false
}

// continuesAfterPossessive reports whether a name continues after a possessive:
// "Treasury's Office".
func (r organisationNames) continuesAfterPossessive(k int) bool {
	return k+1 < len(r.Words) && r.Has(k+1, Heads) && r.Words[k+1].IsCapital()
}

// acronyms returns the short forms in brackets after an organisation, wherever they
// occur again.
func (r organisationNames) acronyms(all []Mention) (out []Mention) {
	short := map[string]int{}
	at := 0
	for i := 1; i < len(r.Words); i++ {
		w, before := &r.Words[i], &r.Words[i-1]
		if w.Shape != text.Upper || r.Has(i, Organisations|Countries|Programmes) {
			continue
		}
		for at < len(all) && all[at].End < before.End {
			at++
		}
		if w.Before&text.GapParen != 0 && at < len(all) && all[at].End == before.End {
			short[r.Folded(i)] = at
		}
		if k, ok := short[r.Folded(i)]; ok {
			m := r.Mention(Organization, i, i+1, all[k].Resolved)
			m.Country = all[k].Country
			out = append(out, m)
			r.tag(i, i+1, Organisations)
		}
	}
	return out
}
