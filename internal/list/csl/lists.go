package csl

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// legal is one of the lists in the file: what it forbids, and by which rule.
type legal struct {
	id       enduse.ListID
	measures []enduse.Measure
	basis    string
}

func measures(m ...enduse.Measure) []enduse.Measure { return m }

// lists are the legal lists by the abbreviation in their source text, as in
// "Entity List (EL) - Bureau of Industry and Security".
var lists = map[string]legal{
	"EL":          {"bis-el", measures(enduse.MeasureExportLicence), "15 CFR 744.11 and 744.16; Supplement No. 4 to part 744"},
	"DPL":         {"bis-dpl", measures(enduse.MeasureExportLicence), "15 CFR 736.2(b)(4) and 764.3(a)(2)"},
	"UVL":         {"bis-uvl", measures(enduse.MeasureRedFlag), "15 CFR 744.15; Supplement No. 6 to part 744"},
	"MEU":         {"bis-meu", measures(enduse.MeasureExportLicence), "15 CFR 744.21; Supplement No. 7 to part 744"},
	"SDN":         {"ofac-sdn", measures(enduse.MeasureAssetFreeze), "31 CFR chapter V"},
	"SSI":         {"ofac-ssi", measures(enduse.MeasureDebtEquity), "E.O. 13662 directives"},
	"FSE":         {"ofac-fse", measures(enduse.MeasureServices), "E.O. 13608, sec. 1"},
	"PLC":         {"ofac-plc", measures(enduse.MeasureServices), "31 CFR parts 594, 595, 597; OFAC General License 4 of 12 April 2006, sec. (b)"},
	"CMIC":        {"ofac-cmic", measures(enduse.MeasureSecurities), "E.O. 13959 as amended by E.O. 14032, sec. 1(a)"},
	"NS-MBS List": {"ofac-mbs", measures(enduse.MeasureServices), "directives and menus of the programme"},
	"CAP":         {"ofac-capta", measures(enduse.MeasureServices), "31 CFR 561.201; E.O. 14024 Directive 2"},
	"ISN":         {"state-isn", measures(enduse.MeasureExportLicence, enduse.MeasureServices), "nonproliferation statutes and E.O. 12938, E.O. 13382"},
	"DTC":         {"state-dtc", measures(enduse.MeasureExportLicence), "22 U.S.C. 2778; 22 CFR 127.7"},
}

// listIDs returns all legal lists, in alphabetical order.
func listIDs() []enduse.ListID {
	var out []enduse.ListID
	for _, l := range lists {
		out = append(out, l.id)
	}
	slices.Sort(out)
	return out
}

// listOf returns the legal list that a source text names by the abbreviation
// in its parentheses.
func listOf(source string) (legal, bool) {
	_, rest, _ := strings.Cut(source, "(")
	abbreviation, _, _ := strings.Cut(rest, ")")
	l, ok := lists[abbreviation]
	return l, ok
}

// directives say what a directive that the ids name forbids, where that is
// other than what its list mostly does.
var directives = []struct {
	list, text string
	measure    enduse.Measure
}{
	{"ofac-ssi", "Subject to Directive 1", enduse.MeasureDebtEquity},
	{"ofac-ssi", "Subject to Directive 2", enduse.MeasureDebtEquity},
	{"ofac-ssi", "Subject to Directive 3", enduse.MeasureDebtEquity},
	{"ofac-ssi", "Subject to Directive 4", enduse.MeasureServices}, // goods, services, technology for oil projects
	{"ofac-mbs", "Subject to Directive 1", enduse.MeasureDebtEquity},
	{"ofac-mbs", "Subject to Directive 3", enduse.MeasureDebtEquity},
	{"ofac-mbs", "Subject to Directive 4", enduse.MeasureServices},
}

// measuresOf returns the measures of a list, more exactly where the statements
// on the party name directives.
func (l legal) measuresOf(statements []string) []enduse.Measure {
	var out []enduse.Measure
	for _, d := range directives {
		names := func(s string) bool { return strings.Contains(s, d.text) }
		if d.list == string(l.id) && slices.ContainsFunc(statements, names) && !slices.Contains(out, d.measure) {
			out = append(out, d.measure)
		}
	}
	if len(out) == 0 {
		return l.measures
	}
	return out
}
