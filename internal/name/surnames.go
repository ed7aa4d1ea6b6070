package name

import (
	_ "embed" // the table
	"sync"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/wordlist"
)

// surnameTable has surnames of East Asia that are not romanised syllable by syllable.
// The columns are the language, the surname, and its Latin spellings, the most usual
// one first:
//
//   - zh: surnames that are pronounced otherwise than the word, and those of two
//     characters, in Mandarin.
//   - yue: as their bearers in Hong Kong and Macao write them.
//   - ko: as bearers of the most common surnames write them, in addition to the two
//     systems of romanisation (Statistics Korea, the 30 most common).
//
//go:embed surnames.tsv
var surnameTable string

// surnameTables are the Latin spellings of surnames.
type surnameTables struct {
	mandarin, cantonese map[string]string
	korean              map[rune]string // separated by blanks
}

var surnames = sync.OnceValue(func() *surnameTables {
	t := &surnameTables{map[string]string{}, map[string]string{}, map[rune]string{}}
	for column := range wordlist.Rows(surnameTable) {
		surname := Fold(column[1])
		switch column[0] {
		case "zh":
			t.mandarin[surname] = column[2]
		case "yue":
			t.cantonese[surname] = column[2]
		case "ko":
			r, _ := utf8.DecodeRuneInString(surname)
			t.korean[r] = column[2]
		}
	}
	return t
})
