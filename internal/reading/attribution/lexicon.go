package attribution

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// speech is the speech.yaml of a language. A form is one word or several; a word that
// ends in * is a stem.
type speech struct {
	Verbs []verbs             `yaml:"verbs"`
	Words map[string][]string `yaml:"words"`
	// ProDrop means that a verb may do without a subject: it is that of the verb before.
	ProDrop bool `yaml:"drops"`
	// Clitics are subjects at the end of a verb: a-t-il, explique-t-elle.
	Clitics []string `yaml:"clitics"`
	// Patterns are the forms of regular verbs: "warn+s" in a list of forms is replaced by
	// each form of the pattern "s", with the stem in place of ~.
	Patterns map[string][]string `yaml:"patterns"`
	// SubjectAfterVerb means that a subject may follow its verb anywhere; otherwise it
	// does so only after a quotation.
	SubjectAfterVerb bool `yaml:"inverts"`
	// Impersonal is a preposition that introduces the speaker by place instead of by
	// name, as in Russian: "in the ministry [they] said". A language that has one has no
	// articles, and nouns for speakers follow each other, "head of office".
	Impersonal string `yaml:"impersonal"`
	// Unspaced languages are written without blanks: each character is a word.
	Unspaced bool `yaml:"unspaced"`
}

// verbs are verbs of one class.
type verbs struct {
	Class    Class    `yaml:"class"`
	Modality Modality `yaml:"modality"` // if the verb itself decides it
	// Addressed verbs have an object that is spoken to: "informed".
	Addressed bool `yaml:"addressed"`
	// Framed verbs are verbs of speech only next to a quotation, a "that" or a colon.
	Framed bool     `yaml:"framed"`
	Forms  []string `yaml:"forms"`
}

// hasAddressee reports whether verbs have an object that is spoken to.
func (e *verbs) hasAddressee() bool {
	switch e.Class { //nolint:exhaustive // the others have none
	case Asked, Warned, Accused, Threatened, Assured:
		return true
	default:
		return e.Addressed
	}
}

// language is the lexicon of a language, ready to be searched.
type language struct {
	speech
	phrases *text.Phrases[sense]
}

// sense is what a phrase does: a role, or a verb. A participle is what is left of a form
// that begins with an auxiliary: other words may be between the two.
type sense struct {
	role       Role
	verb       *verbs
	participle bool
}

// languages are the lexicons by the code of the language, read once.
var languages = sync.OnceValue(func() map[string]*language {
	all := map[string]*language{}
	for _, l := range lexicon.Read[speech]("speech.yaml") {
		compiled, err := compile(l.Value)
		if err != nil {
			panic("attribution: " + l.Language + "/speech.yaml: " + err.Error()) // the files are embedded, and a test reads each
		}
		all[l.Language] = compiled
	}
	return all
})

// compile makes phrases of the words of a language.
func compile(s speech) (*language, error) {
	l := &language{speech: s, phrases: text.NewPhrases[sense](1 << 12)}
	for name := range s.Words {
		if !slices.Contains(roleNames, name) {
			return nil, fmt.Errorf("words have no role %q", name)
		}
	}
	for i, name := range roleNames {
		forms, ok := s.Words[name]
		if !ok {
			return nil, fmt.Errorf("no words are given for %q; give [] if the language has none", name)
		}
		for _, f := range forms {
			l.phrases.AddTokens(l.wordsOf(f), sense{role: 1 << i})
		}
	}
	for i := range s.Verbs {
		for _, f := range s.Verbs[i].Forms {
			all, err := l.formsOf(f)
			if err != nil {
				return nil, err
			}
			for _, f := range all {
				l.addVerb(l.wordsOf(f), &s.Verbs[i])
			}
		}
	}
	return l, nil
}

// formsOf returns the forms of a verb: those of its pattern, if it has one.
func (l *language) formsOf(form string) ([]string, error) {
	stem, pattern, regular := strings.Cut(form, "+")
	if !regular {
		return []string{form}, nil
	}
	pattern, after, _ := strings.Cut(pattern, " ")
	all, ok := l.Patterns[pattern]
	if !ok {
		return nil, fmt.Errorf("%q is of no pattern; there are %v", form, slices.Sorted(maps.Keys(l.Patterns)))
	}
	out := make([]string, len(all))
	for i, p := range all {
		if !strings.Contains(p, "~") {
			return nil, fmt.Errorf("pattern %q: %q has no ~ for the stem", pattern, p)
		}
		out[i] = strings.TrimSpace(strings.ReplaceAll(p, "~", stem) + " " + after)
	}
	return out, nil
}

// addVerb adds a form of a verb; also without its auxiliary, and with a subject at its
// end.
func (l *language) addVerb(words []string, v *verbs) {
	l.phrases.AddTokens(words, sense{verb: v})
	if len(words) > 1 && l.beginsWith(Auxiliaries, words) {
		l.phrases.AddTokens(words[1:], sense{verb: v, participle: true})
	}
	for _, c := range l.Clitics {
		l.phrases.AddTokens(append([]string{words[0] + c}, words[1:]...), sense{verb: v})
	}
}

// beginsWith reports whether words begin with a phrase of a role.
func (l *language) beginsWith(r Role, words []string) bool {
	all := make([]text.Token, len(words))
	for i, w := range words {
		all[i].Low = w
	}
	w := tagTokens(l, all)
	return w.is(r, 0)
}

// hasClitic reports whether a verb ends in its subject.
func (l *language) hasClitic(low string) bool {
	return slices.ContainsFunc(l.Clitics, func(c string) bool { return strings.HasSuffix(low, c) })
}

// wordsOf returns the words of a form. A * stays with the word before it.
func (l *language) wordsOf(form string) []string {
	var words []string
	for _, t := range text.TokensOf(form, l.Unspaced) {
		if t.Low == "*" && len(words) > 0 {
			words[len(words)-1] += "*"
			continue
		}
		words = append(words, t.Low)
	}
	return words
}
