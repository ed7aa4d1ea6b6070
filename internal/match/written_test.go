package match

import (
	"testing"

	"github.com/enduse/enduse"
)

// TestWrittenInDocuments: what forms, invoices and ships' papers put before a
// name, and blanks that are lost in them, do not keep it from matching.
func TestWrittenInDocuments(t *testing.T) {
	for _, c := range []struct{ asked, listed string }{
		{"LIMITEDLIABILITYCOMPANYEXAMPLON", "LIMITED LIABILITY COMPANY EXAMPLON"},
		{"EXAMPLONLIMITEDLIABILITYCOMPANY", "EXAMPLON LIMITED LIABILITY COMPANY"},
		{"SHIPPINGCOMPANY EXAMPLON", "EXAMPLON SHIPPING COMPANY"},
		{"(6) EXAMPLON, Sampleo", "EXAMPLON, Sampleo"},
		{"[6] EXAMPLON, Sampleo", "EXAMPLON, Sampleo"},
		{"05 - EXAMPLON", "EXAMPLON"},
		{"6: Sampleo Examplon", "Sampleo Examplon"},
		{"M/V EXAMPLON", "EXAMPLON"},
		{"MV EXAMPLON", "EXAMPLON"},
		{"M/T MAX STAR", "MAX STAR"},
		{"MV BELLA 1", "BELLA 1"},
	} {
		if hits := matcher(entity("a", c.listed)).Hits(enduse.Party{Name: c.asked}, 0.7); len(hits) != 1 {
			t.Errorf("%q does not find %q", c.asked, c.listed)
		}
	}
	for _, c := range []struct{ asked, listed string }{
		{"M/V BELLA 2", "BELLA 1"},
		{"M. V. Examplon", "EXAMPLON"}, // the initials of a person
	} {
		if hits := matcher(entity("a", c.listed)).Hits(enduse.Party{Name: c.asked}, 0.7); len(hits) != 0 {
			t.Errorf("%q finds %q", c.asked, c.listed)
		}
	}
}

// TestNumberBehindAName: a year, a page or a post box behind a full name does
// not hide it; a number still tells ships, plants and funds of a series apart.
func TestNumberBehindAName(t *testing.T) {
	for _, c := range []struct {
		asked, listed string
		found         bool
	}{
		{"Sampleo Examplon 2", "EXAMPLON, Sampleo", true},
		{"Sampleo Examplon (1975)", "EXAMPLON, Sampleo", true},
		{"EXAMPLON 7, Sampleo", "EXAMPLON, Sampleo", true},
		{"Sampleo Examplon II", "EXAMPLON, Sampleo", true},
		{"SAMPLEO EXAMPLON 7", "SAMPLEO EXAMPLON 8", false},
		{"EXAMPLON 7", "EXAMPLON", false},
		{"Examplon Plant 12", "Examplon Plant", false},
		{"Sampleo Examplon Fund 2", "Sampleo Examplon Investment Fund", false},
	} {
		if hits := matcher(entity("a", c.listed)).Hits(enduse.Party{Name: c.asked}, 0.7); (len(hits) == 1) != c.found {
			t.Errorf("%q finds %q: %v", c.asked, c.listed, !c.found)
		}
	}
}

// TestHeldAmongOtherWords: a listed name of two words that tell is found among
// others, whatever word of whatever language stands between. Common words are not.
func TestHeldAmongOtherWords(t *testing.T) {
	for _, c := range []struct {
		asked, listed string
		found         bool
	}{
		{"Ingeborg Papierhaus vs Zorvatin Quelmar", "ZORVATIN QUELMAR", true},
		{"Zorvatin Quelmar zusammen Ingeborg Papierhaus", "QUELMAR, Zorvatin", true},
		{"Example Sample LLC for the account of BANK ZORVA PUBLIC JOINT STOCK COMPANY", "BANK ZORVA PUBLIC JOINT STOCK COMPANY", true},
		{"payment for goods to JOINT STOCK COMPANY ZORVABANK thanks", "JOINT STOCK COMPANY ZORVABANK", true},
		{"One Ltd, Two GmbH, ZORVA-MARINE LTD. and Four SA", "ZORVA-MARINE LTD.", true},
		{"Bank: ZORVATIN QUELMAR", "ZORVATIN QUELMAR", true},
		{"Northern Oil Gas Invest Partners", "OIL GAS", false},
		{"Maria Ali Hassan Gomez", "Ali Hassan", false},
	} {
		if hits := matcher(entity("a", c.listed)).Hits(enduse.Party{Name: c.asked}, 0.7); (len(hits) == 1) != c.found {
			t.Errorf("%q finds %q: %v", c.asked, c.listed, !c.found)
		}
	}
}
