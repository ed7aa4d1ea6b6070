package ofac

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// act says which list a programme or a directive of the consolidated list
// belongs to, what it forbids, and by which text.
type act struct {
	list     enduse.ListID
	measures []enduse.Measure
	basis    string
}

var (
	debtEquity = []enduse.Measure{enduse.MeasureDebtEquity}
	securities = []enduse.Measure{enduse.MeasureSecurities}
	services   = []enduse.Measure{enduse.MeasureServices}
)

// programmeActs are the programmes that stand for one list each.
var programmeActs = map[string]act{
	"CMIC-EO13959": {"ofac-cmic", securities, "E.O. 13959 as amended by E.O. 14032, sec. 1(a)"},
	"NS-PLC":       {"ofac-plc", services, "31 CFR parts 594, 595, 597; OFAC General License 4 of 12 April 2006, sec. (b)"},
	"561-Related":  {"ofac-capta", services, "31 CFR 561.201"},
	"561List":      {"ofac-capta", services, "31 CFR 561.201"},
	"FSE-IR":       {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-SY":       {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-WMD":      {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-SDGT":     {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"13599":        {"ofac-cons", services, "E.O. 13599"},
}

// directiveActs are the directives under an order, keyed "order/directive".
// Their list and what they forbid differ: those of E.O. 13662 are sectoral;
// Directive 2 under E.O. 14024 closes correspondent accounts.
var directiveActs = map[string]act{
	"13662/1":  {"ofac-ssi", debtEquity, "E.O. 13662 Directive 1"},
	"13662/2":  {"ofac-ssi", debtEquity, "E.O. 13662 Directive 2"},
	"13662/3":  {"ofac-ssi", debtEquity, "E.O. 13662 Directive 3"},
	"13662/4":  {"ofac-ssi", services, "E.O. 13662 Directive 4"}, // goods, services and technology for oil projects
	"14024/1":  {"ofac-mbs", debtEquity, "E.O. 14024 Directive 1"},
	"14024/1a": {"ofac-mbs", debtEquity, "E.O. 14024 Directive 1A"},
	"14024/2":  {"ofac-capta", services, "E.O. 14024 Directive 2"},
	"14024/3":  {"ofac-mbs", debtEquity, "E.O. 14024 Directive 3"},
	"14024/4":  {"ofac-mbs", services, "E.O. 14024 Directive 4"},
	"14014/1":  {"ofac-mbs", services, "E.O. 14014 Directive 1"},
}

// menuActs are programmes whose sanctions are chosen from a menu for each
// party; without a directive the party stands on the menu-based list.
var menuActs = map[string]act{
	"CAATSA - RUSSIA":       {"ofac-mbs", services, "CAATSA sec. 235 (22 U.S.C. 9529)"},
	"ILLICIT-DRUGS-EO14059": {"ofac-mbs", services, "E.O. 14059, sec. 2"},
	"BURMA-EO14014":         {"ofac-mbs", services, "E.O. 14014"},
}

// directivePrograms names the programme under which an order's directives are
// printed.
var directivePrograms = map[string]string{
	"UKRAINE-EO13662": "13662", "RUSSIA-EO14024": "14024", "BURMA-EO14014": "14014",
}

var directiveNumber = regexp.MustCompile(`Subject to Directives? (\d[a-z]?)\b`)

// directive notes which directive of an order a piece names.
func directive(order string) func(*remarks, string) bool {
	return func(r *remarks, rest string) bool {
		m := directiveNumber.FindStringSubmatch(rest)
		if m != nil && !slices.Contains(r.directives[order], m[1]) {
			r.directives[order] = append(r.directives[order], m[1])
		}
		// "for more information ... visit" stands under the same label
		return m != nil || strings.Contains(rest, "visit the following link")
	}
}

var listingDate = regexp.MustCompile(`^\((?:EO )?([^)]*)\)[: ]*(.*)$`)

// listingDate reads "(CMIC) 03 Jun 2021" and "(EO 14024 Directive 2): 24 Feb
// 2022".
func (r *remarks) listingDate(rest string) bool {
	m := listingDate.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	d, ok := list.ParseTreasuryDate(m[2])
	if !ok {
		return false
	}
	what := strings.Replace(m[1], " Directive ", "/", 1)
	r.listed[what] = d
	if order, number, ok := strings.Cut(what, "/"); ok && !slices.Contains(r.directives[order], number) {
		r.directives[order] = append(r.directives[order], number)
	}
	return true
}

// designateSDN gives a designation for each programme. Whoever stands on the
// SDN list is blocked, whatever the programme: 31 CFR 501 and the programme's
// own part.
func designateSDN(programs []string, _ *remarks) []enduse.Designation {
	freeze := []enduse.Measure{enduse.MeasureAssetFreeze}
	if len(programs) == 0 {
		return []enduse.Designation{{List: "ofac-sdn", Measures: freeze}}
	}
	var out []enduse.Designation
	for _, p := range programs {
		out = append(out, enduse.Designation{List: "ofac-sdn", Program: p, Measures: freeze})
	}
	return out
}

// designateConsolidated gives a designation for each directive and for each
// programme that has none. A programme that no table explains, such as the one
// under which the party stands on the SDN list too, stays on "ofac-cons" with
// services as the measure: something is forbidden, the file does not say what.
func designateConsolidated(programs []string, r *remarks) []enduse.Designation {
	var known, others []enduse.Designation
	for _, p := range programs {
		if found := r.actsOf(p); len(found) > 0 {
			known = append(known, found...)
		} else {
			others = append(others, enduse.Designation{List: "ofac-cons", Program: p, Measures: services})
		}
	}
	if len(known)+len(others) == 0 {
		return []enduse.Designation{{List: "ofac-cons", Measures: services}}
	}
	return append(known, others...)
}

func (r *remarks) actsOf(program string) []enduse.Designation {
	var out []enduse.Designation
	order := directivePrograms[program]
	for _, number := range r.directives[order] {
		if a, ok := directiveActs[order+"/"+number]; ok {
			out = append(out, r.designation(program, a, order+"/"+number))
		}
	}
	if len(out) > 0 {
		return out
	}
	if a, ok := programmeActs[program]; ok {
		return []enduse.Designation{r.designation(program, a, strings.TrimSuffix(program, "-EO13959"))}
	}
	if a, ok := menuActs[program]; ok {
		return []enduse.Designation{r.designation(program, a, "")}
	}
	return nil
}

func (r *remarks) designation(program string, a act, listedAs string) enduse.Designation {
	d := enduse.Designation{List: a.list, Program: program, Measures: a.measures, Basis: a.basis}
	if since, ok := r.listed[listedAs]; ok {
		d.Since = &since
	}
	return d
}

// share says how a row bears on whether its file is the consolidated list.
type share int

const (
	eitherList share = iota
	onlyConsolidated
	neverConsolidated
)

// consolidatedRow judges a row by its programmes alone.
func consolidatedRow(programs []string) share {
	found := neverConsolidated
	for _, p := range programs {
		if _, ok := programmeActs[p]; ok {
			return onlyConsolidated
		}
		if _, menu := menuActs[p]; menu || directivePrograms[p] != "" {
			found = eitherList
		}
	}
	return found
}
