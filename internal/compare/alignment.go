package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// alignmentOf returns the pairings and the unpaired tokens of either name as evidence, in
// the order of the first name. Their shares sum to 1. Their parts sum to twice the
// similarity less one, which is what the whole name adds as a share of its weight.
func alignmentOf(a, b *name.Name, pairs []pair, w NameWeights, similarity float64) []enduse.Pairing {
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Compare(p.i, q.i) })
	l := weighAlignment(a, b, pairs, w)
	all := l.paired + l.cost
	total := a.Weight + b.Weight
	left := func(t *name.Token) enduse.Pairing {
		return enduse.Pairing{Method: MethodUnmatched, Share: t.Weight / total, Part: -t.Weight / l.unpaired * l.cost / all}
	}
	var usedB uint64
	out := make([]enduse.Pairing, 0, len(a.Tokens)+len(b.Tokens))
	next := 0
	for i := 0; i < len(a.Tokens); {
		if next < len(pairs) && pairs[next].i == i {
			p := pairs[next]
			next++
			usedB |= mask(p.j, p.nj)
			out = append(out, enduse.Pairing{
				Query: text(a.Tokens[i : i+p.ni]), Listed: text(b.Tokens[p.j : p.j+p.nj]), Method: p.method,
				Alike: p.similarity, Share: p.weight / total, Part: p.weight * (2*l.factor*p.similarity - 1) / all,
			})
			i += p.ni
			continue
		}
		p := left(&a.Tokens[i])
		p.Query = a.Tokens[i].Text
		out = append(out, p)
		i++
	}
	for j := range b.Tokens {
		if usedB&mask(j, 1) == 0 {
			p := left(&b.Tokens[j])
			p.Listed = b.Tokens[j].Text
			out = append(out, p)
		}
	}
	settle(out, 2*similarity-1)
	return out
}

// settle makes the parts sum to what the name adds as a whole if that is capped: the rest
// is spread by share.
func settle(alignment []enduse.Pairing, whole float64) {
	for i := range alignment {
		whole -= alignment[i].Part
	}
	for i := range alignment {
		alignment[i].Part += whole * alignment[i].Share
	}
}

func text(tokens []name.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Text
	}
	return strings.Join(words, " ")
}

// methodOf returns in words how two names that are not equal agree.
func methodOf(alignment []enduse.Pairing) string {
	found := map[string]bool{}
	for _, p := range alignment {
		found[p.Method] = true
	}
	var words []string
	for _, m := range []struct{ method, text string }{
		{MethodSame, "same words"},
		{MethodSpelling, "other spelling"},
		{MethodReading, "other script"},
		{MethodJoined, "words joined"},
		{MethodAcronym, "acronym"},
		{MethodNickname, "nickname"},
		{MethodInitial, "initial"},
		{MethodUnmatched, "words left over"},
	} {
		if found[m.method] {
			words = append(words, m.text)
		}
	}
	if len(words) == 1 && found[MethodSame] {
		return "same words in another order"
	}
	return strings.Join(words, ", ")
}
