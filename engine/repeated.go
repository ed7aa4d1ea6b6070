package engine

import (
	"crypto/sha256"
	"encoding/json"

	"github.com/enduse/enduse"
)

// repeated finds the records that ask the same as an earlier one of their file.
type repeated map[[16]byte]int

// maxRepeated bounds the records that are remembered; those after it are compared with
// these.
const maxRepeated = 1_000_000

// row is the row of the first record that asks the same, or 0. Parties are the same
// whatever number the user gives them; orders are the same only by their own id.
func (m repeated) row(r *Record) int {
	s := r.Query.Shipment
	if !isOrder(&s) {
		s.ID = ""
	}
	b, err := json.Marshal(struct {
		File     string
		Shipment *enduse.Shipment
		AsOf     enduse.Date
		Notes    []string
	}{r.File, &s, r.Query.AsOf, r.Notes})
	if err != nil {
		return 0
	}
	sum := sha256.Sum256(b)
	key := [16]byte(sum[:16])
	first, ok := m[key]
	if !ok && len(m) < maxRepeated {
		m[key] = r.Row
	}
	return first
}

// isOrder reports whether a shipment is more than parties.
func isOrder(s *enduse.Shipment) bool {
	return len(s.Items) > 0 || len(s.Payments) > 0 || s.Route.Origin != "" || s.Route.Destination != "" || len(s.Route.Places) > 0
}
