package statement

// head is how many words of what is said are looked at for what negates it or
// makes it uncertain: later ones are of other verbs.
const head = 9

// modality says whether what is said is so, may be so, or is not.
func (s *sentence) modality(v *verb, said []token) Modality {
	switch {
	case v.entry.Modality != "":
		return v.entry.Modality
	case s.lang.open(said):
		return Possible
	case v.entry.Class == Denied || v.entry.Class == Refused || v.negated:
		return Negated
	case v.entry.Class == Threatened || s.lang.has(perhaps, said[:min(len(said), head)]):
		return Possible
	case v.entry.Class != Asked && v.entry.Class != Accused && s.lang.has(not, said[:min(len(said), 7)]):
		return Negated
	}
	return Asserted
}

// open reports whether among words is a verb that leaves open what it is about:
// "does not rule out".
func (o *ontology) open(said []token) bool {
	for i := range said {
		if e, n := o.verbs.at(said, i); n > 0 && e.Modality == Possible {
			return true
		}
	}
	return false
}

// eventsOf says which of the events that are watched a statement is about.
func (o *ontology) eventsOf(st *Statement, said []token) (out []Event) {
	in := func(r role) bool { return o.has(r, said) }
	if in(sanction) {
		switch {
		case in(lift) && st.Modality == Asserted:
			out = append(out, SanctionLifted)
		case st.Modality == Possible || st.Class == Threatened || st.Class == Warned:
			out = append(out, SanctionThreatened)
		case in(impose) && st.Modality == Asserted && (st.Class == Said || st.Class == Announced):
			out = append(out, SanctionImposed)
		}
	}
	goods := in(supply) && in(arms) || (in(supply) || in(arms)) && (st.Class == Denied || st.Class == Accused)
	switch {
	case st.Class == Asked && in(supply) && (in(stop) || in(not)):
		out = append(out, ExportStopAsked)
	case goods && st.Class == Denied, in(supply) && st.Modality == Negated && st.Class != Refused && st.Class != Asked:
		out = append(out, SupplyDenied)
	case goods && (st.Class == Accused || st.Class == Warned || st.Class == Said) && st.Modality == Asserted && !o.has(not, said[:min(len(said), 2*head)]):
		out = append(out, SupplyAlleged)
	}
	if in(talks) && in(coming) && st.Modality != Negated && st.Class != Denied && st.Class != Refused {
		out = append(out, TalksAnnounced)
	}
	return out
}
