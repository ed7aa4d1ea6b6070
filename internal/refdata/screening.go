package refdata

import (
	"slices"

	"github.com/enduse/enduse"
)

// Screening checks goods in the form that the screener asks for.
type Screening struct{ *Tables }

// Check returns what there is to say of an item of a shipment, and what could
// not be checked: of the item, and of the lists that concern the shipment.
func (s Screening) Check(item enduse.Item, shipment *enduse.Shipment, p enduse.Profile, asOf enduse.Date) ([]enduse.Finding, []enduse.Gap) {
	findings, _, gaps := s.Tables.Check(item, lineOf(item, shipment), shipment, p, asOf)
	return findings, append(gaps, s.Gaps(shipment, p, asOf)...)
}

// lineOf is the place of an item that states none: the first is 1.
func lineOf(item enduse.Item, shipment *enduse.Shipment) int {
	if shipment == nil {
		return 1
	}
	return max(slices.Index(shipment.Items, item), 0) + 1
}
