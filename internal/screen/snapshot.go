package screen

import (
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
)

// Snapshot is the lists in force on a day, ready to search.
type Snapshot struct {
	Index  *index.Set
	Stamps []enduse.EditionStamp // of the editions that are searched, by list
	// ListStates says of each legal list the best state of an edition that carries
	// it.
	ListStates map[enduse.ListID]enduse.EditionState
	// Failed are editions in force that could not be searched, whether required
	// or not.
	Failed []enduse.Gap
}

// Gaps says which of the required lists were not searched whole and current,
// and which others failed.
func (s *Snapshot) Gaps(required []enduse.ListID) []enduse.Gap {
	gaps := slices.Clone(s.Failed)
	for _, list := range required {
		state, carried := s.ListStates[list]
		if carried && state == enduse.StateFresh {
			continue
		}
		gaps = append(gaps, gapOf(list, state, carried))
	}
	return gaps
}

func gapOf(list enduse.ListID, state enduse.EditionState, carried bool) enduse.Gap {
	g := enduse.Gap{What: "list " + string(list), Hint: "enduse lists status"}
	if !carried {
		g.Why, g.Hint = "required and not imported", "enduse lists import FILE"
		return g
	}
	switch state {
	case enduse.StateStarter:
		g.Why, g.Hint = "only the starter excerpt is loaded, which can find but not clear", "enduse lists import FILE"
	case enduse.StatePartial:
		g.Why = "the edition is partial: it can find but not clear"
	case enduse.StateStale:
		g.Why, g.Hint = "its publisher has not confirmed it recently enough", "enduse lists import FILE --verified-at TIME"
	case enduse.StateFailed:
		g.Why = "the edition failed to load"
	case enduse.StateFresh:
	default:
		g.Why = fmt.Sprintf("its state is %q", state)
	}
	return g
}
