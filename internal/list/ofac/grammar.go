package ofac

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// rule says how to read a piece of the remarks that begins with a label, in
// any case. A nil read is a statement that stays in Remarks.
type rule struct {
	label string
	read  func(r *remarks, rest string) bool
}

// grammar is the language of the remarks, as the editions of 2021 to 2026 have
// it. The labels of identifiers stand in the table of package list.
var grammar = []rule{
	{"DOB", (*remarks).birthDate},
	{"POB", (*remarks).birthPlace},
	{"nationality", (*remarks).nationality},
	{"citizen", (*remarks).nationality},
	{"Nationality of Registration", (*remarks).countryOf},
	{"Gender", (*remarks).gender},
	{"Deceased", nil},

	// the XML of the same parties calls all of these weak, f.k.a. too
	{"a.k.a.", quotedName},
	{"f.k.a.", quotedName},
	{"n.k.a.", quotedName},
	{"d.b.a.", quotedName},
	{"Issuer Name", (*remarks).issuer},

	{"Organization Established Date", (*remarks).founded},
	{"Linked To", (*remarks).linkedTo},
	{"Position", (*remarks).position},
	{"Occupation", (*remarks).position},
	{"Alternate Title", (*remarks).title},

	{"Website", text(func(e *enduse.Entity) *[]string { return &e.Websites })},
	{"Email Address", text(func(e *enduse.Entity) *[]string { return &e.Emails })},
	{"Email", text(func(e *enduse.Entity) *[]string { return &e.Emails })},
	{"Phone Number", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Phone", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Telephone Number", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Telephone No.", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Telephone", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Fax Number", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Fax No.", text(func(e *enduse.Entity) *[]string { return &e.Phones })},
	{"Fax", text(func(e *enduse.Entity) *[]string { return &e.Phones })},

	{"Digital Currency Address -", (*remarks).wallet},

	{"Vessel Year of Build", (*remarks).built},
	{"Aircraft Manufacture Date", (*remarks).built},
	{"Aircraft Model", vesselText(func(v *enduse.Vessel) *string { return &v.Model })},
	{"Vessel Type", vesselText(func(v *enduse.Vessel) *string { return &v.Type })},
	{"Other Vessel Type", vesselText(func(v *enduse.Vessel) *string { return &v.Type })},
	{"Vessel Tonnage", vesselText(func(v *enduse.Vessel) *string { return &v.Tonnage })},
	{"Vessel Gross Tonnage", vesselText(func(v *enduse.Vessel) *string { return &v.GrossTonnage })},
	{"Vessel Gross Registered Tonnage", vesselText(func(v *enduse.Vessel) *string { return &v.GrossTonnage })},
	{"Vessel Owner", vesselText(func(v *enduse.Vessel) *string { return &v.Owner })},
	{"Former Vessel Flag", (*remarks).formerFlag},
	{"Vessel Flag", (*remarks).flag},
	{"Other Vessel Flag", (*remarks).flag},
	{"Aircraft Operator", (*remarks).operator},

	{"Executive Order 13662 Directive Determination -", directive("13662")},
	{"Executive Order 14024 Directive Information", directive("14024")},
	{"Executive Order 14014 Directive Information", directive("14014")},
	{"Listing Date", (*remarks).listingDate},

	// Statements: what follows from being listed, not what the party is.
	{"Effective Date", nil},
	{"Purchase/Sales For Divestment Date", nil},
	{"Executive Order", nil},
	{"CAATSA Section", nil},
	{"PEESA Information", nil},
	{"IFCA Determination", nil},
	{"Secondary sanctions risk", nil},
	{"Additional Sanctions Information", nil},
	{"Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions", nil},
	{"For more information", nil},
	{"Organization Type", nil},
	{"Target Type", nil},
	{"All offices worldwide", nil},
	{"All branches worldwide", nil},
	{"United States financial institutions are prohibited from opening", nil},
	{"ICTY indictee", nil},
}

// rules are the grammar and the labels of identifiers, by the lower-case first
// byte, the longest label first.
var rules = func() map[byte][]rule {
	all := slices.Clone(grammar)
	for _, label := range list.TreasuryLabels() {
		all = append(all, rule{label, identifier(label)})
	}
	slices.SortStableFunc(all, func(a, b rule) int { return len(b.label) - len(a.label) })
	out := map[byte][]rule{}
	for _, r := range all {
		out[firstByte(r.label)] = append(out[firstByte(r.label)], r)
	}
	return out
}()

func rulesFor(text string) []rule {
	if text == "" {
		return nil
	}
	return rules[firstByte(text)]
}

func firstByte(s string) byte { return strings.ToLower(s[:1])[0] }
