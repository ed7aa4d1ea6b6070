package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Kind is the kind of rows that a file holds. It decides what is measured.
type Kind string

// The kinds. Each but Self is recognised by the columns of a file.
const (
	Pairs       Kind = "pairs"        // two names and whether they are one party's
	Cross       Kind = "cross_script" // a Latin name, one in another script, and whether they are one
	AliasRecall Kind = "withheld"     // an alias, and the entity to be found when its aliases are removed
	Queries     Kind = "queries"      // a name as somebody wrote it, and the listed name that is meant
	Negatives   Kind = "clean"        // people who are on no list
	Native      Kind = "native"       // the names of a party in Latin and in its own script
	Self        Kind = "self"         // every name of the lists, as written
)

// shape describes a kind of file by its columns. One column of each group must be
// present. The first shape that fits is used.
type shape struct {
	kind Kind
	what string
	need [][]string
	also []string // optional columns
}

var shapes = []shape{
	{Pairs, "labelled pairs", [][]string{{"name1"}, {"name2"}, {"is_match"}}, []string{"schema", "quality", "category"}},
	{Cross, "names across scripts", [][]string{{"latin"}, {"original"}, {"is_match"}}, nil},
	{AliasRecall, "aliases to be found without them", [][]string{{"query", "alias"}, {"ent_num", "entity"}}, nil},
	{Queries, "queries", [][]string{{"query", "treated"}, {"name", "untreated"}}, []string{"class or variant", "field"}},
	{Negatives, "people on no list", [][]string{{"full_name"}}, []string{"date_of_birth", "nationality"}},
	{Native, "names in two scripts", [][]string{{"entity_name"}, {"aliases"}}, nil},
}

// recognise returns the kind of a file with these columns, and the names that the
// required columns have in this file.
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

// unrecognised is the error for a file that fits no shape.
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
