package refdata_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/refdata"
)

func TestScreening(t *testing.T) {
	s := refdata.Screening{Tables: load(t, "")}
	order := &enduse.Shipment{Route: enduse.Route{Destination: "AE"}, Items: []enduse.Item{{HS: "940360"}, {HS: "854231"}, {HS: "848210", Line: 40}}}
	var subjects, gaps []string
	for _, item := range order.Items {
		findings, missing := s.Check(item, order, enduse.Profile{Establishment: "DE", USOrigin: "no"}, chplDay)
		for _, f := range findings {
			subjects = append(subjects, f.Subject)
		}
		for _, g := range missing {
			gaps = append(gaps, g.What)
		}
	}
	if !slices.Equal(subjects, []string{"item 2", "item 40"}) {
		t.Errorf("findings about %q", subjects)
	}
	// the list of dual-use goods is not here, for each item alike
	if len(gaps) != 3 || gaps[0] != "goods: Annex I to Regulation (EU) 2021/821, dual-use goods" {
		t.Errorf("gaps %q", gaps)
	}
	if len(s.Digests()) == 0 {
		t.Error("no digests for the stamp")
	}
}

// BenchmarkCheck: an item with a code and a description, all official lists
// that come along.
func BenchmarkCheck(b *testing.B) {
	s := refdata.Screening{Tables: load(b, "")}
	order := &enduse.Shipment{Route: enduse.Route{Destination: "AE"}, Items: []enduse.Item{{HS: "8542.31", Description: "Integrated circuit, FPGA, 324 balls, industrial", MPN: "XC7A35T-1CSG324C"}}}
	for b.Loop() {
		s.Check(order.Items[0], order, enduse.Profile{}, chplDay)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b, "")
	}
}
