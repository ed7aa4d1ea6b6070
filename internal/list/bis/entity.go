package bis

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// legalBasis is what a denial order rests on, for a row that cites no notice.
const legalBasis = "15 CFR 736.2(b)(4) and 764.3(a)(2)"

// record is a row on its way to an entity.
type record struct {
	row
	*list.EntityBuilder
}

// id is a digest of what tells a row from the others: name, address and the
// day on which the order took effect, without regard to blanks and case.
func id(row row) string {
	h := sha256.New()
	for _, column := range []string{"Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date"} {
		_, _ = h.Write([]byte(strings.ToUpper(oneLine(row.get(column))) + "\x00"))
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// states are the abbreviations of the states of the US, its territories and
// the District of Columbia. Rows of prisons have a state and no country.
const states = " AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK " +
	"OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR VI GU "

func (r *record) address() {
	a := enduse.Address{
		Street: oneLine(r.get("Street_Address")), City: oneLine(r.get("City")), Region: r.get("State"), PostalCode: r.get("Postal_Code"),
	}
	text := r.get("Country")
	_, known := country.Parse(text)
	switch {
	case text != "" && !known:
		r.AddUnread("Country", text)
	case text == "" && a.Region != "" && a.PostalCode != "" && strings.Contains(states, " "+a.Region+" "):
		text = "US"
	}
	r.AddAddress(a, text)
}

// designate makes the denial order: cited by its notices in the Federal
// Register, standard or not.
func (r *record) designate() {
	d := enduse.Designation{
		List: listID, Measures: []enduse.Measure{enduse.MeasureExportLicence},
		Basis: cmp.Or(oneLine(r.get("FR_Citation")), legalBasis),
		Since: r.day("Effective_Date"), Until: r.day("Expiration_Date"),
	}
	switch flag := r.get("Standard_Order"); flag {
	case "Y", "N":
		d.Policy = "Standard order: " + flag
	case "":
	default:
		r.AddUnread("Standard_Order", flag)
	}
	r.Designations = []enduse.Designation{d}
}

// rest keeps what is no fact of the party as remarks, and unknown columns as
// unread.
func (r *record) rest() {
	r.AddNote("Action", r.get("Action"))
	r.AddNote("Last update", r.get("Last_Update"))
	for _, column := range r.columns {
		if text := r.get(column); text != "" && !slices.Contains(columns, column) {
			r.AddUnread(column, text)
		}
	}
}

// day reads "06/19/2003", month first, as the list writes every date. "" and
// what cannot be read give none; the latter is kept as unread.
func (r *record) day(column string) *enduse.Date {
	text := r.get(column)
	if text == "" {
		return nil
	}
	t, err := time.Parse("1/2/2006", text)
	if err != nil {
		r.AddUnread(column, text)
		return nil
	}
	d := enduse.DateOf(t)
	return &d
}

func oneLine(s string) string { return list.OneLine(s) }
