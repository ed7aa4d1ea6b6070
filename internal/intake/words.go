package intake

import (
	_ "embed" // the table
	"iter"
	"strings"
)

// columnWords are the names of columns, and of keys of JSON. A line of the table has:
//
//   - field: what the column says. "identifier.KIND" is an identifier of one kind,
//     "role.ROLE" a party in a role; the words of both are also values of the columns
//     "identifier type" and "role". "type.SCHEMA" and "gender.GENDER" are values of the
//     columns "type" and "gender" alone.
//   - language: its ISO 639-1 code; mul for the field names of programs. It is for the
//     reader: the columns of a file may be in several languages.
//   - word: a name as people write it. Names are folded before they are compared: case,
//     spaces, underscores and accents do not count.
//
// Lines that begin with # are comments.
//
//go:embed columns.tsv
var columnWords string

// wordsOf yields the lines of a table of words, without its header and its comments.
func wordsOf(table string) iter.Seq2[field, string] {
	return func(yield func(field, string) bool) {
		_, lines, _ := strings.Cut(table, "\n")
		for line := range strings.Lines(lines) {
			name, rest, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
			_, word, ok := strings.Cut(rest, "\t")
			if ok && !strings.HasPrefix(name, "#") && !yield(field(name), word) {
				return
			}
		}
	}
}
