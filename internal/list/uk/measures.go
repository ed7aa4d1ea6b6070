package uk

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// imposed is what a word of the list imposes, and the section of the Sanctions
// and Anti-Money Laundering Act 2018 for such measures: 3 financial, 3A
// director disqualification, 4 immigration, 5 trade, 6 aircraft, 7 shipping.
// Read at legislation.gov.uk: the headings of sections 3 to 7, section 3(1)(a) to
// (d), and that 3A was inserted by section 35(3) of the Economic Crime and
// Corporate Transparency Act 2023 (S.I. 2024/643, footnotes).
type imposed struct {
	measure enduse.Measure
	section string
}

const act = "Sanctions and Anti-Money Laundering Act 2018"

// sanctions are the words of SanctionsImposed and the names of its indicators,
// letters only: "Asset freeze" and AssetFreeze are one. Each row says whether the
// section was read to cover the word, or is our reading of its heading.
var sanctions = map[string]imposed{
	"assetfreeze":         {enduse.MeasureAssetFreeze, "3"},   // read: s. 3(1)(a)
	"travelban":           {enduse.MeasureTravelBan, "4"},     // read: gov.uk, UK sanctions: "immigration sanctions, known as travel bans"
	"armsembargo":         {enduse.MeasureExportLicence, "5"}, // read: the same, "trade sanctions, including arms embargoes"
	"targetedarmsembargo": {enduse.MeasureExportLicence, "5"}, // by the row above

	// By the headings, not read word for word; s. 3(1)(b) speaks of "preventing financial services from being provided".
	"trustservicessanctions": {enduse.MeasureServices, "3"},
	"prohibitiononcorrespondentbankingrelationshipsandprocessingpayments": {enduse.MeasureServices, "3"},
	"prohibitiononcorrespondentbankingandclearing":                        {enduse.MeasureServices, "3"},
	"closureofrepresentativeoffices":                                      {enduse.MeasureServices, "3"},
	"preventionofbusinessarrangements":                                    {enduse.MeasureServices, "3"},
	"directordisqualificationsanction":                                    {enduse.MeasureServices, "3A"}, // read: s. 36 of the Act of 2023
	"internetservicessanctions":                                           {enduse.MeasureServices, "5"},
	"technicalassistancerelatedtoaircraft":                                {enduse.MeasureServices, "5"},

	// By the headings, not read word for word. gov.uk, Transport sanctions, was read for ports, registration and chartering.
	"shippingsanctions":                        {enduse.MeasureVesselPort, "7"},
	"transportsanctions":                       {enduse.MeasureVesselPort, "6 and 7"},
	"prohibitionofportentry":                   {enduse.MeasureVesselPort, "7"},
	"deflag":                                   {enduse.MeasureVesselPort, "7"},
	"charteringofships":                        {enduse.MeasureVesselPort, "7"},
	"preventionofcharteringofships":            {enduse.MeasureVesselPort, "7"},
	"preventionofcharteringofshipsandaircraft": {enduse.MeasureVesselPort, "6 and 7"},
	"crewservicingofshipsandaircraft":          {enduse.MeasureVesselPort, "6 and 7"},
}

// letters keeps the letters of a word before any colon, in lower case.
func letters(word string) string {
	word, _, _ = strings.Cut(word, ":")
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(word))
}

// impose takes the words of one text: bars stand between them in XML and CSV,
// commas in the overview.
func (p *party) impose(text string) {
	sep := ", "
	if strings.Contains(text, "|") {
		sep = "|"
	}
	for word := range strings.SplitSeq(text, sep) {
		if word = strings.TrimSpace(word); letters(word) == "" {
			continue // "-" means nothing
		}
		if i, ok := sanctions[letters(word)]; ok {
			p.sanction(i)
		} else {
			p.AddUnread("SanctionsImposed", word)
		}
	}
}

// indicator takes an element named after a sanction that says whether it is
// imposed.
func (p *party) indicator(name, text string) {
	i, known := sanctions[letters(name)]
	switch strings.ToLower(text) {
	case "", "false", "no", "0":
		if !known {
			p.AddUnread("SanctionsImposedIndicators/"+name, text)
		}
	case "true", "yes", "1":
		if known {
			p.sanction(i)
			return
		}
		p.AddUnread("SanctionsImposedIndicators/"+name, text)
	default:
		p.AddUnread("SanctionsImposedIndicators/"+name, text)
	}
}

func (p *party) sanction(i imposed) {
	if !slices.Contains(p.measures, i.measure) {
		p.measures = append(p.measures, i.measure)
	}
	if !slices.Contains(p.sections, i.section) {
		p.sections = append(p.sections, i.section)
	}
}

// designate gives the one designation that a party has. One whose measures are
// not known is under the strictest that the list has for its kind.
func (p *party) designate() {
	if len(p.measures) == 0 {
		p.AddUnread("SanctionsImposed", "none known")
		if p.Schema == enduse.SchemaVessel {
			p.sanction(sanctions["shippingsanctions"])
		} else {
			p.sanction(sanctions["assetfreeze"])
		}
	}
	slices.Sort(p.sections)
	slices.SortFunc(p.measures, func(a, b enduse.Measure) int {
		return slices.Index(enduse.Measures, a) - slices.Index(enduse.Measures, b)
	})
	basis := act + ", s. " + strings.Join(p.sections, ", ")
	if strings.Contains(p.regime, "Regulations") {
		basis = p.regime + "; " + basis
	}
	p.Designations = []enduse.Designation{{
		List: listID, Program: p.regime, Measures: p.measures, Basis: basis, Since: p.since,
	}}
}
