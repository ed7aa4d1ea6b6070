package seco

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// modification is one event in the history of a target.
type modification struct {
	kind string
	day  enduse.Date // zero: it has none
}

// modified takes the head of a modification. What it added and removed is
// passed over: the target itself has the present state.
func (t *target) modified(start xml.StartElement) {
	m := modification{}
	days := map[string]string{}
	for _, a := range start.Attr {
		switch name := a.Name.Local; name {
		case "modification-type":
			m.kind = a.Value
		case "effective-date", "enactment-date", "publication-date":
			days[name] = a.Value
		default:
			t.AddUnread("modification/"+name, a.Value)
		}
	}
	switch m.kind {
	case "listed", "amended", "de-listed":
	default:
		t.AddUnread("modification-type", m.kind)
	}
	for _, name := range []string{"effective-date", "enactment-date", "publication-date"} {
		d, ok := day(days[name])
		if !ok && days[name] != "" {
			t.AddUnread("modification/"+name, days[name])
		}
		if ok && m.day.IsZero() {
			m.day = d
		}
	}
	t.history = append(t.history, m)
}

// stay returns the days between which the target is listed: since the listing
// that began its latest stay, and until the day before it was de-listed, if
// that is the latest event.
func (t *target) stay() (since, until *enduse.Date) {
	events := slices.Clone(t.history)
	slices.Reverse(events) // the oldest first, as the file has the newest first
	slices.SortStableFunc(events, func(a, b modification) int { return cmp.Compare(a.day.String(), b.day.String()) })
	on := false
	for _, m := range events {
		switch m.kind {
		case "listed":
			if !on && !m.day.IsZero() {
				since = &m.day
			}
			on = true
		case "de-listed":
			on = false
		}
	}
	if len(events) == 0 || events[len(events)-1].kind != "de-listed" {
		return since, nil
	}
	return since, dayBefore(events[len(events)-1].day)
}

// dayBefore returns the day before; of no day the first of all, for nothing
// says that the target was listed on any other.
func dayBefore(d enduse.Date) *enduse.Date {
	if d.IsZero() {
		return &enduse.Date{Year: 1}
	}
	out := enduse.DateOf(d.First().AddDate(0, 0, -1))
	return &out
}

// day reads "2016-03-01".
func day(s string) (enduse.Date, bool) {
	d, err := enduse.ParseDate(strings.TrimSpace(s))
	return d, err == nil && d.Precision() == enduse.PrecisionDay && !d.Circa && d.Year > 1
}
