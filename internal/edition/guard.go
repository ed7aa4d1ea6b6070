package edition

import (
	"errors"
	"fmt"

	"github.com/enduse/enduse"
)

// comparison is what a new edition is held against.
type comparison struct {
	before   *enduse.Edition // in force; nil if it cannot be read
	was      idSet           // its ids; nil if they cannot be read
	base     *baseline       // nil if it does not exist
	now      idSet
	replaced bool // the store has had it since before the one in force was imported
	numbered bool // its publisher numbers entries as they come
}

// guard says whether an edition may replace the one in force. A note says why it
// is kept but not in force; an error, why it was refused. It is not skipped where
// the edition in force cannot be read: then what is kept of it decides.
func (c *comparison) guard(out *Imported, o ImportOptions) (note string, err error) {
	e := &out.Edition
	if out.State == enduse.StateFailed {
		return "", &enduse.Error{
			Code: enduse.CodeInvalid, Err: fmt.Errorf("%d of %d records could not be read: the edition failed, the one before stays in force", e.Counts.Faults, e.Counts.Records),
			Hint: "see the records with: enduse lists status --all --format json",
		}
	}
	if before := c.dated(); before != nil && e.Published != nil && e.Published.Last().Before(before.First()) {
		return fmt.Sprintf("older than the edition of %s%s", before, keptForDays), nil
	}
	var losses []loss
	if c.was != nil {
		out.Lost = c.was.lost(c.now)
		losses = append(losses, out.Lost)
	}
	if c.base != nil {
		l := c.base.lost(c.now)
		if c.was == nil {
			out.Lost = l
		}
		losses = append(losses, l)
	}
	switch {
	case o.AcceptShrink:
		return "", nil
	case len(losses) == 0:
		return "", &enduse.Error{
			Code: enduse.CodeConflict, Err: errors.New("the edition in force cannot be read, so nobody can say what this one has lost; it is not put in force"),
			Hint: "import the edition in force again; or, if you are sure that this one is whole: --accept-shrink",
		}
	case losses[0].tooMuch():
		return "", gone(fmt.Sprintf("%v of the edition in force are gone", losses[0]))
	case losses[len(losses)-1].tooMuch():
		return "", gone(fmt.Sprintf("%v of the edition accepted on %s are gone, over several imports", losses[len(losses)-1], c.base.Accepted.Format("2006-01-02")))
	}
	return c.older(e), nil
}

const keptForDays = ", which stays in force; used with --as-of"

func gone(what string) error {
	return &enduse.Error{
		Code: enduse.CodeConflict, Err: fmt.Errorf("%s: more than %.1f %%; the edition in force stays", what, 100*maxGone),
		Hint: "see who is gone with: enduse lists status --all, then enduse lists diff; if they were really taken off the list: --accept-shrink",
	}
}

// older says why an edition that bears no date is an earlier one than that in
// force: it was in the store before it, or it ends before the highest number of
// the other. In three years of the SDN list that number never fell.
func (c *comparison) older(e *enduse.Edition) string {
	if e.Published != nil {
		return ""
	}
	if c.replaced {
		return "the store has had it since before the present edition, which stays in force; to go back to it: enduse lists use " + string(e.Source) + "@" + short(e.Digest)
	}
	was, ok1 := c.was.highest()
	now, ok2 := c.now.highest()
	if c.numbered && ok1 && ok2 && now < was {
		return fmt.Sprintf("it ends at number %d and the edition in force at %d, so it looks like an earlier one%s; if it is the later: --accept-shrink", now, was, keptForDays)
	}
	return ""
}

// dated is the day of the edition in force, as far as it can be known.
func (c *comparison) dated() *enduse.Date {
	if c.before != nil {
		return c.before.Published
	}
	if c.base != nil {
		return c.base.Dated
	}
	return nil
}

func short(digest string) string {
	const scheme = len("sha256:")
	return digest[scheme:min(len(digest), scheme+12)]
}
