package name

import "strings"

// Keys are three hashes by which names are found that have the same letters,
// however they are cut into words, or the same words in any order.
type Keys struct {
	// Letters is of all letters and digits in their order, blanks aside: that of
	// "Aero Caribbean" is that of "AEROCARIBBEAN".
	Letters uint64
	// Words is of the set of the words that tell the name from others, in any
	// order; legal forms, particles and titles are left out. 0 where there is none.
	Words uint64
	// Core is Letters of the words that are left without words of trade, places,
	// legal forms, particles and titles: that of "LC Aircompany Kyrgyztransavia" is
	// that of "Kyrgyz Trans Avia". 0 where no word is left.
	Core uint64
	// Confusable is Letters with letters, digits and pairs of letters that look alike
	// taken for one: that of "rnahan a1r" is that of "mahan air". A reader of
	// scanned pages takes them for each other, and people write the one for the other
	// on purpose.
	Confusable uint64
	// Turned is Letters of a name with a comma, with what follows it in front: that
	// of "SMITH, John" is Letters of "John Smith". 0 for any other.
	Turned uint64
	// Head is of the first headLetters bytes of the letters; 0 where the name is no
	// longer. A name that was cut off has the head of the whole.
	Head uint64
}

// headLetters is how many bytes of a name are enough to tell it where the rest was
// cut off.
const headLetters = 14

// A letterKey is the hash of letters that come one after the other: FNV-1a of
// their bytes, with the bits spread at the end.
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

// LettersKey is Keys.Letters of folded text, which need not be a name.
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

// confusedWith has the letter that a byte is taken for. The facts are among those of
// confusables.txt (Unicode Technical Standard 39) and the usual errors of optical
// character recognition.
var confusedWith = [256]byte{
	'0': 'o', '1': 'l', 'i': 'l', 'j': 'l', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'b', '7': 't', '8': 'b', '9': 'g', 'q': 'g',
}

// LettersOf is Keys.Letters of any text, without taking it apart.
func LettersOf(text string) uint64 {
	letters, _ := QuickKeys(text)
	return letters
}

// QuickKeys are Keys.Letters and Keys.Words of any text, without taking it apart: of
// words, those of a name that has no legal form, title or particle and no word of
// trade.
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

// wordSpread parts the sums of words from keys of letters.
const wordSpread = 0x9E3779B97F4A7C15

// IsNobody reports whether a name is a legal form alone, or one word that says what
// a firm is: on a list it is an error of its publisher, and as the name of a
// customer nothing that could be found.
func (n *Name) IsNobody() bool {
	return n.form || len(n.Tokens) == 1 && (n.Tokens[0].Class == Legal || lexicon().firmKinds[n.Tokens[0].Text])
}

// IsGeneric reports whether every word of a name says what a firm is: "Holding Ltd" is
// the end of many names, and among other words nobody's.
func (n *Name) IsGeneric() bool {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class != Legal && !lexicon().firmKinds[t.Text] {
			return false
		}
	}
	return true
}

// headKey is Keys.Head of folded text.
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

// wordKey is what a word adds to Keys.Words.
func wordKey(word string) uint64 { return newLetterKey.with(word).sum() * wordSpread }

// WordsKey is Keys.Words of some tokens of a name.
func WordsKey(tokens []Token) (key uint64) {
	for i := range tokens {
		key += tokens[i].WordKey()
	}
	return key
}

// WordKey is what the token adds to Keys.Words: 0 for a legal form, a particle
// and a title.
func (t *Token) WordKey() uint64 {
	if t.Class == Legal || t.Class == Particle || t.Class == Title {
		return 0
	}
	return wordKey(t.Text)
}

// keys sets the keys of a name whose tokens are read.
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

// OfCore reports whether a token is of the name's core: a plain word, an initial
// or a number that is no place, and no word of one or two letters where there is
// a longer one.
func (n *Name) OfCore(i int) bool {
	t := &n.Tokens[i]
	switch t.Class {
	case Plain, Number, Initial:
	case Particle, Business, Legal, Title:
		return false
	}
	return !t.Place && (len(t.Raw) > shortWord && !lexicon().shortTrade[t.Raw] || t.Class != Plain || !n.longer())
}

// shortWord is the length in bytes up to which a Latin word is left out of the
// core: most are abbreviations of legal forms ("LC", "NV").
const shortWord = 2

// longer reports whether a name has a word that is long enough to be its core.
func (n *Name) longer() bool {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == Plain && !t.Place && len(t.Raw) > 2*shortWord {
			return true
		}
	}
	return false
}
