package eval

import (
	"context"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// aliasSuite asks for entities by an alias, after all aliases were removed from
// the lists: it shows how often a tool finds a party by a name that its lists do
// not have. Many aliases are unrelated to the primary name, so the ceiling is far
// below 1.
type aliasSuite struct{ measurement }

func (m aliasSuite) measure(ctx context.Context) error {
	r, c, s := m.Runner, m.cases, m.suite
	byID := map[enduse.EntityID]*enduse.Entity{}
	for _, e := range r.Entities {
		byID[e.ID] = e
	}
	var todo []query
	var sources []enduse.SourceID
	for _, row := range pick(c.rows, r.First, 1) {
		id := entityID(row.Get(c.need[1]))
		e, ok := byID[id]
		if !ok {
			s.skip("the entity is on no list that is loaded", c.fault(row, "%s", id))
			continue
		}
		if !slices.Contains(sources, e.Source) {
			sources = append(sources, e.Source)
		}
		todo = append(todo, query{
			row: row, asked: row.Get(c.need[0]), listed: e.Caption(),
			isMeant: func(other *enduse.Entity) bool { return other.ID == id },
		})
	}
	return m.search(ctx, r.Index(withoutAliases(r.Entities, sources)), todo)
}

// entityID reads the id of an entity; a bare number is one of OFAC's SDN list.
func entityID(text string) enduse.EntityID {
	if strings.Contains(text, ":") {
		return enduse.EntityID(text)
	}
	return enduse.EntityID("ofac-sdn:" + text)
}

// withoutAliases copies the entities of some sources, with their primary names
// only.
func withoutAliases(entities []*enduse.Entity, sources []enduse.SourceID) (out []*enduse.Entity) {
	for _, e := range entities {
		if !slices.Contains(sources, e.Source) {
			continue
		}
		bare := *e
		bare.Names = slices.DeleteFunc(slices.Clone(e.Names), func(n enduse.Name) bool { return n.Kind != enduse.NamePrimary })
		out = append(out, &bare)
	}
	return out
}
