package attribution

// How many words of what is said are searched for what makes it uncertain, and for what
// negates it: later ones are of other verbs.
const (
	maxPerhaps = 9
	maxNot     = 7
)

// modalityOf says whether what is said is so, may be so, or is not.
func modalityOf(v *verb, said *tagged) Modality {
	switch {
	case v.Modality != "":
		return v.Modality
	case said.leavesOpen():
		return Possible
	case v.Class == Denied || v.Class == Refused || v.negated:
		return Negated
	case v.Class == Threatened || said.firstHas(Perhaps, maxPerhaps):
		return Possible
	case v.Class != Asked && v.Class != Accused && said.firstHas(Not, maxNot):
		return Negated
	}
	return Asserted
}

// eventsOf returns the events that a statement is about.
func eventsOf(st *Statement, said *tagged) (out []Event) {
	if e := sanctionEvent(st, said); e != "" {
		out = append(out, e)
	}
	if e := supplyEvent(st, said); e != "" {
		out = append(out, e)
	}
	if said.has(Talks) && said.has(Coming) && st.Modality != Negated && st.Class != Denied && st.Class != Refused {
		out = append(out, TalksAnnounced)
	}
	return out
}

// sanctionEvent returns what a statement says of sanctions, or "".
func sanctionEvent(st *Statement, said *tagged) Event {
	if !said.has(Sanction) {
		return ""
	}
	switch {
	case said.has(Lift) && st.Modality == Asserted:
		return SanctionLifted
	case st.Modality == Possible || st.Class == Threatened || st.Class == Warned:
		return SanctionThreatened
	case said.has(Impose) && st.Modality == Asserted && (st.Class == Said || st.Class == Announced):
		return SanctionImposed
	}
	return ""
}

// supplyEvent returns what a statement says of supply, or "".
func supplyEvent(st *Statement, said *tagged) Event {
	supply, arms := said.has(Supply), said.has(Arms)
	about := supply && arms || (supply || arms) && (st.Class == Denied || st.Class == Accused)
	alleges := st.Class == Accused || st.Class == Warned || st.Class == Said
	switch {
	case st.Class == Asked && supply && (said.has(Stop) || said.has(Not)):
		return ExportStopAsked
	case about && st.Class == Denied, supply && st.Modality == Negated && st.Class != Refused && st.Class != Asked:
		return SupplyDenied
	case about && alleges && st.Modality == Asserted && !said.firstHas(Not, 2*maxPerhaps):
		return SupplyAlleged
	}
	return ""
}
