package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// alignmentOf writes the pairings and what is left of either name as evidence,
// in the order of the first name.
func alignmentOf(a, b *name.Name, pairs []pair) []enduse.Pairing {
	slices.SortFunc(pairs, func(p, q pair) int { return cmp.Compare(p.i, q.i) })
	total := a.Weight + b.Weight
	var usedB uint64
	out := make([]enduse.Pairing, 0, len(a.Tokens)+len(b.Tokens))
	next := 0
	for i := 0; i < len(a.Tokens); {
		if next < len(pairs) && pairs[next].i == i {
			p := pairs[next]
			next++
			usedB |= mask(p.j, p.nj)
			out = append(out, enduse.Pairing{
				Query: text(a.Tokens[i : i+p.ni]), Listed: text(b.Tokens[p.j : p.j+p.nj]),
				Method: p.method, Alike: p.alike, Share: p.weight / total,
			})
			i += p.ni
			continue
		}
		out = append(out, enduse.Pairing{Query: a.Tokens[i].Text, Method: MethodUnmatched, Share: a.Tokens[i].Weight / total})
		i++
	}
	for j, t := range b.Tokens {
		if usedB&mask(j, 1) == 0 {
			out = append(out, enduse.Pairing{Listed: t.Text, Method: MethodUnmatched, Share: t.Weight / total})
		}
	}
	return out
}

func text(tokens []name.Token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.Text
	}
	return strings.Join(words, " ")
}

// methodOf says in words how two names that are not equal agree.
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
