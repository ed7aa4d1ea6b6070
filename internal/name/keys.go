package name

import "strings"

// Keys are hashes that find names with the same letters, however these are cut into words,
// or with the same words in any order.
type Keys struct {
	// Letters is the key of all letters and digits in their order, without blanks:
	// "Aero Caribbean" and "AEROCARIBBEAN" have the same.
	Letters uint64
	// Words is the key of the words in any order, without legal forms, particles and
	// titles; 0 if no word is left.
	Words uint64
	// Core is Letters of the words that are left without words of trade, places, legal
	// forms, particles and titles: "LC Aircompany Kyrgyztransavia" and "Kyrgyz Trans Avia"
	// have the same. 0 if no word is left.
	Core uint64
	// Confusable is Letters with confusable letters, digits and pairs of letters taken for
	// one: "rnahan a1r" and "mahan air" have the same. Optical character recognition
	// confuses them, and people write one for another on purpose.
	Confusable uint64
	// Turned is Letters of a name with a comma after what follows the comma is moved to
	// the front: that of "SMITH, John" is Letters of "John Smith". 0 for any other name.
	Turned uint64
	// Head is the key of the first headLetters bytes of the letters; 0 if the name has
	// fewer. A name that was cut off has the head of the whole.
	Head uint64
}

// headLetters is how many bytes of a name identify it if the rest was cut off.
const headLetters = 14

// letterKey is the hash of a sequence of letters: FNV-1a of their bytes, with the bits
// spread at the end.
type letterKey uint64

const newLetterKey letterKey = 14695981039346656037

func (k letterKey) with(letters string) letterKey {
	for i := range len(letters) {
		if letters[i] != ' ' {
			k = (k ^ letterKey(letters[i])) * 1099511628211
		}
	}
	return k
}

func (k letterKey) sum() uint64 {
	h := uint64(k)
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	h ^= h >> 32
	return h
}

// LettersKey returns Keys.Letters of folded text, which need not be a name.
func LettersKey(folded string) uint64 { return newLetterKey.with(folded).sum() }

// confusableKey is Keys.Confusable of folded text.
func confusableKey(folded string) uint64 {
	k := newLetterKey
	for i := 0; i < len(folded); i++ {
		c := folded[i]
		if c == ' ' {
			continue
		}
		if to := confusedWith[c]; to != 0 {
			c = to
		}
		if i+1 < len(folded) {
			switch next := folded[i+1]; {
			case c == 'r' && next == 'n':
				c, i = 'm', i+1
			case c == 'v' && next == 'v':
				c, i = 'w', i+1
			case c == 'c' && (next == 'l' || next == '1' || next == 'i'):
				c, i = 'd', i+1
			}
		}
		k = (k ^ letterKey(c)) * 1099511628211
	}
	return k.sum()
}

// confusedWith has the letter with which a letter or digit is confused. The facts are among
// those of confusables.txt (Unicode Technical Standard 39) and the usual errors of optical
// character recognition.
var confusedWith = [256]byte{
	'0': 'o', '1': 'l', 'i': 'l', 'j': 'l', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g', 'q': 'g',
}

// LettersOf returns Keys.Letters of any text without analysing it.
func LettersOf(text string) uint64 {
	letters, _ := QuickKeys(text)
	return letters
}

// QuickKeys returns Keys.Letters and Keys.Words of any text without analysing it. Words is
// right only for a name without legal forms, titles, particles and words of trade.
func QuickKeys(text string) (letters, words uint64) {
	var folded, joined [stackText]byte
	all, word := newLetterKey, newLetterKey
	for _, c := range appendWords(joined[:0], appendFolded(folded[:0], foldMixedScript(text))) {
		if c == ' ' {
			words, word = words+word.sum()*wordSpread, newLetterKey
			continue
		}
		all, word = (all^letterKey(c))*1099511628211, (word^letterKey(c))*1099511628211
	}
	return all.sum(), words + word.sum()*wordSpread
}

// wordSpread keeps the sums of words distinct from keys of letters.
const wordSpread = 0x9E3779B97F4A7C15

// IsNobody reports whether a name is only a legal form, or one word that says what a firm
// is. On a list that is an error of the publisher, and as the name of a customer it cannot
// be searched for.
func (n *Name) IsNobody() bool {
	return n.isForm || len(n.Tokens) == 1 && (n.Tokens[0].Class == Legal || lexicon().firmKinds[n.Tokens[0].Text])
}

// IsGeneric reports whether every word of a name says what a firm is: "Holding Ltd" is the
// end of many names, and identifies nobody if it is a part of a longer text.
func (n *Name) IsGeneric() bool {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class != Legal && !lexicon().firmKinds[t.Text] {
			return false
		}
	}
	return true
}

// headKey returns Keys.Head of folded text.
func headKey(folded string) uint64 {
	k, n := newLetterKey, 0
	for i := range len(folded) {
		if folded[i] == ' ' {
			continue
		}
		if k, n = (k^letterKey(folded[i]))*1099511628211, n+1; n == headLetters {
			return k.sum()
		}
	}
	return 0
}

// wordKey returns what a word adds to Keys.Words.
func wordKey(word string) uint64 { return newLetterKey.with(word).sum() * wordSpread }

// WordsKey returns Keys.Words of some tokens of a name.
func WordsKey(tokens []Token) (key uint64) {
	for i := range tokens {
		key += tokens[i].WordKey()
	}
	return key
}

// WordKey returns what the token adds to Keys.Words: 0 for a legal form, a particle or a
// title.
func (t *Token) WordKey() uint64 {
	if t.Class == Legal || t.Class == Particle || t.Class == Title {
		return 0
	}
	return wordKey(t.Text)
}

// setKeys sets the keys of a name after its tokens are read.
func (n *Name) setKeys() {
	n.Keys = Keys{Letters: LettersKey(n.Folded), Words: WordsKey(n.Tokens), Confusable: confusableKey(n.Folded)}
	n.Head = headKey(n.Folded)
	if family, given, ok := strings.Cut(n.Text, ","); ok {
		n.Turned = LettersOf(given + " " + family)
	}
	core, found := newLetterKey, false
	for i := range n.Tokens {
		if n.OfCore(i) {
			core, found = core.with(n.Tokens[i].Raw), true
		}
	}
	if found {
		n.Core = core.sum()
	}
}

// OfCore reports whether a token is in the core of the name: a plain word, an initial or a
// number, if it is not a place. A short word is not in the core if there is a long one.
func (n *Name) OfCore(i int) bool {
	t := &n.Tokens[i]
	switch t.Class {
	case Plain, Number, Initial:
	case Particle, Business, Legal, Title:
		return false
	}
	switch {
	case t.Place:
		return false
	case t.Class != Plain, len(t.Raw) > shortWord && !lexicon().shortTrade[t.Raw]:
		return true
	}
	return !n.hasLongWord()
}

// shortWord is the length in bytes up to which a word is left out of the core: most such
// words are abbreviations of legal forms ("LC", "NV").
const shortWord = 2

// hasLongWord reports whether a name has a word that is long enough to be its core.
func (n *Name) hasLongWord() bool {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == Plain && !t.Place && len(t.Raw) > 2*shortWord {
			return true
		}
	}
	return false
}
