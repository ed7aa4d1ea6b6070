package eval

import (
	"context"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// withheld asks for entities by an alias, of lists without aliases: how much a
// tool would find of what its lists do not say. Many aliases are other names
// altogether; the ceiling is far below 1.
func (r *Runner) withheld(ctx context.Context, c *Cases, s *Suite) error {
	byID := map[enduse.EntityID]*enduse.Entity{}
	for _, e := range r.Entities {
		byID[e.ID] = e
	}
	var todo []search
	var sources []enduse.SourceID
	for _, row := range pick(c.rows, r.First, 1) {
		id := entityID(row.Get(c.need[1]))
		e, ok := byID[id]
		if !ok {
			s.leave("the entity is on no list that is loaded", c.fault(row, "%s", id))
			continue
		}
		if !slices.Contains(sources, e.Source) {
			sources = append(sources, e.Source)
		}
		todo = append(todo, search{
			row: row, asked: row.Get(c.need[0]), listed: e.Caption(),
			is: func(other *enduse.Entity) bool { return other.ID == id },
		})
	}
	return r.searches(ctx, c, s, r.Index(withoutAliases(r.Entities, sources)), todo)
}

// entityID reads the id of an entity; a bare number is one of OFAC's SDN list.
func entityID(text string) enduse.EntityID {
	if strings.Contains(text, ":") {
		return enduse.EntityID(text)
	}
	return enduse.EntityID("ofac-sdn:" + text)
}

// withoutAliases copies the entities of some sources with their primary names
// alone.
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
