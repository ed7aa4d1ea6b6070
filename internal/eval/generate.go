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

// Original is a listed name to be manipulated, and the schema of its entity; "" if
// that is unknown.
type Original struct {
	Text   string
	Schema enduse.Schema
}

// Generated is a query: a listed name, manipulated.
type Generated struct {
	Query, Name, Class string
	// Field is the field of the record that holds the query; "" is the name.
	Field string
}

// Names returns the names of entities in their order, each text once, without weak
// aliases.
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

// Generate makes up to perClass queries of each manipulation from randomly chosen
// names. The same names, seed and number give the same queries. Each class has its
// own random numbers, so a new class does not change the others.
func Generate(names []Original, seed uint64, perClass int) (out []Generated) {
	return generate(Manipulations(), names, seed, perClass)
}

// GenerateEvasions is Generate with Evasions.
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

// apply manipulates a name. It reports false if the manipulation is not for this
// name, or does not change it.
func (m Manipulation) apply(rng *rand.Rand, o Original) (string, bool) {
	if m.Of != "" && o.Schema != "" && !m.Of.covers(o.Schema) {
		return "", false
	}
	query, ok := m.change(rng, o.Text)
	return query, ok && query != "" && query != o.Text
}

// WriteQueries writes queries as a CSV file that Read reads. Each row has the seed.
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
