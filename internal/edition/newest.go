package edition

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
)

// newest finds the newest day of the entries of an edition. Days to come, such as the
// first day of a measure that was announced, do not count.
type newest struct {
	until time.Time
	day   *enduse.Date
}

// see looks at when an entity was designated.
func (n *newest) see(e *enduse.Entity) {
	for i := range e.Designations {
		since := e.Designations[i].Since
		if since == nil || since.IsZero() || since.First().After(n.until) {
			continue
		}
		if n.day == nil || since.Last().After(n.day.Last()) {
			n.day = since
		}
	}
}

// of returns that day; where no entry has one, the newest that the names of the files
// give, else the day of publication that they or the user state.
func (n *newest) of(e *enduse.Edition) *enduse.Date {
	if n.day != nil {
		return n.day
	}
	for _, f := range e.Files {
		if d, ok := dayIn(f.Name); ok && !d.First().After(n.until) && (n.day == nil || d.Last().After(n.day.Last())) {
			n.day = &d
		}
	}
	if n.day == nil {
		return e.Published
	}
	return n.day
}

// dayInName is a year, and perhaps a month and a day, in the name of a file.
var dayInName = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12][0-9]|3[01]))?)?(?:[^0-9]|$)`)

func dayIn(name string) (enduse.Date, bool) {
	m := dayInName.FindStringSubmatch(name)
	if m == nil {
		return enduse.Date{}, false
	}
	parts := slices.DeleteFunc(slices.Clone(m[1:]), func(part string) bool { return part == "" })
	d, err := enduse.ParseDate(strings.TrimSpace(strings.Join(parts, "-")))
	return d, err == nil
}
