package edition

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/catalog"
	"github.com/enduse/enduse/internal/list/starter"
)

// official knows who publishes each legal list that the program has an importer
// or starter entries for. No other source may declare such a list whole.
type official struct {
	sources map[enduse.SourceID]list.Source
	lists   map[enduse.ListID][]enduse.SourceID // the sources that carry it
}

var officials = sync.OnceValue(func() official {
	o := official{map[enduse.SourceID]list.Source{}, map[enduse.ListID][]enduse.SourceID{}}
	for _, f := range catalog.Formats() {
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

// owner is the source whose state decides for a list: the one that publishes
// that list alone, or "" if only collections carry it.
func (o official) owner(l enduse.ListID) enduse.SourceID {
	if slices.Contains(o.lists[l], enduse.SourceID(l)) {
		return enduse.SourceID(l)
	}
	return ""
}

// floor is the number of entities on a list below which an edition of that day
// is not whole; 0 if that number is not known.
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

// claim checks the lists that a mapping of the user's own claims to carry: an
// official list only if the table holds as much of it as a whole edition does.
// held is nil before the table is read: then only lists are refused whose whole
// size is not known.
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

// own reports whether the edition was read by a mapping of the user's.
func (e *Manifest) own() bool {
	return e.Own || slices.ContainsFunc(e.Files, func(f enduse.EditionFile) bool { return f.Role == mappingRole })
}

// day is the day by which the floors of an edition are chosen: its publication,
// or its import if it has no date.
func day(e *enduse.Edition) enduse.Date {
	if e.Published != nil {
		return *e.Published
	}
	return enduse.DateOf(e.Imported)
}

// Carried returns the state of each legal list that the given editions carry;
// editions with a Problem and the starter carry none. The state of a list is
// that of its owner's edition if there is one; otherwise the best state among
// the other official sources that carry it. A table of the user's own counts
// for an official list only if none of those exist and it holds as much of the
// list as a whole edition does.
func Carried(editions []Status) map[enduse.ListID]enduse.EditionState {
	o, out, rank := officials(), map[enduse.ListID]enduse.EditionState{}, map[enduse.ListID]int{}
	for i := range editions {
		st := &editions[i]
		if st.Problem != nil || st.Starter {
			continue
		}
		for _, l := range st.Lists {
			r := o.rank(st, l)
			have, ok := out[l]
			if r > 0 && (!ok || r > rank[l] || r == rank[l] && better(st.State, have)) {
				out[l], rank[l] = st.State, r
			}
		}
	}
	return out
}

// rank says how much the state of an edition counts for a list that it carries:
// 3 for the owner of the list, 2 for another official source, 1 for a table of
// the user's own that holds the whole list, 0 for one that does not.
func (o official) rank(st *Status, l enduse.ListID) int {
	_, known := o.lists[l]
	switch own := st.own(); {
	case !known, !own && o.owner(l) == st.Source:
		return 3
	case !own:
		return 2
	case st.OnList[l] == 0:
		return 0
	}
	if o.claim(list.Source{ID: st.Source, Lists: st.Lists}, day(&st.Edition), st.OnList) != nil {
		return 0
	}
	return 1
}

// states orders the states from the best to the worst.
var states = []enduse.EditionState{
	enduse.StateFresh, enduse.StateStale, enduse.StatePartial, enduse.StateStarter, enduse.StateFailed,
}

func better(a, b enduse.EditionState) bool { return slices.Index(states, a) < slices.Index(states, b) }

// errUnknownSource is the error for an id that cannot name a folder.
var errUnknownSource = errors.New("no id of a source: small letters, digits, - and _")

// listsShort names the lists that an edition holds less of than a whole one does.
func listsShort(floor list.Floor, held map[enduse.ListID]int) (out []string) {
	for _, l := range slices.Sorted(maps.Keys(floor.Lists)) {
		if held[l] < floor.Lists[l] {
			out = append(out, fmt.Sprintf("%s: %d entities, and the whole list has at least %d", l, held[l], floor.Lists[l]))
		}
	}
	return out
}
