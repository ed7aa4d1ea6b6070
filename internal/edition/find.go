package edition

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Find returns the edition that a reference names: "ofac-sdn" is the one in
// force, "ofac-sdn@1f3a" the one whose digest begins so, "ofac-sdn@previous"
// the one published or imported before the one in force.
func (s *Store) Find(ref string) (enduse.Edition, error) {
	source, digest, _ := strings.Cut(ref, "@")
	all, err := s.Editions()
	if err != nil {
		return enduse.Edition{}, err
	}
	of := slices.DeleteFunc(all, func(st Status) bool { return string(st.Source) != source })
	if len(of) == 0 {
		return enduse.Edition{}, &enduse.Error{
			Op: "lists", Code: enduse.CodeNotFound, Subject: ref, Err: errors.New("no edition of this source"), Hint: "enduse lists status --all",
		}
	}
	var found []Status
	switch digest {
	case "":
		found = slices.DeleteFunc(of, func(st Status) bool { return !st.Current })
	case "previous":
		found = previous(of)
	default:
		found = slices.DeleteFunc(of, func(st Status) bool {
			return !strings.HasPrefix(strings.TrimPrefix(st.Digest, "sha256:"), strings.TrimPrefix(digest, "sha256:"))
		})
	}
	if len(found) != 1 {
		return enduse.Edition{}, &enduse.Error{
			Op: "lists", Code: enduse.CodeNotFound, Subject: ref, Err: fmt.Errorf("%d editions answer to this", len(found)), Hint: "enduse lists status --all",
		}
	}
	return found[0].Edition, found[0].Problem
}

// previous returns the edition before the one in force: of is ordered with the
// one in force first, and from the newest to the oldest.
func previous(of []Status) []Status {
	if len(of) < 2 || !of[0].Current {
		return nil
	}
	for _, st := range of[1:] {
		if !begins(st.Edition).After(begins(of[0].Edition)) {
			return []Status{st}
		}
	}
	return nil
}

// Use puts an edition of the store in force: the way back from an import.
func (s *Store) Use(e enduse.Edition) error {
	unlock, err := s.lock()
	if err != nil {
		return err
	}
	defer unlock()
	c, err := s.readCurrent()
	if err != nil {
		return err
	}
	if before := c.Editions[e.Source]; before != "" && before != e.Digest {
		if now, err := s.readEdition(s.folder(e.Source, before)); err == nil {
			if err := s.refuse(now.Edition, "withdrawn: an earlier edition was put in force again"); err != nil {
				return err
			}
		}
	}
	if err := s.refuse(e, ""); err != nil {
		return onDisk(err)
	}
	return onDisk(s.setCurrent(e.Source, e.Digest))
}

// Entities returns the entities of an edition, in order of their ids.
func (s *Store) Entities(e enduse.Edition) ([]*enduse.Entity, error) {
	if e.Starter {
		_, all, err := Starter()
		return all, err
	}
	_, all, err := s.load(e.Source, e.Digest)
	return all, err
}

// Show returns the entity of an id among the editions in force, the starter
// included.
func (s *Store) Show(ctx context.Context, id enduse.EntityID) (*enduse.Entity, error) {
	snapshot, err := s.Snapshots().Snapshot(ctx, enduse.DateOf(s.clock()))
	if err != nil {
		return nil, err
	}
	if e := snapshot.Index.ByID(id); e != nil {
		return e, nil
	}
	err = errors.New("no entity with this id in the editions in force")
	if len(snapshot.Failed) > 0 {
		err = fmt.Errorf("%w, but %s could not be loaded", err, snapshot.Failed[0].What)
	}
	return nil, &enduse.Error{Op: "lists show", Code: enduse.CodeNotFound, Subject: string(id), Err: err, Hint: "find ids with: enduse check NAME"}
}

// InForce returns the editions in force now, the starter first if it is still
// of use. An edition that cannot be loaded has a Problem.
func (s *Store) InForce() ([]Status, error) {
	now, err := s.inForce(enduse.DateOf(s.clock()))
	if err != nil {
		return nil, err
	}
	e, _, err := Starter()
	if err != nil {
		return nil, err
	}
	have := carried(s.carriers(now))
	if slices.ContainsFunc(e.Lists, func(l enduse.ListID) bool { return !have[l].Usable() || have[l] == "" }) {
		now = append(now, Status{Edition: e, State: enduse.StateStarter, Current: true})
	}
	slices.SortStableFunc(now, func(a, b Status) int { return cmp.Compare(a.Source, b.Source) })
	return now, nil
}

// Lists returns the state of each legal list by the editions in force now, as a
// verdict has it: without those that only the starter has.
func (s *Store) Lists() (map[enduse.ListID]enduse.EditionState, error) {
	now, err := s.inForce(enduse.DateOf(s.clock()))
	if err != nil {
		return nil, err
	}
	return carried(s.carriers(now)), nil
}

// carriers reads what is known of editions; one that cannot be read carries
// nothing.
func (s *Store) carriers(editions []Status) (out []carrier) {
	for _, st := range editions {
		if st.Problem != nil {
			continue
		}
		if e, err := s.readEdition(s.folder(st.Source, st.Digest)); err == nil {
			out = append(out, carrier{e, st.State})
		}
	}
	return out
}
