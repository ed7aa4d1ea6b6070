package edition

import (
	"fmt"

	"github.com/enduse/enduse"
)

// maxShrink is the share of entities that an edition may lose against the one
// in force before somebody has to say that this is right.
const maxShrink = 0.2

// guard says whether an edition may replace the one in force. A note says why
// it is kept but not in force; an error, why it was refused.
func guard(before enduse.Edition, now Imported, o ImportOptions) (note string, err error) {
	e := now.Edition
	if now.State == enduse.StateFailed {
		return "", &enduse.Error{
			Code: enduse.CodeInvalid, Err: fmt.Errorf("%d of %d records could not be read: the edition failed, the one before stays in force", e.Counts.Faults, e.Counts.Records),
			Hint: "see the records with: enduse lists status --all --format json",
		}
	}
	if before.Published != nil && e.Published != nil && e.Published.Last().Before(before.Published.First()) {
		return fmt.Sprintf("older than the edition of %s, which stays in force; used with --as-of", before.Published), nil
	}
	if kept := float64(e.Counts.Entities); kept < (1-maxShrink)*float64(before.Counts.Entities) && !o.AcceptShrink {
		return "", &enduse.Error{
			Code: enduse.CodeConflict, Err: fmt.Errorf("it has %d entities, the edition in force has %d, which stays in force", e.Counts.Entities, before.Counts.Entities),
			Hint: "if the list really shrank: --accept-shrink",
		}
	}
	return "", nil
}
