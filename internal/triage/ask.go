package triage

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/enduse/enduse"
)

// Ask is a question to one customer, or to the seller, however many records need the
// answer.
type Ask struct {
	Of       enduse.Asked `json:"of"`
	Customer string       `json:"customer"` // "" where the seller is asked
	ID       string       `json:"id"`
	Question string       `json:"question"`
	Citation string       `json:"citation"`
	Records  int          `json:"records"` // how many need the answer
	Rows     []string     `json:"rows"`    // the first of them, by row and the user's id
	rank     int          // of the first record that needs it
}

// maxRows is how many records of a question are named.
const maxRows = 5

// Asks are the questions of a run, each once for each customer: what the seller knows
// first, then by the rank of the first record that needs the answer.
func (run *Run) Asks() ([]Ask, error) {
	type key struct{ customer, id string }
	places := map[key]int{}
	var out []Ask
	for r, err := range run.Ranked() {
		if err != nil {
			return nil, err
		}
		for _, q := range r.Questions {
			k := key{q.Party, q.ID}
			if q.Of == enduse.AskedSeller {
				k.customer = ""
			}
			at, ok := places[k]
			if !ok {
				at = len(out)
				places[k] = at
				out = append(out, Ask{Of: cmp.Or(q.Of, enduse.AskedCustomer), Customer: k.customer, ID: q.ID, Question: q.Text, Citation: q.Citation, rank: r.Rank})
			}
			a := &out[at]
			a.Records++
			if len(a.Rows) < maxRows {
				row := strconv.Itoa(r.Row)
				if r.ID != "" {
					row += " " + r.ID
				}
				a.Rows = append(a.Rows, row)
			}
		}
	}
	first := map[string]int{} // the rank of the first record of a customer; 0 is the seller
	for _, a := range out {
		if rank, ok := first[a.Customer]; a.Of != enduse.AskedSeller && (!ok || a.rank < rank) {
			first[a.Customer] = a.rank
		}
	}
	place := func(a Ask) int {
		if a.Of == enduse.AskedSeller {
			return 0
		}
		return first[a.Customer]
	}
	slices.SortStableFunc(out, func(a, b Ask) int {
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Customer, b.Customer), cmp.Compare(a.rank, b.rank))
	})
	return out, nil
}
