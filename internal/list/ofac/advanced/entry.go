package advanced

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// entry is the standing of a profile on a list.
type entry struct {
	listing ofac.Listing
	pieces
}

func (s *side) entry(n list.Node) entry {
	var e entry
	e.only(n, "EntryEvent", "SanctionsMeasure")
	e.listing.List = e.lookup(s, "List", n.Attr("ListID"))
	for _, event := range n.All("EntryEvent") {
		e.event(s, event)
	}
	for _, m := range n.All("SanctionsMeasure") {
		e.measure(s, m)
	}
	return e
}

// event reads when and on what basis the entry was made; the earliest day
// counts.
func (e *entry) event(s *side, n list.Node) {
	e.only(n, "Comment", "Date")
	if kind := e.lookup(s, "EntryEventType", n.Attr("EntryEventTypeID")); kind != "Created" {
		e.add("EntryEvent "+kind, n.AllText())
		return
	}
	if text := n.Get("Comment"); text != "" {
		e.add("EntryEvent/Comment", text)
	}
	if basis := e.lookup(s, "LegalBasis", n.Attr("LegalBasisID")); basis != "" {
		e.listing.Bases = append(e.listing.Bases, basis)
	}
	day, ok := point(n.Child("Date"))
	if !ok {
		e.add("EntryEvent/Date", n.Child("Date").AllText())
		return
	}
	if since := e.listing.Since; since == nil || day.First().Before(since.First()) {
		e.listing.Since = &day
	}
}

// measure reads a type of sanction; the type "Program" has the programme in
// its comment.
func (e *entry) measure(s *side, n list.Node) {
	e.only(n, "Comment", "DatePeriod")
	kind, comment := e.lookup(s, "SanctionsType", n.Attr("SanctionsTypeID")), n.Get("Comment")
	switch {
	case kind == "Program" && comment != "":
		e.listing.Programs = append(e.listing.Programs, comment)
	case kind != "":
		e.listing.Types = append(e.listing.Types, kind)
		if comment != "" {
			e.add("SanctionsMeasure/Comment", kind+": "+comment)
		}
	}
	if period := n.Child("DatePeriod"); len(period.Kids) > 0 {
		e.add("SanctionsMeasure/DatePeriod", kind+" "+period.AllText())
	}
}

// relation is a tie of a profile to another.
type relation struct {
	relation ofac.Relation
	other    string // the other's profile
	pieces
}

func (s *side) relation(n list.Node) relation {
	var r relation
	r.only(n, "Comment", "DatePeriod", "IDRegDocumentReference")
	r.other = n.Attr("To-ProfileID")
	r.relation = ofac.Relation{
		Type: r.lookup(s, "RelationType", n.Attr("RelationTypeID")), Other: r.other, Former: n.Attr("Former") == "true",
	}
	if text := n.Get("Comment"); text != "" {
		r.add("ProfileRelationship/Comment", text)
	}
	for _, p := range n.All("DatePeriod") {
		d, ok := s.period(p, &r.pieces)
		if !ok {
			r.add("ProfileRelationship/DatePeriod", p.AllText())
			continue
		}
		r.relation.Since = &enduse.Date{Year: d.Year, Month: d.Month, Day: d.Day, Circa: d.Circa}
		r.relation.Until = d.Until
	}
	return r
}
