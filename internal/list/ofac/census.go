package ofac

import (
	"fmt"

	"github.com/enduse/enduse"
)

// Census counts the parties of a file that stand on the list that the file is
// taken for.
type Census struct{ all, own int }

// Add counts a party.
func (c *Census) Add(e *enduse.Entity) {
	c.all++
	for _, d := range e.Designations {
		if (d.List == listSDN) == (e.Source == listSDN) {
			c.own++
			return
		}
	}
}

// Doubt says why the file may be another list, "" if nothing speaks for that.
func (c *Census) Doubt(source enduse.SourceID) string {
	if c.own*2 >= c.all {
		return ""
	}
	return fmt.Sprintf("only %d of %d parties stand on the list of %s: is it another one?", c.own, c.all, source)
}
