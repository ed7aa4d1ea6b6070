package name

import (
	_ "embed" // the tables
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// wordTable says what words are in a name. The columns are:
//
//   - kind: particle, title, business and company words have a class of their own. An
//     honorific is a title that also follows a name. A collective word makes a name
//     one of an organisation, as a business word does: only those are called by their
//     initials. A firm word says what a firm is and names no firm. A short word is one
//     of trade that is a name as often, an abbreviation as a rule: it is not of the
//     core of a name that has a longer word. A glued word belongs to legal forms and
//     is so long that a word which begins or ends with it is two that lost the blank
//     between them ("shippingcompany"). A trade word can follow a legal form in a name
//     that was cut off. A son word comes before the name of the father. A patronymic
//     is the ending of one, in East Slavic names.
//   - language
//   - words: separated by blanks.
//
//go:embed words.tsv
var wordTable string

// abbreviationTable has words that are written in several ways, most of them short.
// The columns are the language, the word, and what is written for it.
//
//go:embed abbreviations.tsv
var abbreviationTable string

// tradeTable has the words of trade in the names of companies, in languages other than
// English, in Latin letters. Words that are as often names of people or of places
// (Nova, Sur, Norte) are left out. Words in other scripts are in translationTable. The
// columns are:
//
//   - english: the word that they are all read as, one word; words.tsv has its class.
//   - language
//   - words: separated by blanks.
//   - source: "verify" for words of common usage that were not checked at a source.
//
//go:embed tradewords.tsv
var tradeTable string

// words is what the three tables say, each word folded.
type words struct {
	classes       map[string]Class  // of words that are not plain, by their folded Latin form
	abbreviations map[string]string // the word for each of its abbreviations
	english       map[string]string // the English word for one of another language

	honorifics, collectives, firmKinds, shortTrade, sons map[string]bool

	glued, trade, patronymics []string
}

// lexicon reads the tables. A legal form is a word under the name of its class; see
// legalTable.
var lexicon = sync.OnceValue(func() *words {
	l := &words{
		classes: map[string]Class{}, abbreviations: map[string]string{}, english: map[string]string{},
		honorifics: map[string]bool{}, collectives: map[string]bool{}, firmKinds: map[string]bool{},
		shortTrade: map[string]bool{}, sons: map[string]bool{},
	}
	for column := range wordlist.Rows(wordTable) {
		l.add(column[0], foldedWords(column[2]))
	}
	for _, f := range legalForms() {
		l.classes[f.class] = Legal
	}
	for column := range wordlist.Rows(abbreviationTable) {
		for _, w := range foldedWords(column[2]) {
			l.abbreviations[w] = foldedWord(column[1])
		}
	}
	for column := range wordlist.Rows(tradeTable) {
		for _, w := range foldedWords(column[2]) {
			l.english[w] = foldedWord(column[0])
		}
	}
	return l
})

// add adds words of a kind, and reports whether there is such a kind.
func (l *words) add(kind string, words []string) (known bool) {
	class := func(c Class) {
		for _, w := range words {
			l.classes[w] = c
		}
	}
	mark := func(set map[string]bool) {
		for _, w := range words {
			set[w] = true
		}
	}
	switch kind {
	case "particle":
		class(Particle)
	case "title":
		class(Title)
	case "honorific":
		class(Title)
		mark(l.honorifics)
	case "business":
		class(Business)
	case "company": // in many laws a legal form of its own; it does not distinguish firms
		class(Legal)
	case "collective":
		mark(l.collectives)
	case "firm":
		mark(l.firmKinds)
	case "short":
		mark(l.shortTrade)
	case "glued":
		l.glued = append(l.glued, words...)
	case "trade":
		l.trade = append(l.trade, words...)
	case "son":
		mark(l.sons)
	case "patronymic":
		l.patronymics = append(l.patronymics, words...)
	default:
		return false
	}
	return true
}
