package ofac

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// designateSDN gives a designation for each programme. A party on the
// SDN list is blocked, whatever the programme: 31 CFR 501 and the programme's
// own part.
func designateSDN(programs []string, _ *remarks) []enduse.Designation {
	if len(programs) == 0 {
		return []enduse.Designation{{List: listSDN, Measures: freeze}}
	}
	var out []enduse.Designation
	for _, p := range programs {
		out = append(out, enduse.Designation{List: listSDN, Program: p, Measures: freeze})
	}
	return out
}

// designateConsolidated gives a designation for each directive and for each
// programme that has none. A programme that no table explains, such as the one
// under which the party is on the SDN list too, stays on "ofac-cons" with
// services as the measure: something is forbidden, the file does not say what.
func designateConsolidated(programs []string, r *remarks) []enduse.Designation {
	var known, others []enduse.Designation
	for _, p := range programs {
		if found := r.actsOf(p); len(found) > 0 {
			known = append(known, found...)
		} else {
			others = append(others, enduse.Designation{List: listAny, Program: p, Measures: services})
		}
	}
	if len(known)+len(others) == 0 {
		return []enduse.Designation{{List: listAny, Measures: services}}
	}
	return append(known, others...)
}

func (r *remarks) actsOf(program string) []enduse.Designation {
	var out []enduse.Designation
	order := directivePrograms[program]
	for _, number := range r.directives[order] {
		if a, ok := directiveActs[order+"/"+number]; ok {
			out = append(out, r.designation(program, a, order+"/"+number))
		}
	}
	if len(out) > 0 {
		return out
	}
	if a, ok := programmeActs[program]; ok {
		return []enduse.Designation{r.designation(program, a, strings.TrimSuffix(program, "-EO13959"))}
	}
	if a, ok := menuActs[program]; ok {
		return []enduse.Designation{r.designation(program, a, "")}
	}
	return nil
}

func (r *remarks) designation(program string, a act, listedAs string) enduse.Designation {
	d := enduse.Designation{List: a.list, Program: program, Measures: a.measures, Basis: a.basis}
	if since, ok := r.listed[listedAs]; ok {
		d.Since = &since
	}
	return d
}

// Listing is one list on which a party is, as the XML formats give it. The
// programmes, types and bases are those of the party: the formats print all of
// them with each list.
type Listing struct {
	List     string // the list's name, such as "SDN List"
	Since    *enduse.Date
	Programs []string
	Types    []string // the types of sanction, such as "Block"
	Bases    []string // the legal bases, such as "Executive Order 13224 (Terrorism)"
}

// listed is a party's standing on all lists.
type listed struct {
	party    *Party
	since    map[enduse.ListID]*enduse.Date
	lists    []act // what each forbids, in their order
	programs []string
	measures []enduse.Measure // of the types
	bases    []string
}

// designateListed gives the designations of a party whose lists are known: for
// each programme that a list's own table explains one of that list; the other
// programmes are those of the SDN list if the party is on it. Where only
// the consolidated list is named, the programmes alone decide, as in CSV.
func (p *Party) designateListed(listings []Listing) []enduse.Designation {
	l := listed{party: p, since: map[enduse.ListID]*enduse.Date{}}
	for _, one := range listings {
		l.add(one)
	}
	var out []enduse.Designation
	if len(l.lists) == 1 && l.lists[0].list == listAny && len(l.programs) > 0 {
		out = designateConsolidated(l.programs, &p.remarks)
		for _, d := range out {
			l.since[d.List] = l.since[listAny]
		}
	} else {
		out = l.designations()
	}
	// the source's own list before the other
	slices.SortStableFunc(out, func(a, b enduse.Designation) int { return p.foreign(a) - p.foreign(b) })
	for i := range out {
		if out[i].Since == nil {
			out[i].Since = l.since[out[i].List]
		}
	}
	return out
}

