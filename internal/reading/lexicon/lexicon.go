package lexicon

import (
	"bytes"
	"embed"
	"path"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
)

//go:embed */*.tsv */*.yaml
var files embed.FS

// Any is the folder of what is not of one language.
const Any = "any"

// folders are the languages and [Any], which comes first.
var folders = sync.OnceValue(func() []string {
	all, err := files.ReadDir(".")
	if err != nil {
		panic("lexicon: " + err.Error()) // the files are embedded
	}
	out := []string{Any}
	for _, f := range all {
		if f.Name() != Any {
			out = append(out, f.Name())
		}
	}
	return out
})

// file returns the content of a file of a language, or nil if it has none.
func file(language, name string) []byte {
	data, err := files.ReadFile(path.Join(language, name))
	if err != nil {
		return nil
	}
	return data
}

// Rows returns the cells of each line of a table of a language, without comments.
func Rows(language, name string) (out [][]string) {
	for line := range strings.Lines(string(file(language, name))) {
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			out = append(out, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return out
}

// Phrases are alternatives of one meaning.
type Phrases struct {
	// Language limits them to texts in it; empty means texts of any language.
	Language string
	// Table says what they are: "country", "office", "verb".
	Table string
	// Key says which one: a country, the usual name of an organisation, a category.
	Key  string
	Text []string
}

// AllPhrases returns the phrases of all languages.
func AllPhrases() (out []Phrases) {
	for _, language := range folders() {
		for _, f := range []struct{ name, limit string }{{"anywhere.tsv", ""}, {"local.tsv", language}} {
			for _, row := range Rows(language, f.name) {
				p := Phrases{Language: f.limit, Table: row[0], Text: strings.Split(row[2], "|")}
				if row[1] != "-" {
					p.Key = row[1]
				}
				out = append(out, p)
			}
		}
	}
	return out
}

var sets = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, language := range folders() {
		for _, row := range Rows(language, "sets.tsv") {
			all[row[0]] = append(all[row[0]], strings.Fields(row[1])...)
		}
	}
	return all
})

// Words returns the words of a set, of all languages, in the order of the files.
func Words(set string) []string {
	words := sets()[set]
	if words == nil {
		panic("lexicon: no language has the set " + set) // a test asks for each
	}
	return words
}

// WordSet is a set of words, of all languages, that is read when it is first used.
type WordSet struct{ words func() map[string]bool }

// NewWordSet returns the set of a name. The languages must have it.
func NewWordSet(name string) WordSet {
	return WordSet{sync.OnceValue(func() map[string]bool {
		out := map[string]bool{}
		for _, w := range Words(name) {
			out[w] = true
		}
		return out
	})}
}

// Has reports whether a word is in the set.
func (s WordSet) Has(word string) bool { return s.words()[word] }

// HasBytes reports whether a word is in the set.
func (s WordSet) HasBytes(word []byte) bool { return s.words()[string(word)] }

// Of is the content of a file in one language.
type Of[T any] struct {
	Language string
	Value    T
}

// Read decodes a YAML file of every language that has it; [Any] comes first.
func Read[T any](name string) (out []Of[T]) {
	for _, language := range folders() {
		data := file(language, name)
		if data == nil {
			continue
		}
		x := Of[T]{Language: language}
		decoder := yaml.NewDecoder(bytes.NewReader(data))
		decoder.KnownFields(true)
		if err := decoder.Decode(&x.Value); err != nil {
			panic("lexicon: " + language + "/" + name + ": " + err.Error()) // the files are embedded, and a test reads each
		}
		out = append(out, x)
	}
	return out
}
