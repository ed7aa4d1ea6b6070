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

// The data sets are a source each, so that one does not replace another. Which
// one a file is, its first entities tell: in a data set each is of that one
// alone, in a collection they are of several.

// setName is what may stand in a source's name, which is that of a folder too.
var setName = regexp.MustCompile(`^os-[a-z0-9_]{1,80}$`)

// narrow makes a format that of the data set a file holds, and leaves it that of
// all where the file holds several or does not tell.
func narrow(f list.Format, read func(func() (io.ReadCloser, error), string) iter.Seq2[enduse.Entity, error], h list.Head) list.Format {
	name := dataSet(read, h)
	if name == "" {
		return f
	}
	all := f.Read
	f.Source.ID, f.Source.Lists = enduse.SourceID(name), []enduse.ListID{enduse.ListID(name)}
	f.Source.Title += " " + strings.TrimPrefix(name, "os-")
	f.Read = func(set list.Set) iter.Seq2[enduse.Entity, error] { return only(f.Source.ID, all(set)) }
	return f
}

// dataSet is the list of every entity in the whole lines of a head, or "".
func dataSet(read func(func() (io.ReadCloser, error), string) iter.Seq2[enduse.Entity, error], h list.Head) (name string) {
	lines := h.Bytes[:bytes.LastIndexByte(h.Bytes, '\n')+1]
	open := func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(lines)), nil }
	for e, err := range read(open, h.Name) {
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

// only gives the entities of a data set ids of their own: the same party may
// stand in another one. An entity of another set shows that the file is a
// collection, which must not stand in the place of the set.
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
