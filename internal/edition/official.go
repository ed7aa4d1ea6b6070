package edition

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/starter"
)

// official is who publishes each legal list that the program has an importer or
// starter entries for. Nobody else may say of such a list that it is whole.
type official struct {
	sources map[enduse.SourceID]list.Source
	lists   map[enduse.ListID][]enduse.SourceID // the sources that carry it
}

var officials = sync.OnceValue(func() official {
	o := official{map[enduse.SourceID]list.Source{}, map[enduse.ListID][]enduse.SourceID{}}
	for _, f := range formats() {
		o.sources[f.Source.ID] = f.Source
		for _, l := range f.Source.Lists {
			if !slices.Contains(o.lists[l], f.Source.ID) {
				o.lists[l] = append(o.lists[l], f.Source.ID)
			}
		}
	}
	for _, l := range starter.Source().Lists {
		if o.lists[l] == nil {
			o.lists[l] = []enduse.SourceID{}
		}
	}
	return o
})

// owner is the source whose state decides for a list: the one that is published as
// that list alone, "" where only collections carry it.
func (o official) owner(l enduse.ListID) enduse.SourceID {
	if slices.Contains(o.lists[l], enduse.SourceID(l)) {
		return enduse.SourceID(l)
	}
	return ""
}

// floor is the number of entities on a list below which an edition of a day does
// not hold it whole; 0 where that is not known.
func (o official) floor(l enduse.ListID, day enduse.Date) (n int) {
	if s, ok := o.sources[o.owner(l)]; ok {
		return s.FloorOn(day).Entities
	}
	for _, id := range o.lists[l] {
		s := o.sources[id]
		of := s.FloorOn(day)
		if len(s.Lists) == 1 {
			n = max(n, of.Entities)
		}
		n = max(n, of.Lists[l])
	}
	return n
}

// claim checks what a mapping of the user's own says that it carries: an official
// list only if it holds as much of it as the whole list does. held is nil before
// the table was read: then only lists of which nothing is known are refused.
func (o official) claim(source list.Source, day enduse.Date, held map[enduse.ListID]int) error {
	refuse := func(what, why string) error {
		return &enduse.Error{
			Code: enduse.CodeInvalid, Subject: "mapping " + string(source.ID), Err: fmt.Errorf("%s is an official list, and %s", what, why),
			Hint: "give the table an id of its own, such as source: {id: our-list, lists: [our-list]}, or import the publisher's file without --mapping",
		}
	}
	if theirs, ok := o.sources[source.ID]; ok {
		if floor := theirs.FloorOn(day).Entities; held != nil && total(held) < floor || floor == 0 {
			return refuse("source "+string(source.ID), fmt.Sprintf("the table holds %d of at least %d entities", total(held), floor))
		}
		for _, l := range source.Lists {
			if !slices.Contains(theirs.Lists, l) {
				return refuse("source "+string(source.ID), "it does not carry "+string(l))
			}
		}
	} else if source.ID == starter.Source().ID {
		return refuse("source "+string(source.ID), "it comes with the program")
	}
	for _, l := range source.Lists {
		if _, ok := o.lists[l]; !ok {
			continue
		}
		switch floor := o.floor(l, day); {
		case floor == 0:
			return refuse("list "+string(l), "how much a whole one holds is not known")
		case held != nil && held[l] < floor:
			return refuse("list "+string(l), fmt.Sprintf("the table holds %d entities of it; a whole one holds at least %d", held[l], floor))
		}
	}
	return nil
}

func total(held map[enduse.ListID]int) (n int) {
	for _, of := range held {
		n += of
	}
	return n
}

// own reports whether an edition was read by a mapping of the user's own.
func (e *stored) own() bool {
	return e.Own || slices.ContainsFunc(e.Files, func(f enduse.EditionFile) bool { return f.Role == mappingRole })
}

// day is the day that an edition's floors are of: an undated one is taken for
// that of its import.
func day(e *enduse.Edition) enduse.Date {
	if e.Published != nil {
		return *e.Published
	}
	return enduse.DateOf(e.Imported)
}

// carrier is an edition in force as far as it stands for legal lists.
type carrier struct {
	stored
	state enduse.EditionState
}

// carried says what state each legal list is in. A list has that of its owner
// where the owner's edition is in force; else the best of the other official
// sources that carry it; a table of the user's own counts for an official list only
// where none of them is there and it is above that list's floor.
func carried(all []carrier) map[enduse.ListID]enduse.EditionState {
	o, out, rank := officials(), map[enduse.ListID]enduse.EditionState{}, map[enduse.ListID]int{}
	for i := range all {
		c := &all[i]
		for _, l := range c.Lists {
			_, known := o.lists[l]
			own := c.own()
			if known && own && (c.OnList[l] == 0 || o.claim(list.Source{ID: c.Source, Lists: c.Lists}, day(&c.Edition), c.OnList) != nil) {
				continue
			}
			r := 1
			switch {
			case !known, known && !own && o.owner(l) == c.Source:
				r = 3
			case !own:
				r = 2
			}
			have, ok := out[l]
			if !ok || r > rank[l] || r == rank[l] && better(c.state, have) {
				out[l], rank[l] = c.state, r
			}
		}
	}
	return out
}

// errUnknownSource is of an id that cannot be that of a folder.
var errUnknownSource = errors.New("no id of a source: small letters, digits, - and _")

// listsShort names the lists of an edition that hold less than whole ones do.
func listsShort(floor list.Floor, held map[enduse.ListID]int) (out []string) {
	for _, l := range slices.Sorted(maps.Keys(floor.Lists)) {
		if held[l] < floor.Lists[l] {
			out = append(out, fmt.Sprintf("%s: %d entities, and the whole list has at least %d", l, held[l], floor.Lists[l]))
		}
	}
	return out
}
