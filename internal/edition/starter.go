package edition

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/starter"
)

// Starter returns the excerpt inside the binary as an edition.
func Starter() (enduse.Edition, []*enduse.Entity, error) {
	source := starter.Source()
	e := enduse.Edition{
		Source: source.ID, Title: source.Title, Publisher: source.Publisher, Lists: slices.Clone(source.Lists),
		Format: "starter", Starter: true, Digest: starter.Digest(),
	}
	var entities []*enduse.Entity
	for entity, err := range starter.Read() {
		if err != nil {
			return e, nil, err
		}
		e.Counts.Records++
		entities = append(entities, &entity)
		count(&e.Counts, &entity, 1)
	}
	return e, entities, nil
}
