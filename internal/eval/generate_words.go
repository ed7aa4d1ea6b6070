package eval

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordsOf cuts a name at blanks and drops the commas of "FAMILY, Given".
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
}

func joined(words []string) string { return strings.Join(words, " ") }

// pickOne returns a random element.
func pickOne[T any](rng *rand.Rand, from []T) T { return from[rng.IntN(len(from))] }

// numbersWhere lists the numbers of the elements that a test accepts.
func numbersWhere[T any](of []T, test func(T) bool) (out []int) {
	for i, v := range of {
		if test(v) {
			out = append(out, i)
		}
	}
	return out
}

func swapOrder(rng *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	if len(w) < 2 {
		return "", false
	}
	if rng.IntN(2) == 0 {
		return joined(append(w[len(w)-1:len(w):len(w)], w[:len(w)-1]...)), true
	}
	return joined(append(w[1:len(w):len(w)], w[0])), true
}

// givenFirst puts the words of "FAMILY, Given" into the order of speech.
func givenFirst(text string) []string {
	family, given, comma := strings.Cut(text, ",")
	if !comma {
		return wordsOf(text)
	}
	return append(wordsOf(given), wordsOf(family)...)
}

func firstAsInitial(_ *rand.Rand, text string) (string, bool) {
	w := givenFirst(text)
	if len(w) < 2 || utf8.RuneCountInString(w[0]) < 3 || !isLetters(w[0]) {
		return "", false
	}
	first, _ := utf8.DecodeRuneInString(w[0])
	w[0] = string(first) + "."
	return joined(w), true
}

func dropMiddle(rng *rand.Rand, text string) (string, bool) {
	w := givenFirst(text)
	if len(w) < 3 {
		return "", false
	}
	at := 1 + rng.IntN(len(w)-2)
	return joined(slices.Delete(w, at, at+1)), true
}

// titles are added or dropped.
var titles = []string{"Mr", "Mrs", "Dr", "Prof.", "Gen.", "Col.", "Haji", "Sheikh", "Mullah", "Eng."}

func addTitle(rng *rand.Rand, text string) (string, bool) {
	return pickOne(rng, titles) + " " + joined(givenFirst(text)), true
}

func dropTitle(_ *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	rest := slices.DeleteFunc(slices.Clone(w), func(word string) bool {
		return slices.ContainsFunc(titles, func(t string) bool { return strings.EqualFold(strings.Trim(t, "."), strings.Trim(word, ".")) })
	})
	return joined(rest), len(rest) > 1 && len(rest) < len(w)
}

// legalForms are groups of equivalent legal forms.
var legalForms = [][]string{
	{"LLC", "Limited Liability Company", "OOO", "ООО", "L.L.C.", "Obshchestvo s Ogranichennoi Otvetstvennostyu"},
	{"Ltd", "Limited", "Ltd."},
	{"JSC", "Joint Stock Company", "AO", "АО", "J.S.C."},
	{"PJSC", "Public Joint Stock Company", "PAO", "ПАО"},
	{"Co., Ltd.", "Company Limited", "Co Ltd", "CO., LTD", "Co. Limited", "有限公司"},
	{"GmbH", "Gesellschaft mit beschränkter Haftung", "G.m.b.H."},
	{"S.A.", "SA", "Sociedad Anonima", "Société Anonyme"},
	{"Inc", "Incorporated", "Inc."},
	{"Corp", "Corporation", "Corp."},
	{"FZE", "Free Zone Establishment", "F.Z.E."},
	{"Limited Sirketi", "Ltd Sti", "Limited Şirketi", "Ltd. Şti."},
}

// formOf finds the longest legal form at either end of a name. It returns the group
// of the form and the name without it.
func formOf(text string) (group int, rest string, before bool, ok bool) {
	longest := 0
	lower := strings.ToLower(text)
	for g, forms := range legalForms {
		for _, form := range forms {
			f := strings.ToLower(form)
			if len(f) <= longest {
				continue
			}
			if cut, is := strings.CutSuffix(lower, " "+f); is && len(cut) < len(text) && utf8.ValidString(text[:len(cut)]) {
				group, rest, before, ok, longest = g, strings.TrimRight(text[:len(cut)], " ,"), false, true, len(f)
			}
			if cut, is := strings.CutPrefix(lower, f+" "); is && len(cut) < len(text) && utf8.ValidString(text[len(text)-len(cut):]) {
				group, rest, before, ok, longest = g, strings.TrimLeft(text[len(text)-len(cut):], " "), true, true, len(f)
			}
		}
	}
	return group, rest, before, ok && rest != ""
}

