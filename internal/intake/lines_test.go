package intake_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse/internal/intake"
)

// TestLinesOfARecord: a record over several lines names them, and one that may
// hold others leaves a gap.
func TestLinesOfARecord(t *testing.T) {
	_, taken, _ := read(t, text("name,address,country\nA,\"1 Main,US\nB,2 Side,IR\nC,3 Foo\",RU\n"), intake.Options{})
	_, address, _ := read(t, text("name,address,country\nA,\"1 Main St, Floor 2\nParis, France\",FR\n"), intake.Options{})
	const said = " are one record: a cell in quotes goes over them"
	if len(taken) != 1 || !slices.Contains(taken[0].Notes, "lines 2 to 4"+said) || len(taken[0].Shipment.Unread) != 1 || taken[0].Shipment.Unread[0].What != "lines 2 to 4" {
		t.Errorf("rows inside quotes: %+v", taken)
	}
	if len(address) != 1 || !slices.Contains(address[0].Notes, "lines 2 to 3"+said) || address[0].Shipment.Unread != nil {
		t.Errorf("an address: %+v", address)
	}
}
