package statement

import (
	"embed"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// ontologyFiles has a language each: the verbs of speech with their classes, the
// words that frame what is said, and those that events are known by.
//
//go:embed ontology/*.yaml
var ontologyFiles embed.FS

// Ontologies are those of the languages, by their codes.
type Ontologies map[string]*ontology

// ontology is what a language reports speech with. A form is one word or
// several; a word that ends in * stands for all that begin so.
type ontology struct {
	Verbs []entry           `yaml:"verbs"`
	Words map[role][]string `yaml:"words"`
	// Drops says that a verb may do without a subject: that of the verb before.
	Drops bool `yaml:"drops"`
	// Clitics are subjects that a verb ends in: a-t-il, explique-t-elle.
	Clitics []string `yaml:"clitics"`
	// Patterns are the forms of regular verbs: "warn+s" in a list of forms stands for
	// each form of the pattern "s", with the stem in place of ~.
	Patterns map[string][]string `yaml:"patterns"`
	// Inverts says that a subject may stand behind its verb anywhere; else it does so
	// behind a quotation only.
	Inverts bool `yaml:"inverts"`
	// Impersonal is the preposition behind which may stand where they are who say it,
	// in place of who they are, "in the ministry said". A language that has one has no
	// articles, and nouns for speakers follow each other, "head of office".
	Impersonal string `yaml:"impersonal"`
	// Unspaced languages are written without blanks: each character is a word.
	Unspaced bool `yaml:"unspaced"`

	verbs phrases[*entry]
	// participles are what is left of forms that begin with an auxiliary: other
	// words may stand between the two.
	participles phrases[*entry]
	sets        map[role]phrases[bool]
}

// role is what words of an ontology do.
type role string

const (
	according     role = "according"  // name a speaker: "according to"
	speakers      role = "speakers"   // people and bodies that speak: officials, ministry
	attributes    role = "attributes" // stand before or behind such a noun
	articles      role = "articles"
	of            role = "of"            // join a speaker with whom he speaks for
	that          role = "that"          // join a verb with what is said
	to            role = "to"            // join a verb with whom it is said to
	before        role = "before"        // prepositions: what they precede is no subject
	circumstances role = "circumstances" // follow a verb without being what is said
	also          role = "also"          // may stand between a subject and its verb
	and           role = "and"
	not           role = "not"
	perhaps       role = "perhaps"
	auxiliaries   role = "auxiliaries"  // before a participle
	passive       role = "passive"      // forms of to be, before a participle
	by            role = "by"           // the agent of a passive
	relative      role = "relative"     // stands for a thing before a verb
	conjunctions  role = "conjunctions" // prepositions that begin a clause too: "after Pyongyang warned"
	determiners   role = "determiners"  // what a noun stands behind: no verb does
	gerunds       role = "gerunds"      // go on with the subject of the verb before
	endings       role = "endings"      // end nouns for people and bodies, where there are no blanks
	personal      role = "personal"     // those of the endings that are of people: a name may follow
	surnames      role = "surnames"     // begin names, there
	occasions     role = "occasions"    // end a circumstance that stands before its noun, there
	askers        role = "askers"       // who asks, and
	answerers     role = "answerers"    // who answers in a transcript, before a colon
	suppliers     role = "suppliers"    // those of the speakers that trade
	subjects      role = "subjects"     // pronouns that speak
	things        role = "things"       // those of them that are no people
	objects       role = "objects"      // pronouns behind a preposition
	infinitive    role = "infinitive"   // begins what somebody is asked to do, or accused of
	sanction      role = "sanction"
	lift          role = "lift"
	impose        role = "impose"
	removals      role = "removals"  // say of the parties that follow that they are off a list
	additions     role = "additions" // or on it
	registers     role = "registers" // the lists
	supply        role = "supply"
	towards       role = "towards" // before where goods go
	out           role = "out"     // before where they come from
	arms          role = "arms"
	stop          role = "stop"
	talks         role = "talks"
	coming        role = "coming"
	abbreviations role = "abbreviations" // end in a point that ends no sentence
)

// roles are all of them: an ontology has words for each, or says it has none.
var roles = []role{
	according, speakers, attributes, articles, of, that, to, before, circumstances, also, and, not, perhaps, auxiliaries, passive, by, relative, conjunctions, determiners, gerunds, endings, personal, surnames, occasions, askers, answerers, suppliers, subjects, things, objects, infinitive,
	sanction, lift, impose, removals, additions, registers, supply, towards, out, arms, stop, talks, coming, abbreviations,
}

// entry is verbs of one class.
type entry struct {
	Class    Class    `yaml:"class"`
	Modality Modality `yaml:"modality"` // if the verb itself decides it
	// Addressed verbs have an object that is spoken to: "told".
	Addressed bool `yaml:"addressed"`
	// Framed verbs are of speech only beside a quotation, a "that" or a colon.
	Framed bool     `yaml:"framed"`
	Forms  []string `yaml:"forms"`
}

// addressed reports whether verbs have an object that is spoken to.
func (e *entry) addressed() bool {
	switch e.Class { //nolint:exhaustive // the others have none
	case Asked, Warned, Accused, Threatened, Assured:
		return true
	default:
		return e.Addressed
	}
}

// LoadOntologies reads the ontologies that come along. An error is a defect of
// the program.
func LoadOntologies() (Ontologies, error) {
	files, err := ontologyFiles.ReadDir("ontology")
	if err != nil {
		return nil, err
	}
	all := Ontologies{}
	for _, f := range files {
		data, err := ontologyFiles.ReadFile(path.Join("ontology", f.Name()))
		if err != nil {
			return nil, err
		}
		o, err := readOntology(data)
		if err != nil {
			return nil, fmt.Errorf("statement: %s: %w", f.Name(), err)
		}
		all[strings.TrimSuffix(f.Name(), ".yaml")] = o
	}
	return all, nil
}

func readOntology(data []byte) (*ontology, error) {
	o := &ontology{verbs: phrases[*entry]{}, participles: phrases[*entry]{}, sets: map[role]phrases[bool]{}}
	if err := yaml.Unmarshal(data, o); err != nil {
		return nil, err
	}
	for r := range o.Words {
		if !slices.Contains(roles, r) {
			return nil, fmt.Errorf("words have no role %q", r)
		}
	}
	for _, r := range roles {
		forms, ok := o.Words[r]
		if !ok {
			return nil, fmt.Errorf("no words are given for %q; give [] if the language has none", r)
		}
		o.sets[r] = phrases[bool]{}
		for _, f := range forms {
			o.sets[r].add(o.words(f), true)
		}
	}
	for i := range o.Verbs {
		for _, f := range o.Verbs[i].Forms {
			all, err := o.forms(f)
			if err != nil {
				return nil, err
			}
			for _, f := range all {
				o.addVerb(o.words(f), &o.Verbs[i])
			}
		}
	}
	return o, nil
}

// forms are those that a form of a list stands for.
func (o *ontology) forms(form string) ([]string, error) {
	stem, pattern, regular := strings.Cut(form, "+")
	if !regular {
		return []string{form}, nil
	}
	pattern, behind, _ := strings.Cut(pattern, " ")
	all, ok := o.Patterns[pattern]
	if !ok {
		return nil, fmt.Errorf("%q is of no pattern; there are %v", form, slices.Sorted(maps.Keys(o.Patterns)))
	}
	out := make([]string, len(all))
	for i, p := range all {
		if !strings.Contains(p, "~") {
			return nil, fmt.Errorf("pattern %q: %q has no ~ for the stem", pattern, p)
		}
		out[i] = strings.TrimSpace(strings.ReplaceAll(p, "~", stem) + " " + behind)
	}
	return out, nil
}

// addVerb enters a form of a verb; without its auxiliary, and with a subject at its
// end, too.
func (o *ontology) addVerb(words []string, e *entry) {
	o.verbs.add(words, e)
	tokens := make([]token, len(words))
	for i, w := range words {
		tokens[i].low = w
	}
	if len(words) > 1 && o.is(auxiliaries, tokens, 0) {
		o.participles.add(words[1:], e)
	}
	for _, c := range o.Clitics {
		o.verbs.add(append([]string{words[0] + c}, words[1:]...), e)
	}
}

// clitic reports whether a verb ends in its subject.
func (o *ontology) clitic(low string) bool {
	return slices.ContainsFunc(o.Clitics, func(c string) bool { return strings.HasSuffix(low, c) })
}

// is reports whether words of a role begin at a token.
func (o *ontology) is(r role, tokens []token, i int) bool { return o.length(r, tokens, i) > 0 }

// length is how many tokens words of a role have that begin at one.
func (o *ontology) length(r role, tokens []token, i int) int {
	if i < 0 || i >= len(tokens) {
		return 0
	}
	_, n := o.sets[r].at(tokens, i)
	return n
}

// has reports whether words of a role are among tokens.
func (o *ontology) has(r role, tokens []token) bool {
	for i := range tokens {
		if o.is(r, tokens, i) {
			return true
		}
	}
	return false
}

// words are those of a form. A * stays with the word before it.
func (o *ontology) words(form string) []string {
	var words []string
	for _, t := range o.tokens(form, 0) {
		if t.low == "*" && len(words) > 0 {
			words[len(words)-1] += "*"
			continue
		}
		words = append(words, t.low)
	}
	return words
}
