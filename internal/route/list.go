package route

import (
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// The lists of countries.
const (
	Hub       = "hub"        // watched places of transshipment
	Embargo   = "embargo"    // under broad measures; regions too
	Coalition = "coalition"  // with export controls on Russia like those of the US
	EUPartner = "eu.partner" // Reg. (EU) 833/2014 annex VIII
	EUMember  = "eu.member"
)

// Entry is one row of a list: codes, the days on which they are on it, and the source.
type Entry struct {
	List   string
	Regime Regime
	// Codes are of ISO 3166-1 alpha-2, or of ISO 3166-2 for a region.
	Codes    []string
	From, To enduse.Date
	Verify   bool // its author could not read the source
	Source   string
}

// Citation is the source of the row, marked where it is to be verified.
func (e Entry) Citation() string { return Cite(e.Source, e.Verify) }

var entries = sync.OnceValue(func() (all []Entry) {
	for _, r := range readTable("lists.csv") {
		all = append(all, Entry{
			List: r[0], Regime: Regime(r[1]), Codes: strings.Fields(r[2]),
			From: mustDate(r[3]), To: mustDate(r[4]), Verify: r[5] == "yes", Source: r[6],
		})
	}
	return all
})

// On returns the rows of a list that have a code on a day. The zero day asks for the
// rows that have no end.
func On(list, code string, day enduse.Date) []Entry { return on(entries(), list, code, day) }

func on(all []Entry, list, code string, day enduse.Date) (found []Entry) {
	for _, e := range all {
		if e.List == list && slices.Contains(e.Codes, code) && During(day, e.From, e.To) {
			found = append(found, e)
		}
	}
	return found
}
