package snapshot

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
)

// Changes are the entities that differ between two sets of editions, each in
// order of id. To screen again after an update, it is enough to search Added,
// the After of Changed, and whoever matched an entity in Removed or Changed.
type Changes struct {
	Added   []*enduse.Entity
	Changed []Change
	Removed []*enduse.Entity
}

// Change is an entity that is in both sets and differs. The position of a record
// in its file does not count as a difference.
type Change struct {
	Before, After *enduse.Entity
}

// Changes returns what has changed in the lists between two days: from their
// editions in force on the first day to those on the second. The starter excerpt
// counts as far as it is searched on each day.
//
// If an edition of either day cannot be searched, what has changed is not known,
// and Changes returns an error.
func (l *Lists) Changes(ctx context.Context, from, to enduse.Date) (Changes, error) {
	before, err := l.store.InForce(from)
	if err != nil {
		return Changes{}, err
	}
	after, err := l.store.InForce(to)
	if err != nil {
		return Changes{}, err
	}
	return l.ChangesBetween(ctx, before, after)
}

// ChangesBetween is like Changes for two sets of editions. Editions that are in
// both sets are not read, and only entities that differ are decoded.
func (l *Lists) ChangesBetween(ctx context.Context, from, to []edition.Status) (Changes, error) {
	before, err := l.partsOf(from)
	if err != nil {
		return Changes{}, err
	}
	after, err := l.partsOf(to)
	if err != nil {
		return Changes{}, err
	}
	d := differ{before: map[enduse.EntityID][]byte{}, after: map[enduse.EntityID][]byte{}}
	for _, pair := range pairs(before, after) {
		if err := ctx.Err(); err != nil {
			return Changes{}, err
		}
		if err := d.compare(pair[0], pair[1]); err != nil {
			return Changes{}, err
		}
	}
	return d.changes()
}

// part is an edition, or the searched part of the starter, that can be read.
type part struct {
	statedPart
	load func() ([]byte, error)
}

// partsOf returns the parts of a set of editions.
func (l *Lists) partsOf(editions []edition.Status) (out []part, err error) {
	b, ok := fromMetadata(editions)
	if !ok {
		err := errors.New("an edition cannot be searched, so what has changed is not known")
		if len(b.failed) > 0 {
			err = fmt.Errorf("%w: %s: %s", err, b.failed[0].What, b.failed[0].Why)
		}
		return nil, &enduse.Error{Op: "lists", Code: enduse.CodeConflict, Err: err, Hint: "enduse lists status --all"}
	}
	st, err := stateOf(l.store, b)
	if err != nil {
		return nil, err
	}
	read := loader{l.store, b.excerpt, silent}
	for _, p := range st.Parts {
		out = append(out, part{p, func() ([]byte, error) { return read.part(p) }})
	}
	return out, nil
}

// pairs joins the parts of two sets by name. Parts that are the same are left
// out; a part without a counterpart is paired with nil.
func pairs(before, after []part) (out [][2]*part) {
	byName := map[string]*part{}
	for i := range before {
		byName[before[i].Name] = &before[i]
	}
	for i := range after {
		was := byName[after[i].Name]
		delete(byName, after[i].Name)
		if was == nil || was.Edition != after[i].Edition || was.Compiled != after[i].Compiled {
			out = append(out, [2]*part{was, &after[i]})
		}
	}
	for i := range before {
		if byName[before[i].Name] != nil {
			out = append(out, [2]*part{&before[i], nil})
		}
	}
	return out
}

// differ collects the lines that are in only one of two sets, by id.
type differ struct {
	before, after map[enduse.EntityID][]byte
}

// compare compares the lines of a part before and after; either may be nil.
func (d *differ) compare(before, after *part) error {
	was, err := before.digests()
	if err != nil {
		return err
	}
	is, err := after.digests()
	if err != nil {
		return err
	}
	if err := collect(d.before, was, is); err != nil {
		return err
	}
	return collect(d.after, is, was)
}

// digests returns the lines of a part by their digest.
func (p *part) digests() (map[uint64][]byte, error) {
	if p == nil {
		return nil, nil
	}
	b, err := p.load()
	if err != nil {
		return nil, err
	}
	out := make(map[uint64][]byte, bytes.Count(b, []byte{'\n'}))
	for l := range linesOf(b) {
		out[l.digest] = l.text
	}
	return out, nil
}

// collect adds the lines that the other part does not have.
func collect(into map[enduse.EntityID][]byte, lines, other map[uint64][]byte) error {
	for digest, text := range lines {
		if _, same := other[digest]; same {
			continue
		}
		var entity struct {
			ID enduse.EntityID `json:"id"`
		}
		if err := json.Unmarshal(text, &entity); err != nil {
			return err
		}
		into[entity.ID] = text
	}
	return nil
}

// changes decodes what was collected.
func (d *differ) changes() (out Changes, err error) {
	for id, text := range d.after {
		after, err := decode(text)
		if err != nil {
			return Changes{}, err
		}
		was, ok := d.before[id]
		if !ok {
			out.Added = append(out.Added, after)
			continue
		}
		before, err := decode(was)
		if err != nil {
			return Changes{}, err
		}
		out.Changed = append(out.Changed, Change{before, after})
	}
	for id, text := range d.before {
		if _, ok := d.after[id]; ok {
			continue
		}
		before, err := decode(text)
		if err != nil {
			return Changes{}, err
		}
		out.Removed = append(out.Removed, before)
	}
	byID := func(a, b *enduse.Entity) int { return cmp.Compare(a.ID, b.ID) }
	slices.SortFunc(out.Added, byID)
	slices.SortFunc(out.Removed, byID)
	slices.SortFunc(out.Changed, func(a, b Change) int { return byID(a.After, b.After) })
	return out, nil
}

func decode(line []byte) (*enduse.Entity, error) {
	e := &enduse.Entity{}
	return e, json.Unmarshal(line, e)
}
