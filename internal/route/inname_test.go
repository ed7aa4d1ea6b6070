package route

import (
	"testing"

	"github.com/enduse/enduse"
)

// TestPlacesInNames (kinds B, H): an address in the cell of a party says where the
// party is; a place behind a name only points there.
func TestPlacesInNames(t *testing.T) {
	for text, want := range map[string]enduse.Outcome{
		"12 Lenina St, Yalta, Crimea": enduse.Review, "Bandar Abbas, Iran": enduse.Review, "Warehouse 5, Simferopol, Ukraine": enduse.Review, "Tehran": enduse.Review,
		"Example Trading, Tehran, Iran": enduse.Review, "Unit 4, Havana": enduse.Review, "Example GmbH\n5 Azadi St\nTehran\nIran": enduse.Review,
		"Example, Tehran": enduse.Lead, "Example Trading, Iran": enduse.Lead, "info@example.ir": enduse.Lead,
		"Example GmbH": "", "Main St 1, Bonn, Germany": "", "12 Havana Street, London": "", "Cuba, Maria": "", "Havana Club GmbH": "",
	} {
		checkParty(t, enduse.Party{Role: enduse.RoleConsignee, Name: text}, text, want)
	}
	for text, want := range map[string]enduse.Outcome{ // as they are written
		"Tehrann": enduse.Review, "Simpheropol": enduse.Review, "Theran": enduse.Review, "g. Sevastopol, ul. Lenina 3": enduse.Review, "Iran-Tehran-Vanak Sq.": enduse.Review,
		"Baden-Baden": "", "Philadelphia": "", "Winnipeg": "",
	} {
		checkParty(t, enduse.Party{Name: "Example", Addresses: []enduse.Address{{Text: text}}}, text, want)
	}
}

func checkParty(t *testing.T, p enduse.Party, text string, want enduse.Outcome) {
	t.Helper()
	got := enduse.Outcome("")
	for _, f := range checked(enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}}, AsOf: enduse.Day(2026, 8, 1)}).Findings {
		if got == "" || f.Severity == enduse.Review {
			got = f.Severity
		}
	}
	if got != want {
		t.Errorf("%q: %q, want %q", text, got, want)
	}
}
