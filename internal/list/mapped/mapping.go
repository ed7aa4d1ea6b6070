package mapped

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
)

// Mapping says how a table is read as a list.
type Mapping struct {
	// ID names the format, such as "us-csl-flat".
	ID string `yaml:"format"`
	// Tried says for docs/lists.md which real table the mapping was tried on and
	// what it held, such as "Sep 2025: 835 entities".
	Tried  string `yaml:"tried"`
	Source source `yaml:"source"`
	Detect detect `yaml:"detect"`
	// Separator separates the values of a cell where a column does not
	// name its own. Quoted says that a value which contains it is in quotes.
	Separator string `yaml:"separator"`
	Quoted    bool   `yaml:"quoted"`
	// Keep leaves out rows whose column holds none of the values.
	Keep []filter `yaml:"keep"`
	Key  key      `yaml:"id"`
	List choice   `yaml:"list"`
	// Schema holds choices that are tried in order; the last one decides.
	Schema []choice `yaml:"schema"`
	Kind   string   `yaml:"kind"` // the column with the publisher's word for the type

	Names         []nameColumn `yaml:"names"`
	Identifiers   []idColumn   `yaml:"identifiers"`
	Addresses     []address    `yaml:"addresses"`
	Countries     []column     `yaml:"countries"`
	Nationalities []column     `yaml:"nationalities"`
	BirthDates    []dateColumn `yaml:"birth_dates"`
	Founded       []dateColumn `yaml:"founded"`
	BirthPlaces   []column     `yaml:"birth_places"`
	Gender        choice       `yaml:"gender"`
	Titles        []column     `yaml:"titles"`
	Positions     []column     `yaml:"positions"`
	Websites      []column     `yaml:"websites"`
	Emails        []column     `yaml:"emails"`
	Phones        []column     `yaml:"phones"`
	Designation   designation  `yaml:"designation"`
	Remarks       []remark     `yaml:"remarks"`
	// Ignore names columns that hold nothing for an entity.
	Ignore []string `yaml:"ignore"`
}

type source struct {
	ID        string   `yaml:"id"`
	Title     string   `yaml:"title"`
	Publisher string   `yaml:"publisher"`
	URL       string   `yaml:"url"`
	Lists     []string `yaml:"lists"`
	Floor     int      `yaml:"floor"`
	Floors    []floor  `yaml:"floors"`
}

// floor is how many entities an edition has that is of a day or later, and each of
// its lists.
type floor struct {
	Since    string         `yaml:"since"`
	Entities int            `yaml:"entities"`
	Lists    map[string]int `yaml:"lists"`
}

// detect holds the columns that a table must have and must not have, and the
// values; one of the first rows must have one of them.
type detect struct {
	Columns []string            `yaml:"columns"`
	Absent  []string            `yaml:"absent"`
	Values  map[string][]string `yaml:"values"`
}

type filter struct {
	Column string   `yaml:"column"`
	Values []string `yaml:"values"`
}

// key says what an id is made of: columns joined by dots; where one of them is
// empty, a digest of the columns under digest; and a digest of those under
// suffix, where the publisher's own numbers repeat.
type key struct {
	List    bool     `yaml:"list"`
	Columns []string `yaml:"columns"`
	Digest  []string `yaml:"digest"`
	Suffix  []string `yaml:"suffix"`
}

// choice is one value: a constant, or a column or several joined by a slash,
// perhaps looked up in a table.
type choice struct {
	Value   string            `yaml:"value"`
	Column  string            `yaml:"column"`
	Columns []string          `yaml:"columns"`
	Table   map[string]string `yaml:"table"`
	Default string            `yaml:"default"`
}

// choices is the same with several values for one.
type choices struct {
	Values    []string            `yaml:"values"`
	Column    string              `yaml:"column"`
	Columns   []string            `yaml:"columns"`
	Separator string              `yaml:"separator"`
	Table     map[string][]string `yaml:"table"`
	Default   []string            `yaml:"default"`
}

// column is a column of values as they are, or looked up in a table. A key of
// a table may hold * for any text and # for a digit.
type column struct {
	Column     string            `yaml:"column"`
	Separator  string            `yaml:"separator"`
	Separators []string          `yaml:"separators"`
	Whole      bool              `yaml:"whole"`   // the cell is one value, whatever the separator
	Markers    bool              `yaml:"markers"` // values are marked (a), (b), ...
	Table      map[string]string `yaml:"table"`
	Cut        []string          `yaml:"cut"`      // beginnings to leave out
	IfEmpty    string            `yaml:"if_empty"` // read only where this column is empty
}