func (p *Party) foreign(d enduse.Designation) int {
	if (d.List == listSDN) == (p.Source == listSDN) {
		return 0
	}
	return 1
}

// designations takes the lists in their order.
func (l *listed) designations() []enduse.Designation {
	explained, rest := l.explained()
	var out []enduse.Designation
	for _, a := range l.lists {
		own := slices.DeleteFunc(slices.Clone(explained), func(d enduse.Designation) bool { return d.List != a.list })
		if len(own) == 0 && (a.list != listAny || len(l.lists) == 1) {
			own = l.byList(a, rest)
		}
		out = append(out, own...)
	}
	return out
}

// add takes one listing in.
func (l *listed) add(one Listing) {
	a, ok := listActs[one.List]
	if !ok {
		l.party.AddUnread("list", one.List)
		a = act{listAny, services, ""}
	}
	if before, twice := l.since[a.list]; !twice || before == nil {
		l.since[a.list] = one.Since
	}
	if !slices.ContainsFunc(l.lists, func(b act) bool { return a.list == b.list }) {
		l.lists = append(l.lists, a)
	}
	l.programs = addNew(l.programs, one.Programs)
	l.bases = addNew(l.bases, one.Bases)
	for _, t := range one.Types {
		l.sanctionType(t)
	}
}

var directiveType = regexp.MustCompile(`^(?:E\.?O\.? |Executive Order )?(\d{5})\b.*\bDirective (\d[a-z]?)\b`)

func (l *listed) sanctionType(name string) {
	measures, ok := typeMeasures[name]
	l.measures = addNew(l.measures, measures)
	if m := directiveType.FindStringSubmatch(name); m != nil {
		r := &l.party.remarks
		r.directives[m[1]] = addNew(r.directives[m[1]], []string{m[2]})
	} else if u := (enduse.Unread{Field: "sanctions_type", Text: name}); !ok && !slices.Contains(l.party.Unread, u) {
		l.party.Unread = append(l.party.Unread, u)
	}
}

// explained returns the designations that the tables give for programmes, on
// lists where the party is, and the programmes that are left.
func (l *listed) explained() (known []enduse.Designation, rest []string) {
	for _, p := range l.programs {
		found := false
		for _, d := range l.party.remarks.actsOf(p) {
			if _, on := l.since[d.List]; on {
				known, found = append(known, d), true
			}
		}
		if !found {
			rest = append(rest, p)
		}
	}
	return known, rest
}

// byList gives the designations of a list that no programme explains: what the
// list forbids, under each programme that is left.
func (l *listed) byList(a act, programs []string) []enduse.Designation {
	measures, basis := a.measures, a.basis
	if a.list == listAny && len(l.measures) > 0 {
		measures = l.measures
	}
	if basis == "" {
		basis = l.basis()
	}
	if len(programs) == 0 {
		programs = l.programs
	}
	if len(programs) == 0 {
		programs = []string{""}
	}
	var out []enduse.Designation
	for _, p := range programs {
		out = append(out, enduse.Designation{List: a.list, Program: p, Measures: measures, Basis: basis})
	}
	return out
}

var orderNumber = regexp.MustCompile(`\b1[0-9]{4}\b`)

// basis joins the legal bases of the party, without those of orders that the
// tables name for another list, and without licences, on which no list rests
// but the one that the tables have it for.
func (l *listed) basis() string {
	var others strings.Builder
	for _, a := range l.lists {
		others.WriteString(" " + a.basis)
	}
	var out []string
	for _, b := range l.bases {
		number := orderNumber.FindString(b)
		switch {
		case b == "Unknown", strings.HasPrefix(b, "General License"), number != "" && strings.Contains(others.String(), number):
		default:
			out = append(out, b)
		}
	}
	return strings.Join(out, "; ")
}

// addNew adds the values that are not there yet.
func addNew[T comparable](to, values []T) []T {
	for _, v := range values {
		if !slices.Contains(to, v) {
			to = append(to, v)
		}
	}
	return to
}
