package name

import "strings"

// cyrillicHabit is how one country or one rule writes Cyrillic letters, where
// it differs from the table in romanise.go.
type cyrillicHabit struct {
	letters *strings.Replacer // on the Cyrillic word
	ending  *strings.Replacer // on its end, "$" standing for it
}

// cyrillicHabits are the readings beside BGN/PCGN, in order of how common they
// are on lists: ICAO Doc 9303 passports, the usual English with y and ye,
// German, French, and the scientific system of GOST 7.79 and ISO 9 without its
// diacritics.
var cyrillicHabits = []cyrillicHabit{
	{strings.NewReplacer("й", "i", "ц", "ts", "щ", "shch", "ю", "iu", "я", "ia", "ъ", "ie", "х", "kh", "ї", "i", "є", "ie"), strings.NewReplacer("ий$", "ii", "ый$", "yi")},
	{strings.NewReplacer("ье", "ye", "ие", "iye", "ое", "oye", "ае", "aye"), strings.NewReplacer("ий$", "y", "ый$", "y", "ия$", "ia")},
	{strings.NewReplacer("в", "w", "ж", "sch", "з", "s", "х", "ch", "ц", "z", "ч", "tsch", "ш", "sch", "щ", "schtsch", "ю", "ju", "я", "ja", "й", "j"), strings.NewReplacer("ий$", "i", "ый$", "y")},
	{strings.NewReplacer("ж", "j", "у", "ou", "ч", "tch", "ш", "ch", "щ", "chtch", "ю", "iou", "я", "ia", "х", "kh"), strings.NewReplacer("ин$", "ine", "ий$", "i", "ый$", "y")},
	{strings.NewReplacer("ж", "z", "х", "h", "ц", "c", "ч", "c", "ш", "s", "щ", "sc", "ю", "ju", "я", "ja", "й", "j", "э", "e"), strings.NewReplacer()},
}

// cyrillicReadings appends the readings of a Cyrillic word after its first.
// Letters that only Ukrainian and Belarusian have change the reading of г and
// и.
func cyrillicReadings(word string, out []string) []string {
	if strings.ContainsAny(word, "іїєґў") {
		word = strings.ReplaceAll(word, "г", "h")
		out = addReading(out, strings.NewReplacer("и", "y", "ї", "i").Replace(word))
	}
	if rest, ok := strings.CutPrefix(word, "е"); ok {
		out = addReading(out, "ye"+rest) // BGN/PCGN at the start of a word
	}
	for _, h := range cyrillicHabits {
		w := h.ending.Replace(word + "$")
		out = addReading(out, h.letters.Replace(strings.TrimSuffix(w, "$")))
	}
	return out
}

// addReading romanises what is left of another script in the word, and adds it
// if it is new and there is room.
func addReading(out []string, word string) []string {
	latin, ok := romanise(word)
	if !ok {
		return out
	}
	return appendReading(out, latin)
}
