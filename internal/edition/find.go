package edition

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Find returns the edition that a reference names: "ofac-sdn" is the one in
// force, "ofac-sdn@1f3a" the one whose digest begins with 1f3a, and
// "ofac-sdn@previous" the one published or imported before the one in force.
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

// previous returns the edition before the one in force. The argument has the
// one in force first, then the others from the newest to the oldest.
func previous(of []Status) []Status {
	if len(of) < 2 || !of[0].Current {
		return nil
	}
	for _, st := range of[1:] {
		if !effectiveFrom(st.Edition).After(effectiveFrom(of[0].Edition)) {
			return []Status{st}
		}
	}
	return nil
}

// Use puts an edition of the store in force. It is the way back from an import.
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
		if now, err := s.readManifest(s.folder(e.Source, before)); err == nil {
			if err := s.setRefused(now.Edition, "withdrawn: an earlier edition was put in force again"); err != nil {
				return err
			}
		}
	}
	if err := s.setRefused(e, ""); err != nil {
		return DiskError(err)
	}
	return DiskError(s.setCurrent(e.Source, e.Digest))
}

// Lists returns the state of each legal list by the editions in force now, as a
// verdict reports it: without the lists that only the starter has.
func (s *Store) Lists() (map[enduse.ListID]enduse.EditionState, error) {
	now, err := s.InForce(s.Today())
	if err != nil {
		return nil, err
	}
	return Carried(now), nil
}
