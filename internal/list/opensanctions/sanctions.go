package opensanctions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// risks are the topics that FollowTheMoney counts as a risk in business, less
// those of holding an office or being close to somebody who does (role.pep,
// role.rca), which restrict nothing.
var risks = []string{
	"asset.frozen", "corp.disqual", "crime", "debarment", "export.control", "export.control.linked", "export.risk", "forced.labor",
	"invest.ban", "invest.risk", "mare.detained", "mare.shadow", "poi", "reg.action", "reg.warn", "role.oligarch",
	"sanction", "sanction.control", "sanction.counter", "sanction.linked", "wanted",
}

// risky reports whether a topic is one of risk: itself, or a kind of crime.
func risky(topic string) bool {
	return slices.Contains(risks, topic) || strings.HasPrefix(topic, "crime.")
}

// provisions are words of a Sanction's scope that name a measure.
var provisions = []struct {
	words   []string
	measure enduse.Measure
}{
	{[]string{"asset freeze", "assets freeze", "asset-freeze", "freezing of assets", "freeze of assets", "blocking of assets"}, enduse.MeasureAssetFreeze},
	{[]string{"export control", "export licen", "export restriction", "export ban"}, enduse.MeasureExportLicence},
	{[]string{"travel ban", "entry ban", "visa ban", "travel restriction"}, enduse.MeasureTravelBan},
	{[]string{"port ban", "port entry", "port access"}, enduse.MeasureVesselPort},
}

// measuresOf returns the measures that a Sanction's own words name.
func measuresOf(e ftm) []enduse.Measure {
	text := strings.ToLower(strings.Join(e.values("provisions"), "; "))
	var out []enduse.Measure
	for _, p := range provisions {
		if slices.ContainsFunc(p.words, func(w string) bool { return strings.Contains(text, w) }) {
			out = append(out, p.measure)
		}
	}
	return out
}

// sanction makes a designation of a Sanction: its programme and authority, the
// measures that its words name, or what the party's topics say.
func (p *party) sanction(e ftm) {
	d := enduse.Designation{
		List: listOf(e.Datasets), Program: cmp.Or(strings.Join(e.values("programId"), "; "), e.get("program")),
		Measures: measuresOf(e),
		Since:    e.date("startDate", "listingDate"), Until: e.date("endDate"),
		Policy: strings.Join(e.values("provisions"), "; "),
		URL:    cmp.Or(e.get("sourceUrl"), e.get("programUrl")),
	}
	if len(e.Datasets) == 0 {
		d.List = p.List
	}
	if len(d.Measures) == 0 {
		d.Measures = []enduse.Measure{p.topicMeasure()}
	}
	basis := e.values("authority")
	if program := e.get("program"); program != "" && program != d.Program {
		basis = append(basis, program)
	}
	d.Basis = strings.Join(basis, "; ")
	for _, property := range []string{"reason", "status", "summary"} {
		for _, text := range e.values(property) {
			p.AddRemark("Sanction, " + property + ": " + text)
		}
	}
	for _, id := range append(e.values("authorityId"), e.values("unscId")...) {
		p.identify(enduse.IDOfficial, "authority's id", id)
	}
	p.Designations = append(p.Designations, d)
}

// topicMeasure is what a topic of risk comes to: an export licence where goods
// are controlled, else a red flag.
func (p *party) topicMeasure() enduse.Measure {
	if topics := p.ftm.values("topics"); slices.Contains(topics, "export.control") && !slices.Contains(topics, "sanction") {
		return enduse.MeasureExportLicence
	}
	return enduse.MeasureRedFlag
}

// topics keeps the topics as a remark, and gives a designation for those of
// risk to a party that has none from a Sanction.
func (p *party) topics() {
	topics := p.ftm.values("topics")
	if len(topics) == 0 {
		return
	}
	slices.Sort(topics)
	p.AddRemark("Topics: " + strings.Join(topics, ", "))
	bad := slices.DeleteFunc(topics, func(t string) bool { return !risky(t) })
	if len(bad) > 0 && len(p.Designations) == 0 {
		p.Designations = []enduse.Designation{{
			List: p.List, Program: "topic " + strings.Join(bad, ", "), Measures: []enduse.Measure{p.topicMeasure()},
			Basis: "OpenSanctions topics; no Sanction in the file",
		}}
	}
}
