package seco

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// set is one set of sanctions of a programme.
type set struct {
	program  string // its key, such as "Belarus"
	law      string // the ordinance
	title    string
	measures []enduse.Measure
}

// embargoAct is the act under which the ordinances are made; its article 1
// paragraph 3 names the measures: on goods and services, payments and capital,
// and the movement of persons. Both articles were read (droit-bilingue.ch, a copy
// of the Federal Chancellery's text, which alone is binding).
const embargoAct = "Embargo Act (SR 946.231), art. 1 para. 3 and art. 2"

func (s set) basis() string { return list.JoinParts("; ", s.law, s.title, embargoAct) }

// words tell the measures of a set by its English title. They are our reading of
// such titles; no text says which words mean which measure, and a title
// without any of them is a warning.
var words = []struct {
	word    string
	measure enduse.Measure
}{
	{"financial", enduse.MeasureAssetFreeze},
	{"freez", enduse.MeasureAssetFreeze},
	{"assets", enduse.MeasureAssetFreeze},
	{"economic resources", enduse.MeasureAssetFreeze},
	{"named individuals and entities", enduse.MeasureAssetFreeze},
	{"travel", enduse.MeasureTravelBan},
	{"entry into", enduse.MeasureTravelBan},
	{"transit", enduse.MeasureTravelBan},
	{"capital market", enduse.MeasureDebtEquity},
	{"securities", enduse.MeasureSecurities},
	{"vessel", enduse.MeasureVesselPort},
	{"ships", enduse.MeasureVesselPort},
	{"dual-use", enduse.MeasureExportLicence},
	{"military", enduse.MeasureExportLicence},
	{"goods", enduse.MeasureExportLicence},
	{"export", enduse.MeasureExportLicence},
	{"services", enduse.MeasureServices},
	{"transactions", enduse.MeasureServices},
	{"deposits", enduse.MeasureServices},
}

// measuresOf returns what a title tells. "Financial services" and "financial
// transactions" are no freeze.
func measuresOf(title string) []enduse.Measure {
	title = strings.ToLower(title)
	for _, other := range []string{"financial services", "financial transactions", "financial messaging"} {
		title = strings.ReplaceAll(title, other, "services")
	}
	var out []enduse.Measure
	for _, w := range words {
		if strings.Contains(title, w.word) && !slices.Contains(out, w.measure) {
			out = append(out, w.measure)
		}
	}
	return out
}

// program takes a programme: its key, its ordinance and its sets, each in four
// languages. A programme may stand there once for each of its sets.
func (r *reading) program(n list.Node) error {
	for _, k := range n.Unknown("program-key", "program-name", "sanctions-set", "origin") {
		if err := r.Warn("unknown element " + k.Name + " in a sanctions-program: it was not read"); err != nil {
			return err
		}
	}
	for _, k := range n.All("sanctions-set") {
		id := k.Attr("ssid")
		if _, known := r.sets[id]; known && k.Attr("lang") != "eng" {
			continue
		}
		title := list.OneLine(k.Text)
		r.sets[id] = set{program: english(n.All("program-key")), law: english(n.All("program-name")), title: title, measures: measuresOf(title)}
	}
	return nil
}

// english returns the English one of texts in several languages, else the
// first.
func english(nodes []list.Node) string {
	for _, n := range nodes {
		if n.Attr("lang") == "eng" {
			return list.OneLine(n.Text)
		}
	}
	if len(nodes) > 0 {
		return list.OneLine(nodes[0].Text)
	}
	return ""
}
