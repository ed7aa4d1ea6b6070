package intake_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/intake"
)

// TestNothingIsPassedOver: what may be parties inside a record is a gap, other
// values without a meaning are a note, and what is understood is neither.
func TestNothingIsPassedOver(t *testing.T) {
	for file, want := range map[string]string{
		`[{"name":"A","subsidiaries":[{"name":"B"},{"name":"C"}]}]`:                    "subsidiaries: 2 objects in arrays not read, which may be parties",
		`[{"name":"A","group":{"members":[{"title":"B"}]}}]`:                           "group: 1 object in arrays not read, which may be parties",
		`[{"parties":[{"name":"A"}],"subsidiaries":[{"name":"B"}]}]`:                   "subsidiaries: 1 object in arrays not read, which may be parties",
		`[{"parties":[{"name":"A","subsidiaries":[{"name":"B"}]}]}]`:                   `subsidiaries: 1 object in arrays not read, which may be parties; note subsidiaries has no meaning here and was not used: {"name":"B"}`,
		`[{"parties":[{"name":"A"}],"parties":[{"name":"B"}]}]`:                        `record: the key "parties" occurs twice in one object: one of its values may not be read`,
		`[{"name":"A","rival":{"name":"B"},"tags":["x","y"]}]`:                         "note tags has no meaning here and was not used: x; y",
		`[{"name":"A","owner":[{"name":"B","share":5},{"name":"C","share":6}]}]`:       "note owner.share has no meaning here and was not used: 5; 6",
		`[{"name":"A","desk":7,"meta":{"page":1}}]`:                                    "",
		`[{"name":"A","addresses":[{"city":"Paris","since":"2020"},{"city":"Rome"}]}]`: "",
		`[{"name":"A","identifiers":[{"kind":"imo","value":"9187629"}]}]`:              "identifiers: 1 object in arrays not read, which may be parties",
	} {
		_, records, faults := read(t, text(file), intake.Options{})
		if len(records) != 1 || len(faults) > 0 {
			t.Fatalf("%s: %+v, %v", file, records, faults)
		}
		var said []string
		for _, g := range records[0].Shipment.Unread {
			said = append(said, g.What+": "+g.Why)
		}
		for _, n := range records[0].Notes {
			said = append(said, "note "+n)
		}
		if got := strings.Join(said, "; "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", file, got, want)
		}
	}
}
