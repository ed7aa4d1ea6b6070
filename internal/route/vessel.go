package route

import (
	"strings"
	"sync"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

var mids = sync.OnceValue(func() map[string]enduse.Country {
	m := map[string]enduse.Country{}
	for _, r := range readTable("mid.csv") {
		for mid := range strings.FieldsSeq(r[1]) {
			m[mid] = enduse.Country(r[0])
		}
	}
	return m
})

// Flag returns the flag that the maritime identification digits of a ship's
// MMSI mean (ITU-R M.585: the first three of nine digits), where the table
// has them.
func Flag(mmsi string) (enduse.Country, bool) {
	mmsi = strings.TrimSpace(mmsi)
	if len(mmsi) != 9 || mmsi[0] < '2' || mmsi[0] > '7' {
		return "", false
	}
	c, ok := mids()[mmsi[:3]]
	return c, ok
}

// vessel checks the numbers of a ship: an IMO number with a wrong check digit, a
// flag that is not that of the MMSI.
func (c *checker) vessel(p enduse.Party) {
	if p.Role != enduse.RoleVessel && p.Schema != enduse.SchemaVessel {
		return
	}
	flags := map[enduse.Country]bool{}
	for _, f := range p.Countries {
		flags[f] = true
	}
	for _, id := range p.Identifiers {
		switch id.Kind {
		case enduse.IDIMO:
			if checkdigit.Of(enduse.IDIMO, id.Value) == enduse.CheckWrong {
				c.find("vessel.imo", p.Name, "the IMO number's check digit does not fit: no ship has this number",
					"IMO resolution A.1117(30)", "every seller: the number is on no ship", map[string]any{"imo": id.Value})
			}
		case enduse.IDMMSI:
			if f, ok := Flag(id.Value); ok && len(flags) > 0 && !flags[f] {
				c.find("vessel.flag", p.Name, "the MMSI is that of another flag than the one stated",
					"ITU-R M.585", "every seller: a ship flies one flag", map[string]any{"mmsi": id.Value, "mmsi_flag": f, "flag": p.Countries})
			}
		default:
		}
	}
}