func addLegalForm(rng *rand.Rand, text string) (string, bool) {
	if _, _, _, has := formOf(text); has {
		return "", false
	}
	return text + " " + pickOne(rng, legalForms)[0], true
}

func dropLegalForm(_ *rand.Rand, text string) (string, bool) {
	_, rest, _, ok := formOf(text)
	return rest, ok
}

func translateLegalForm(rng *rand.Rand, text string) (string, bool) {
	g, rest, before, ok := formOf(text)
	if !ok {
		return "", false
	}
	form := pickOne(rng, legalForms[g])
	if before {
		return form + " " + rest, true
	}
	return rest + " " + form, true
}

// abbreviations of business words.
var abbreviations = map[string]string{
	"international": "Intl", "company": "Co", "trading": "Trdg", "technology": "Tech", "technologies": "Tech", "industries": "Inds", "industry": "Ind",
	"industrial": "Indl", "manufacturing": "Mfg", "engineering": "Engg", "electronics": "Elec", "general": "Gen", "commercial": "Comml", "group": "Grp",
	"services": "Svcs", "service": "Svc", "import": "Imp", "export": "Exp", "development": "Dev", "investment": "Inv", "university": "Univ",
	"institute": "Inst", "shipping": "Shpg", "management": "Mgmt", "national": "Natl", "enterprises": "Ent", "corporation": "Corp", "limited": "Ltd",
}

func abbreviate(rng *rand.Rand, text string) (string, bool) {
	w := strings.Fields(text)
	at := numbersWhere(w, func(word string) bool { return abbreviations[strings.ToLower(word)] != "" })
	if len(at) == 0 {
		return "", false
	}
	i := pickOne(rng, at)
	w[i] = abbreviations[strings.ToLower(w[i])]
	return joined(w), true
}

func joinTwo(rng *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	if len(w) < 2 {
		return "", false
	}
	at := rng.IntN(len(w) - 1)
	return joined(slices.Replace(w, at, at+2, w[at]+w[at+1])), true
}

func joinAll(_ *rand.Rand, text string) (string, bool) {
	w := wordsOf(text)
	return strings.Join(w, ""), len(w) > 1
}

func splitOne(rng *rand.Rand, text string) (string, bool) {
	w := strings.Fields(text)
	at := numbersWhere(w, func(word string) bool { return utf8.RuneCountInString(word) >= 6 && isLetters(word) })
	if len(at) == 0 {
		return "", false
	}
	i := pickOne(rng, at)
	r := []rune(w[i])
	cut := 2 + rng.IntN(len(r)-3)
	w[i] = string(r[:cut]) + " " + string(r[cut:])
	return joined(w), true
}

func changeHyphens(rng *rand.Rand, text string) (string, bool) {
	if strings.Contains(text, "-") {
		return strings.Replace(text, "-", " ", 1), true
	}
	w := wordsOf(text)
	if len(w) < 2 {
		return "", false
	}
	at := rng.IntN(len(w) - 1)
	return joined(slices.Replace(w, at, at+2, w[at]+"-"+w[at+1])), true
}

func leadNumber(rng *rand.Rand, text string) (string, bool) {
	return pickOne(rng, []string{"1. ", "2) ", "#3 ", "No. 4 ", "05 - ", "(6) "}) + text, true
}

func addPunctuation(rng *rand.Rand, text string) (string, bool) {
	marks := []string{".", ",", ";", "/", " -", "*", "\""}
	w := wordsOf(text)
	for i := range w {
		if rng.IntN(2) == 0 {
			w[i] += pickOne(rng, marks)
		}
	}
	return pickOne(rng, []string{"\"", "*", "(", "."}) + joined(w), len(w) > 0
}

// truncate cuts an eighth to a quarter off the end, but leaves at least eight
// letters.
func truncate(rng *rand.Rand, text string) (string, bool) {
	r := []rune(text)
	cut := len(r)/8 + rng.IntN(max(len(r)/8, 1))
	if cut == 0 || len(r)-cut < 8 {
		return "", false
	}
	return strings.TrimSpace(string(r[:len(r)-cut])), true
}

func isLetters(word string) bool {
	return word != "" && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
}
