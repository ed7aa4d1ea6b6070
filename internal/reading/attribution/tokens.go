package attribution

import "github.com/enduse/enduse/internal/reading/text"

// tagged are tokens with what the lexicon of their language says of them.
type tagged struct {
	lang   *language
	tokens []text.Token
	senses [][]*text.Phrase[sense] // the phrases that begin at each token
	roles  []Role                  // their roles
}

// tagTokens finds the phrases of a language in tokens.
func tagTokens(l *language, tokens []text.Token) tagged {
	w := tagged{l, tokens, make([][]*text.Phrase[sense], len(tokens)), make([]Role, len(tokens))}
	for i := range tokens {
		l.phrases.Starting(tokens, i, func(p *text.Phrase[sense]) {
			w.senses[i] = append(w.senses[i], p)
			w.roles[i] |= p.Value.role
		})
	}
	return w
}

// part returns the tokens from one to before another.
func (w *tagged) part(from, until int) tagged {
	return tagged{w.lang, w.tokens[from:until], w.senses[from:until], w.roles[from:until]}
}

// is reports whether words of a role begin at a token.
func (w *tagged) is(r Role, i int) bool { return w.length(r, i) > 0 }

// length returns how many tokens the words of a role have that begin at one.
func (w *tagged) length(r Role, i int) (n int) {
	if i < 0 || i >= len(w.tokens) || w.roles[i]&r == 0 {
		return 0
	}
	for _, p := range w.senses[i] {
		if p.Value.role == r && p.Words > n && i+p.Words <= len(w.tokens) {
			n = p.Words
		}
	}
	return n
}

// has reports whether words of a role are among the tokens.
func (w *tagged) has(r Role) bool {
	for i := range w.tokens {
		if w.is(r, i) {
			return true
		}
	}
	return false
}

// firstHas reports whether words of a role are among the first tokens, at most n.
func (w *tagged) firstHas(r Role, n int) bool {
	first := w.part(0, min(len(w.tokens), n))
	return first.has(r)
}

// verbAt returns the verb that begins at a token, and how many tokens it has, or 0.
func (w *tagged) verbAt(i int) (*verbs, int) { return w.verbSense(i, false) }

// participleAt returns the verb whose participle begins at a token, and how many tokens
// it has, or 0.
func (w *tagged) participleAt(i int) (*verbs, int) { return w.verbSense(i, true) }

func (w *tagged) verbSense(i int, participle bool) (*verbs, int) {
	var best *text.Phrase[sense]
	for _, p := range w.senses[i] {
		if p.Value.verb == nil || p.Value.participle != participle || i+p.Words > len(w.tokens) {
			continue
		}
		if best == nil || p.Before(best) {
			best = p
		}
	}
	if best == nil {
		return nil, 0
	}
	return best.Value.verb, best.Words
}

// isVerb reports whether a verb begins at a token.
func (w *tagged) isVerb(i int) bool {
	_, n := w.verbAt(i)
	return n > 0
}

// leavesOpen reports whether there is a verb that leaves open what it is about: "does
// not rule out".
func (w *tagged) leavesOpen() bool {
	for i := range w.tokens {
		if v, n := w.verbAt(i); n > 0 && v.Modality == Possible {
			return true
		}
	}
	return false
}