type nameColumn struct {
	column `yaml:",inline"`
	Kind   string `yaml:"kind"`
	// OtherScript is the kind of a value in another script than the first name.
	OtherScript string `yaml:"other_script"`
	// Parentheses adds the name in parentheses that is in another script, and
	// the name without it.
	Parentheses bool `yaml:"parentheses"`
}

type idColumn struct {
	column  `yaml:",inline"`
	Kind    string `yaml:"kind"`
	Country string `yaml:"country"`
	Label   string `yaml:"label"`
	// Kinds gives a kind by the note in parentheses after a number.
	Kinds map[string]string `yaml:"kinds"`
}

type address struct {
	column     `yaml:",inline"`
	Street     string `yaml:"street"`
	City       string `yaml:"city"`
	Region     string `yaml:"region"`
	PostalCode string `yaml:"postal_code"`
	Country    string `yaml:"country"`
}

// dateColumn holds Go layouts of one date: 2.1.2006, 2 January 2006, 2006.
type dateColumn struct {
	column  `yaml:",inline"`
	Layouts []string `yaml:"layouts"`
	Circa   []string `yaml:"circa"`  // words before or after a date that is about right
	Ranges  []string `yaml:"ranges"` // such as "Between * and *"
}

type designation struct {
	Program  choices    `yaml:"program"`
	Measures choices    `yaml:"measures"`
	Basis    choice     `yaml:"basis"`
	Policy   choice     `yaml:"policy"`
	URL      choice     `yaml:"url"`
	Since    dateColumn `yaml:"since"`
	Until    dateColumn `yaml:"until"`
}

type remark struct {
	Column string `yaml:"column"`
	Label  string `yaml:"label"`
}

//go:embed mappings/*.yaml
var shipped embed.FS

// Shipped returns the mappings that come with the program, by name of file.
func Shipped() []Mapping {
	files, _ := fs.Glob(shipped, "mappings/*.yaml")
	out := make([]Mapping, 0, len(files))
	for _, f := range files {
		raw, err := shipped.ReadFile(f)
		if err != nil {
			panic(err) // the files are part of the binary
		}
		m, err := Parse(raw)
		if err != nil {
			panic(f + ": " + err.Error()) // a test parses every one of them
		}
		out = append(out, m)
	}
	return out
}

// maxMapping bounds a mapping file; real ones have a few kilobytes.
const maxMapping = 1 << 20

// Parse reads a mapping and checks it whole. Its errors have code invalid, the
// line where YAML knows it, and a hint.
func Parse(b []byte) (Mapping, error) {
	var m Mapping
	if len(b) > maxMapping {
		return m, invalid("a mapping of more than 1 MiB", "is it the list itself?")
	}
	dec := yaml.NewDecoder(bytes.NewReader(b))
	dec.KnownFields(true)
	if err := dec.Decode(&m); err != nil {
		return Mapping{}, invalid(yamlMessage(err), yamlHint(err))
	}
	if err := m.validate(); err != nil {
		return Mapping{}, err
	}
	return m, nil
}

var unknownKey = regexp.MustCompile(`line (\d+): field (\S+) not found in type \S+`)

// yamlMessage says it without the names of Go types.
func yamlMessage(err error) string {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	msg = strings.TrimPrefix(msg, "unmarshal errors:\n  ")
	msg = unknownKey.ReplaceAllString(msg, "line $1: unknown key $2")
	if strings.Contains(msg, "EOF") {
		msg = "the mapping is empty"
	}
	return strings.ReplaceAll(msg, "\n  ", "; ")
}

func yamlHint(err error) string {
	if unknownKey.MatchString(err.Error()) {
		return "check the spelling against a mapping that ships with the program"
	}
	return "a mapping is YAML: keys, colons, two spaces of indentation"
}

func invalid(what, hint string) error {
	return &enduse.Error{Code: enduse.CodeInvalid, Subject: "mapping", Hint: hint, Err: errors.New(what)}
}

func invalidf(hint, format string, args ...any) error {
	return invalid(fmt.Sprintf(format, args...), hint)
}
