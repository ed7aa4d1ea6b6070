package advanced

import (
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// point reads a Year, a Month and a Day.
func point(n list.Node) (enduse.Date, bool) {
	var v [3]int
	for i, name := range []string{"Year", "Month", "Day"} {
		var err error
		if v[i], err = strconv.Atoi(n.Get(name)); err != nil {
			return enduse.Date{}, false
		}
	}
	d := enduse.Date{Year: v[0], Month: v[1], Day: v[2]}
	return d, d.Validate() == nil
}

// period reads a DatePeriod: it runs from the beginning of its start to the
// end of its end.
func (s *side) period(n list.Node, p *pieces) (enduse.Date, bool) {
	p.only(n, "Comment", "Start", "End")
	if calendar := p.lookup(s, "CalendarType", n.Attr("CalendarTypeID")); calendar != "Gregorian" {
		return enduse.Date{}, false
	}
	start, end := n.Child("Start"), n.Child("End")
	from, ok := bound(start, "From", "To")
	to, okEnd := bound(end, "To", "From")
	if !okEnd && end.Name == "" { // no end: the start's own
		to, okEnd = bound(start, "To", "From")
	}
	if !ok || !okEnd {
		return enduse.Date{}, false
	}
	return ofac.Period(from, to, start.Attr("Approximate") == "true" || end.Attr("Approximate") == "true")
}

// bound reads a point of a boundary, or the other where it has only that.
func bound(n list.Node, name, other string) (enduse.Date, bool) {
	if k := n.Child(name); k.Name != "" {
		return point(k)
	}
	return point(n.Child(other))
}
