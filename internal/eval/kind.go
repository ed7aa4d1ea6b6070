package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Kind says what the rows of a file are, and so what is measured with them.
type Kind string

// The kinds. Each but Self is recognised by the columns of a file.
const (
	Pairs    Kind = "pairs"        // two names and whether they are one party's
	Cross    Kind = "cross_script" // a Latin name, one in another script, and whether they are one
	Withheld Kind = "withheld"     // an alias, and the entity that is to be found without its aliases
	Queries  Kind = "queries"      // a name as somebody wrote it, and the listed name that is meant
	Clean    Kind = "clean"        // people who are on no list
	Native   Kind = "native"       // the names of a party in Latin and in its own script
	Self     Kind = "self"         // every name of the lists, as written
)

// shape is a kind of file by its columns: of each group of columns, one must be
// there. The first shape that fits is taken.
type shape struct {
	kind Kind
	what string
	need [][]string
	also []string // columns that are used if they are there
}

var shapes = []shape{
	{Pairs, "labelled pairs", [][]string{{"name1"}, {"name2"}, {"is_match"}}, []string{"schema", "quality", "category"}},
	{Cross, "names across scripts", [][]string{{"latin"}, {"original"}, {"is_match"}}, nil},
	{Withheld, "aliases to be found without them", [][]string{{"query", "alias"}, {"ent_num", "entity"}}, nil},
	{Queries, "queries", [][]string{{"query", "treated"}, {"name", "untreated"}}, []string{"class or variant", "field"}},
	{Clean, "people on no list", [][]string{{"full_name"}}, []string{"date_of_birth", "nationality"}},
	{Native, "names in two scripts", [][]string{{"entity_name"}, {"aliases"}}, nil},
}

// recognise finds the kind of a file by its columns, and for each column that
// is needed the name that it has in this file.
func recognise(columns []string) (Kind, []string, bool) {
	for _, s := range shapes {
		found := make([]string, 0, len(s.need))
		for _, names := range s.need {
			if at := slices.IndexFunc(columns, func(c string) bool { return slices.Contains(names, strings.ToLower(c)) }); at >= 0 {
				found = append(found, columns[at])
			}
		}
		if len(found) == len(s.need) {
			return s.kind, found, true
		}
	}
	return "", nil, false
}

// unrecognised is the error for a file of none of the shapes.
func unrecognised(file string, columns []string) error {
	var known []string
	for _, s := range shapes {
		var need []string
		for _, names := range s.need {
			need = append(need, strings.Join(names, " or "))
		}
		text := s.what + ": " + strings.Join(need, ", ")
		if len(s.also) > 0 {
			text += " [" + strings.Join(s.also, ", ") + "]"
		}
		known = append(known, text)
	}
	return &enduse.Error{
		Op: "eval", Code: enduse.CodeInvalid, Subject: file,
		Err:  fmt.Errorf("its columns %.200q are those of no kind of cases", columns),
		Hint: "name the columns for one of:\n  " + strings.Join(known, "\n  "),
	}
}
