package opensanctions

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Each data set is a source of its own, so that one does not replace another. The
// first entities of a file show which one it is: in a data set they are all of
// that one, in a collection of several.

// setName matches a valid name of a source, which is the name of a folder too.
var setName = regexp.MustCompile(`^os-[a-z0-9_]{1,80}$`)

// narrow gives a format the source of the data set that a file holds, if it holds
// entities of one data set only.
func narrow(s list.Single, h list.Head) list.Single {
	name := dataSet(s.Reopen, h)
	if name == "" {
		return s
	}
	all := s.Reopen
	s.Source.ID, s.Source.Lists = enduse.SourceID(name), []enduse.ListID{enduse.ListID(name)}
	s.Source.Title += " " + strings.TrimPrefix(name, "os-")
	s.Reopen = func(f list.File) iter.Seq2[enduse.Entity, error] { return only(s.Source.ID, all(f)) }
	return s
}

// dataSet returns the list of all entities in the whole lines of a head, or "" if
// they are of several.
func dataSet(read func(list.File) iter.Seq2[enduse.Entity, error], h list.Head) (name string) {
	lines := h.Bytes[:bytes.LastIndexByte(h.Bytes, '\n')+1]
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(lines)), nil }
	for e, err := range read(list.File{Name: h.Name, Open: open}) {
		switch {
		case err != nil:
		case name != "" && string(e.List) != name || !setName.MatchString(string(e.List)):
			return ""
		default:
			name = string(e.List)
		}
	}
	return name
}

// only gives the entities of a data set ids of their own, because the same party
// may be in another one. An entity of another data set shows that the file is a
// collection, which must not take the place of the data set.
func only(source enduse.SourceID, all iter.Seq2[enduse.Entity, error]) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		for e, err := range all {
			if err == nil && string(e.List) != string(source) {
				yield(enduse.Entity{}, &enduse.Error{
					Op: "read", Code: enduse.CodeInvalid, Subject: e.Record, Err: fmt.Errorf("an entity of %s in a file that began as %s: it is a collection of data sets", e.List, source),
					Hint: "import it with --source " + sourceID,
				})
				return
			}
			if err == nil {
				e.Source, e.ID = source, moved(source, e.ID)
				for i := range e.Interests {
					e.Interests[i].Owner, e.Interests[i].Asset = moved(source, e.Interests[i].Owner), moved(source, e.Interests[i].Asset)
				}
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

func moved(source enduse.SourceID, id enduse.EntityID) enduse.EntityID {
	if rest, ok := strings.CutPrefix(string(id), sourceID+":"); ok {
		return enduse.EntityID(string(source) + ":" + rest)
	}
	return id
}
