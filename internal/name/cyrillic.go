package name

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// cyrillicHabit is how one country or one standard romanises Cyrillic, where that differs
// from the table in romanise.go: single letters, pairs of letters that are read together,
// and the last two letters of a word, each followed by its romanisation.
type cyrillicHabit struct{ letters, together, endings string }

// cyrillicHabits are the romanisations other than BGN/PCGN, in order of how common they are
// on lists: ICAO Doc 9303 passports, the usual English with y and ye,
// German, French, and the scientific system of GOST 7.79 and ISO 9 without its
// diacritics.
var cyrillicHabits = [...]cyrillicHabit{
	{"й i ц ts щ shch ю iu я ia ъ ie х kh ї i є ie", "", "ий ii ый yi"},
	{"", "ье ye ие iye ое oye ае aye", "ий y ый y ия ia"},
	{"в w ж sch з s х ch ц z ч tsch ш sch щ schtsch ю ju я ja й j", "", "ий i ый y"},
	{"ж j у ou ч tch ш ch щ chtch ю iou я ia х kh", "", "ин ine ий i ый y"},
	{"ж z х h ц c ч c ш s щ sc ю ju я ja й j э e", "", ""},
}

// The letters that habits romanise.
const cyrillicFirst, cyrillicTo = 0x0430, 0x0460

// habit is a cyrillicHabit that can be looked up.
type habit struct {
	letters           [cyrillicTo - cyrillicFirst]string
	together, endings map[string]string
}

var habits = sync.OnceValue(func() *[len(cyrillicHabits)]habit {
	var out [len(cyrillicHabits)]habit
	for i, h := range cyrillicHabits {
		for letter, latin := range mapOf(h.letters) {
			r, _ := utf8.DecodeRuneInString(letter)
			out[i].letters[r-cyrillicFirst] = latin
		}
		out[i].together, out[i].endings = mapOf(h.together), mapOf(h.endings)
	}
	return &out
})

// lettersOfTwo is the length in bytes of two letters of the Cyrillic block.
const lettersOfTwo = 4

// appendWord appends the word as the habit romanises it; other letters stay in their
// script.
func (h *habit) appendWord(out []byte, word string) []byte {
	ending := ""
	if n := len(word) - lettersOfTwo; n >= 0 {
		if ending = h.endings[word[n:]]; ending != "" {
			word = word[:n]
		}
	}
	for i := 0; i < len(word); {
		if len(h.together) > 0 && len(word)-i >= lettersOfTwo {
			if latin := h.together[word[i:i+lettersOfTwo]]; latin != "" {
				out = append(out, latin...)
				i += lettersOfTwo
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r >= cyrillicFirst && r < cyrillicTo && h.letters[r-cyrillicFirst] != "" {
			out = append(out, h.letters[r-cyrillicFirst]...)
		} else {
			out = append(out, word[i:i+n]...)
		}
		i += n
	}
	return append(out, ending...)
}

// cyrillicRomanisations returns the romanisations of a Cyrillic word, none if one of its
// letters has none. Letters that only Ukrainian and Belarusian have change the romanisation
// of г and и.
func cyrillicRomanisations(word string) []string {
	var text, store [stackText]byte
	var ends [maxRomanisations]int
	out, ok := appendRoman(text[:0], word)
	if !ok {
		return nil
	}
	r := romanisations{out, ends[:0], maxRomanisations}
	r = r.end()
	if strings.ContainsAny(word, "іїєґў") {
		word = strings.ReplaceAll(word, "г", "h")
		r = r.addRoman(strings.NewReplacer("и", "y", "ї", "i").Replace(word))
	}
	if rest, ok := strings.CutPrefix(word, "е"); ok {
		r = r.addRoman("ye" + rest) // BGN/PCGN at the start of a word
	}
	all := habits()
	for i := range all {
		r = r.addRoman(string(all[i].appendWord(store[:0], word)))
	}
	return r.list()
}

// addRoman adds the word after romanising what is left of another script.
func (r romanisations) addRoman(word string) romanisations {
	out, ok := appendRoman(r.text, word)
	if !ok {
		return r
	}
	r.text = out
	return r.end()
}
