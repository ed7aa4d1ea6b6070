package eval

import (
	"encoding/csv"
	"fmt"
	"hash/fnv"
	"io"
	"math/rand/v2"
	"strconv"

	"github.com/enduse/enduse"
)

// Original is a listed name to be manipulated, and what bears it: "" if that is
// not known.
type Original struct {
	Text   string
	Schema enduse.Schema
}

// Generated is a query: a listed name, manipulated.
type Generated struct {
	Query, Name, Class string
	// Field is where the query is in a record: "" for the name of the party.
	Field string
}

// Names returns the names of entities in their order, each text once; weak
// aliases, which their publishers call broad, are left out.
func Names(entities []*enduse.Entity) (out []Original) {
	seen := map[string]bool{}
	for _, e := range entities {
		for _, n := range e.Names {
			if n.Kind != enduse.NameWeakAlias && !seen[n.Text] {
				seen[n.Text] = true
				out = append(out, Original{n.Text, e.Schema})
			}
		}
	}
	return out
}

// Generate makes up to perClass queries of each manipulation from names chosen
// by chance. The same names, seed and number give the same queries; each class
// draws its own numbers, so that one does not move when another is added.
func Generate(names []Original, seed uint64, perClass int) (out []Generated) {
	return generate(Manipulations(), names, seed, perClass)
}

// GenerateEvasions is Generate with the ways of Evasions.
func GenerateEvasions(names []Original, seed uint64, perClass int) (out []Generated) {
	return generate(Evasions(), names, seed, perClass)
}

func generate(ways []Manipulation, names []Original, seed uint64, perClass int) (out []Generated) {
	for _, m := range ways {
		h := fnv.New64a()
		_, _ = io.WriteString(h, m.Class)
		rng := rand.New(rand.NewPCG(seed, h.Sum64())) // #nosec G404 -- to be repeated, not to be secret
		made := 0
		for _, i := range rng.Perm(len(names)) {
			if made == perClass {
				break
			}
			if query, ok := m.apply(rng, names[i]); ok {
				out = append(out, Generated{query, names[i].Text, m.Class, m.field()})
				made++
			}
		}
	}
	return out
}

// apply manipulates a name that it is meant for, and reports whether that made
// another one.
func (m Manipulation) apply(rng *rand.Rand, o Original) (string, bool) {
	if m.Of != "" && o.Schema != "" && !m.Of.covers(o.Schema) {
		return "", false
	}
	query, ok := m.change(rng, o.Text)
	return query, ok && query != "" && query != o.Text
}

// WriteQueries writes queries as a file that Read reads back. The seed is in
// each row.
func WriteQueries(w io.Writer, queries []Generated, seed uint64) error {
	c := csv.NewWriter(w)
	if err := c.Write([]string{"query", "name", "class", "field", "seed"}); err != nil {
		return fmt.Errorf("writing queries: %w", err)
	}
	for _, q := range queries {
		if err := c.Write([]string{q.Query, q.Name, q.Class, q.Field, strconv.FormatUint(seed, 10)}); err != nil {
			return fmt.Errorf("writing queries: %w", err)
		}
	}
	c.Flush()
	return c.Error()
}
