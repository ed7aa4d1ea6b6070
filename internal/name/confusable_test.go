package name

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestLookAlikes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Vl\u0430dimir Putin", "vladimir putin"},                   // Cyrillic а
		{"VL\u0410DIMIR \u0420UTIN", "vladimir putin"},              // Cyrillic А and Р
		{"V\u200bl\u0430dimir", "vladimir"},                         // and a blank that is not seen
		{"Vlad\u03b9mir", "vladimir"},                               // Greek iota
		{"R\u043esn\u0435ft \u041e\u041e\u041e", "rosneft llc"},     // ООО is a word of one alphabet
		{"\u041eOO R\u043esneft", "llc rosneft"},                    // as many look like Latin
		{"\u0420оссuя", "россuя"},                                   // u is not и
		{"\u0420o\u0441\u0441\u0438\u044f", "россия"},               // Latin o
		{"\u0420o\u0441c\u0438\u044f", "россия"},                    // two letters of Latin
		{"\u0420occ\u0438\u044f", "россия"},                         // half of it Latin
		{"Bl\u0435ku\u03bf\u0438", "bl\u0435ku\u03bf\u0438"},        // и is no letter of any other alphabet here
		{"Иван Ivan", "иван ivan"},                                  // two words
		{"Газпромbank", "газпромbank"},                              // no look-alikes
		{"\u0391\u0412C", "abc"},                                    // a letter of each
		{"n\u00e9\u0435l", "neel"},                                  // next to an accent
		{"\u041c\u0410\u0422\u0415\u041c \u0421\u041e", "матем со"}, // all of it Cyrillic
	} {
		if got := textsOf(Analyse(c.in)); got != c.want {
			t.Errorf("%q has the words %q, want %q", c.in, got, c.want)
		}
	}
}

func textsOf(n Name) string {
	var all []string
	for _, t := range n.Tokens {
		all = append(all, t.Text)
	}
	return strings.Join(all, " ")
}

// TestLookAlikesAreOfTheirAlphabets reads the table.
func TestLookAlikesAreOfTheirAlphabets(t *testing.T) {
	rows := strings.Fields(confusables)
	for _, row := range rows {
		if utf8.RuneCountInString(row) != len(alphabets) {
			t.Errorf("row %q", row)
		}
		for i, r := range []rune(row) {
			if r != '-' && alphabetOf(r) != i {
				t.Errorf("row %q: %c is not of the script %s", row, r, alphabets[i])
			}
		}
	}
	if len(rows) < 30 {
		t.Errorf("%d rows", len(rows))
	}
}
