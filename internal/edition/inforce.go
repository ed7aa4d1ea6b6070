package edition

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
)

// InForce returns the edition of each source that was in force on a day, in
// order of source. For today that is the one that CURRENT names; for a day in
// the past, the one published last before the end of that day. An edition
// without a date of publication counts from its import. The state of each is
// measured at the end of the day, or now if the day has not ended.
//
// The starter excerpt is included while some of its lists have no usable
// edition. An edition that cannot be loaded has a Problem.
func (s *Store) InForce(day enduse.Date) ([]Status, error) {
	all, err := s.Editions()
	if err != nil {
		return nil, err
	}
	out := all
	if day.Last().AddDate(0, 0, 1).Before(s.clock()) {
		out = inForcePast(all, day)
	} else {
		out = slices.DeleteFunc(out, func(st Status) bool { return !st.Current })
	}
	now := s.endOf(day)
	for i := range out {
		if out[i].Problem == nil {
			out[i].State = out[i].Edition.State(now, s.maxAge)
		}
	}
	if out, err = withStarter(out); err != nil {
		return nil, err
	}
	slices.SortStableFunc(out, func(a, b Status) int { return cmp.Compare(a.Source, b.Source) })
	return out, nil
}

// inForcePast chooses the edition of each source that was in force on a day in
// the past. An edition that cannot be read may be the one of that day, so it is
// returned too.
func inForcePast(all []Status, day enduse.Date) (out []Status) {
	for _, st := range all {
		if st.Problem != nil {
			out = append(out, st)
			continue
		}
		if st.Refused != "" || effectiveFrom(st.Edition).After(day.Last()) {
			continue
		}
		i := slices.IndexFunc(out, func(o Status) bool { return o.Source == st.Source && o.Problem == nil })
		switch {
		case i < 0:
			out = append(out, st)
		case effectiveFrom(out[i].Edition).Before(effectiveFrom(st.Edition)):
			out[i] = st
		}
	}
	return out
}

// withStarter appends the starter excerpt if some of its lists have no usable
// edition.
func withStarter(editions []Status) ([]Status, error) {
	e, _, err := Starter()
	if err != nil {
		return nil, err
	}
	have := Carried(editions)
	if slices.ContainsFunc(e.Lists, func(l enduse.ListID) bool { return have[l] == "" || !have[l].Usable() }) {
		editions = append(editions, Status{Manifest: Manifest{Edition: e}, State: enduse.StateStarter, Current: true})
	}
	return editions, nil
}

// endOf is the moment at which the age of editions is measured: now, or the
// end of a day in the past.
func (s *Store) endOf(day enduse.Date) time.Time {
	now := s.clock()
	if end := day.Last().AddDate(0, 0, 1); end.Before(now) {
		return end
	}
	return now
}

// effectiveFrom is the first moment at which an edition is known to be in force.
func effectiveFrom(e enduse.Edition) time.Time {
	if e.Published != nil {
		return e.Published.First()
	}
	return e.Imported
}

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
