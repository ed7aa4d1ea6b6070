package ofac

import "github.com/enduse/enduse"

// The tables of this file say what each list, programme, directive and type of
// sanction forbids, for every format that OFAC publishes. What was read for a
// row follows "read:", in copies of the pages that were kept at different
// times: OFAC's own pages where nothing else is said. "not read:" is what the row cites from memory;
// check it before you rely on it. A section of an order or an act whose heading
// or number alone was seen counts as not read.

// act says which list a programme or a directive of the consolidated list
// belongs to, what it forbids, and by which text.
type act struct {
	list     enduse.ListID
	measures []enduse.Measure
	basis    string
}

var (
	freeze     = []enduse.Measure{enduse.MeasureAssetFreeze}
	debtEquity = []enduse.Measure{enduse.MeasureDebtEquity}
	securities = []enduse.Measure{enduse.MeasureSecurities}
	services   = []enduse.Measure{enduse.MeasureServices}
)

// programmeActs are the programmes that mean one list each.
var programmeActs = map[string]act{
	// purchase or sale of publicly traded securities. read: FAQ 857 to 861, and the head of E.O. 14032 (86 FR 30145), whose sec. 1 amends secs. 1
	// to 5 of E.O. 13959. not read: the text of sec. 1(a)
	"CMIC-EO13959": {"ofac-cmic", securities, "E.O. 13959 as amended by E.O. 14032, sec. 1(a)"},
	// "authorizes U.S. financial institutions to reject transactions". read: the page of the NS-PLC List; recent action of 12 April 2006
	"NS-PLC": {"ofac-plc", services, "31 CFR parts 594, 595, 597; OFAC General License 4 of 12 April 2006, sec. (b)"},
	// correspondent and payable-through accounts. read: 31 CFR 561.201; the Part 561 List became the CAPTA List by 84 FR 9456-9458
	"561-Related": {"ofac-capta", services, "31 CFR 561.201"},
	"561List":     {"ofac-capta", services, "31 CFR 561.201"},
	// "transactions by U.S. persons or within the United States ... are prohibited" (read: FAQ 191), not blocked (read: FAQ 197, 199). not read:
	// sec. 1 of the order, and what the programmes FSE-WMD and FSE-SDGT rest on
	"FSE-IR":   {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-SY":   {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-WMD":  {"ofac-fse", services, "E.O. 13608, sec. 1"},
	"FSE-SDGT": {"ofac-fse", services, "E.O. 13608, sec. 1"},
	// blocked though not on the SDN list, until the list ended on 5 November 2018. read: FAQ 638, which cites both
	"13599": {"ofac-cons", freeze, "E.O. 13599; 31 CFR 560.211"},
}

// directiveActs are the directives under an order, keyed "order/directive".
// Their list and what they forbid differ: those of E.O. 13662 are sectoral;
// Directive 2 under E.O. 14024 closes correspondent accounts. The FAQ named in a
// row were read; the directives themselves were not, but for Directive 4 under
// E.O. 13662.
var directiveActs = map[string]act{
	"13662/1": {"ofac-ssi", debtEquity, "E.O. 13662 Directive 1"}, // new debt and new equity (FAQ 370)
	"13662/2": {"ofac-ssi", debtEquity, "E.O. 13662 Directive 2"}, // new debt (FAQ 370)
	"13662/3": {"ofac-ssi", debtEquity, "E.O. 13662 Directive 3"}, // new debt (FAQ 411)
	"13662/4": {"ofac-ssi", services, "E.O. 13662 Directive 4"},   // goods, services and technology for oil projects (FAQ 412)
	// sovereign debt (FAQ 888); 1A replaced 1 on 22 February 2022 (FAQ 983)
	"14024/1":  {"ofac-mbs", debtEquity, "E.O. 14024 Directive 1"},
	"14024/1a": {"ofac-mbs", debtEquity, "E.O. 14024 Directive 1A"},
	"14024/2":  {"ofac-capta", services, "E.O. 14024 Directive 2"}, // accounts and transactions of banks (FAQ 971, 973)
	"14024/3":  {"ofac-mbs", debtEquity, "E.O. 14024 Directive 3"}, // new debt and new equity (FAQ 983)
	"14024/4":  {"ofac-mbs", services, "E.O. 14024 Directive 4"},   // transactions of the central bank (FAQ 1000)
	"14014/1":  {"ofac-mbs", services, "E.O. 14014 Directive 1"},   // financial services to MOGE (FAQ 1139; Treasury, press release jy1856)
}

// menuActs are programmes whose sanctions are chosen from a menu for each
// party; without a directive the party is on the menu-based list, "less than
// full blocking" (read: the page of the NS-MBS List).
var menuActs = map[string]act{
	// read: FAQ 627 and 869 (a menu of twelve; E.O. 13849). not read: the section as codified in 22 U.S.C. 9529
	"CAATSA - RUSSIA": {"ofac-mbs", services, "CAATSA sec. 235 (22 U.S.C. 9529); E.O. 13849"},
	// read: sec. 1 of the order names "the sanctions listed in section 2" (86 FR 71549). not read: sec. 2
	"ILLICIT-DRUGS-EO14059": {"ofac-mbs", services, "E.O. 14059, sec. 2"},
	// not read: the order; what is known of its Directive 1 is above
	"BURMA-EO14014": {"ofac-mbs", services, "E.O. 14014"},
}

// directivePrograms names the programme under which an order's directives are
// printed.
var directivePrograms = map[string]string{
	"UKRAINE-EO13662": "13662", "RUSSIA-EO14024": "14024", "BURMA-EO14014": "14014",
}

const (
	listSDN = "ofac-sdn"
	// listAny is the consolidated list as a whole, on which every non-SDN party
	// is on its own list too.
	listAny = "ofac-cons"
)

// listActs are the lists by the names that the XML formats give them, with what
// each forbids where neither programme nor directive says it. The row of the
// Iran Sanctions Act was read (the page of archived lists: the list implements
// "the non-blocking provisions of Section 6 of ISA"). That debt and equity stand
// for the whole SSI list, and services for the whole of what is left, is a choice
// made here and no citation.
var listActs = map[string]act{
	"SDN List":          {listSDN, freeze, ""},
	"Consolidated List": {listAny, services, ""},
	"Sectoral Sanctions Identifications List":      {"ofac-ssi", debtEquity, "E.O. 13662"},
	"Non-SDN Palestinian Legislative Council List": programmeActs["NS-PLC"],
	"FSE List":                           programmeActs["FSE-IR"],
	"CAPTA List":                         {"ofac-capta", services, "31 CFR 561.201 and the acts beside it"},
	"Part 561 List":                      programmeActs["561List"],
	"Non-SDN Menu-Based Sanctions List":  {"ofac-mbs", services, ""},
	"NS-MBS List":                        {"ofac-mbs", services, ""},
	"Non-SDN CMIC List":                  programmeActs["CMIC-EO13959"],
	"NS-CMIC List":                       programmeActs["CMIC-EO13959"],
	"Non-SDN Iranian Sanctions Act List": {listAny, services, "Iran Sanctions Act of 1996, sec. 6"},
	"Non-SDN Iran Sanctions Act List":    {listAny, services, "Iran Sanctions Act of 1996, sec. 6"},
	"Non-SDN Chinese Military-Industrial Complex Companies List": programmeActs["CMIC-EO13959"],
}

// typeMeasures are the types of sanction of the XML formats. Those that name a
// directive are read by directiveType; "Program" only carries the programme.
var typeMeasures = map[string][]enduse.Measure{
	"Program":               nil,
	"Block":                 freeze,
	"Reject":                services, // a transaction is refused, no property is blocked
	"561 Full Restrictions": services,
}
