package goods

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// findingID is goods.LIST, and goods.LIST.tierN where a list of goods has tiers.
func (h *hit) findingID() string {
	id := "goods." + h.list.ID
	if h.entry.System == ECCN || h.entry.Tier == "" {
		return id
	}
	tier := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, h.entry.Tier)
	return id + ".tier" + tier
}

// findingsOf makes one finding of the hits of each rule.
func findingsOf(q *question, hits []hit) (out []enduse.Finding) {
	var ids []string
	by := map[string][]hit{}
	for _, h := range hits {
		id := h.findingID()
		ids = appendNew(ids, id)
		by[id] = append(by[id], h)
	}
	for _, id := range ids {
		out = append(out, findingOf(q, id, by[id]))
	}
	return out
}

func findingOf(q *question, id string, hits []hit) enduse.Finding {
	h := &hits[0]
	var codes []string
	for _, o := range hits {
		codes = appendNew(codes, o.code)
	}
	f := enduse.Finding{
		ID: id, Severity: h.severity(), Subject: q.item.Subject(), Message: h.message(codes),
		Citation: h.list.cite(h.entry), Why: h.why, Hint: h.list.Hint,
	}
	grounds := enduse.CodeGrounds{List: h.list.ID, Codes: codes, Entry: h.entry.Code, Tier: h.entry.Tier}
	if h.stated != nil {
		grounds.Given = string(h.stated.given)
		if h.stated.change != Same {
			grounds.Concordance, grounds.ConcordanceSource, grounds.WentTo = string(h.stated.change), h.stated.source, h.stated.of
		}
	}
	f.Evidence.Codes = &grounds
	return f
}

// severity is that of the list; what was not verified forbids nothing.
func (h *hit) severity() enduse.Outcome {
	if (h.list.Verify || h.entry.Verify) && h.list.Severity == enduse.Prohibited {
		return enduse.Review
	}
	return h.list.Severity
}

func (h *hit) message(codes []string) string {
	what := "HS " + strings.Join(codes, ", ")
	if h.number != nil {
		what = h.number.String()
	}
	if h.stated != nil && h.stated.change == Renamed {
		what = fmt.Sprintf("HS 2017 %s is %s in HS 2022, which", h.stated.given.Dotted(), codes[0])
	}
	if h.stated != nil && h.stated.change == Split {
		what = fmt.Sprintf("HS 2017 %s was split in HS 2022, and a part of it, %s,", h.stated.given.Dotted(), strings.Join(codes, ", "))
	}
	where := h.list.Title
	switch {
	case h.number != nil && h.entry.Tier != "":
		where += " (" + h.entry.Tier + ")"
	case h.entry.Tier != "":
		where += ", tier " + h.entry.Tier
	}
	verb := "is on"
	if h.partial {
		verb = "holds goods that are on"
	}
	switch h.list.Kind {
	case KindBan:
		return fmt.Sprintf("%s %s %s: their delivery is forbidden", what, verb, where)
	case KindControl:
		return fmt.Sprintf("%s %s %s: a licence may be needed", what, verb, where)
	case KindLead:
	}
	return fmt.Sprintf("%s %s %s", what, verb, where)
}

// missile is the finding that a control number is one of missile technology.
func missile(q *question, n ControlNumber) []enduse.Finding {
	r, ok := n.Regime()
	if !ok || r.ID != RegimeMTCR {
		return nil
	}
	return []enduse.Finding{{
		ID: "goods.mtcr", Severity: enduse.Review, Subject: q.item.Subject(), Citation: r.Citation,
		Message:  fmt.Sprintf("%s is a number of missile technology (%s, %s)", n, r.Name, n.Describe()),
		Evidence: enduse.Grounds{Codes: &enduse.CodeGrounds{ControlNumber: n.String(), Regime: r.ID}},
		Why:      "the control number that the order states",
		Hint:     "a licence application is needed where the list binds; for MTCR Category I items a denial is to be expected (verify)",
	}}
}

// Confidences from which words lead to a finding: of an item without a code
// that they may be listed goods, and that they contradict the code stated.
const (
	minLead     = 0.3
	minMismatch = 0.7
)

// leads says what words and part numbers make of an item: candidates where it
// states no code, a contradiction where it does, and goods that the regimes
// against weapons of mass destruction name.
func (c *Checker) leads(q *question, codes []stated, n *ControlNumber) (out []enduse.Finding, gap *enduse.Gap) {
	named := c.lexicon.Find(q.item.Description)
	listed := c.listed(q, c.candidates(*q.item, named))
	sum := 0.0
	for _, l := range listed {
		sum += l.Confidence
	}
	switch {
	case len(codes) > 0:
		out = append(out, c.mismatch(q, codes, listed)...)
	case sum >= minLead:
		out = append(out, leadOf(q, listed))
	}
	if n == nil {
		out = append(out, concern(q, named)...)
	}
	if len(codes) == 0 && n == nil && q.item.HS == "" {
		gap = &enduse.Gap{What: q.item.Subject() + ": goods", Why: "no HS code and no control number: the lists could not be searched for it", Hint: "add a column hs or eccn; candidates: enduse goods lookup TEXT"}
	}
	return out, gap
}

// candidates of an item, from what its words name and its part number.
func (c *Checker) candidates(item enduse.Item, named []Found) []Candidate {
	all := codesOf(named)
	all = append(all, c.parts.Candidates(item.MPN, item.Manufacturer)...)
	return best(append(all, c.parts.InText(item.Description, item.Manufacturer)...))
}

// listedCandidate is a candidate that is on a list.
type listedCandidate struct {
	Candidate
	list  *ControlList
	entry *Entry
}

func (c *Checker) listed(q *question, all []Candidate) (out []listedCandidate) {
	for _, cand := range all {
		for _, p := range c.lists {
			if binds, _ := p.Binds.applies(q.Profile); !binds || !p.concerns(&q.Shipment) {
				continue
			}
			if found, _ := p.hs(cand.Code, q.AsOf); len(found) > 0 {
				out = append(out, listedCandidate{cand, p, found[0]})
				break
			}
		}
	}
	return out
}

func leadOf(q *question, listed []listedCandidate) enduse.Finding {
	because, cites := []string{}, []string{}
	codes := make([]enduse.CodeCandidate, 0, len(listed))
	names := make([]string, 0, len(listed))
	for _, l := range listed {
		because = appendNew(because, l.Reason)
		cites = appendNew(cites, l.list.cite(l.entry))
		codes = append(codes, enduse.CodeCandidate{Code: l.Code, List: l.list.ID, Tier: l.entry.Tier, Confidence: l.Confidence, Source: l.Source})
		names = append(names, HS(l.Code).Dotted())
	}
	return enduse.Finding{
		ID: "goods.lead", Severity: enduse.Lead, Subject: q.item.Subject(),
		Message:  fmt.Sprintf("no HS code, and %s may be goods of %s (HS %s)", quoted(because), listed[0].list.Title, strings.Join(names, ", ")),
		Citation: strings.Join(cites, "; "),
		Evidence: enduse.Grounds{Codes: &enduse.CodeGrounds{Reasons: because, Candidates: codes}},
		Why:      "words or a part number of the item",
		Hint:     "ask for the HS code, and the ECCN if there is one",
	}
}

// quoted writes each text in quotation marks.
func quoted(texts []string) string {
	all := make([]string, len(texts))
	for i, t := range texts {
		all[i] = `"` + t + `"`
	}
	return strings.Join(all, ", ")
}

// mismatch is a lead where the words or the part number say, with confidence,
// listed goods of other chapters than the codes stated.
func (c *Checker) mismatch(q *question, codes []stated, listed []listedCandidate) []enduse.Finding {
	sum := 0.0
	for _, l := range listed {
		if slices.ContainsFunc(codes, func(s stated) bool { return s.code[:2] == l.Code[:2] }) {
			return nil
		}
		sum += l.Confidence
	}
	if sum < minMismatch {
		return nil
	}
	f := leadOf(q, listed)
	f.ID = "goods.mismatch"
	f.Message = fmt.Sprintf("the order states HS %s, but %s are goods of HS %s on %s",
		codes[0].given.Dotted(), quoted([]string{listed[0].Reason}), HS(listed[0].Code).Dotted(), listed[0].list.Title)
	f.Evidence.Codes.Given = string(codes[0].given)
	f.Hint = "check the HS code against the goods"
	return []enduse.Finding{f}
}

// concern is a lead where an item without a control number is named like goods
// that the regimes against weapons of mass destruction list.
func concern(q *question, named []Found) []enduse.Finding {
	var names, numbers, regimes []string
	for _, f := range named {
		for _, text := range f.Term.Controls {
			n, _ := ParseControlNumber(text) // checked when the lexicon was made
			if r, ok := n.Regime(); ok {
				names, numbers, regimes = appendNew(names, f.Phrase), appendNew(numbers, n.String()), appendNew(regimes, r.Name)
			}
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	return []enduse.Finding{{
		ID: "goods.wmd", Severity: enduse.Lead, Subject: q.item.Subject(),
		Message:  fmt.Sprintf("%s: goods of this kind are listed under %s (%s), above limits that the order does not state", quoted(names), strings.Join(numbers, ", "), strings.Join(regimes, "; ")),
		Citation: "Regulation (EU) 2021/821, Annex I, " + strings.Join(numbers, ", "),
		Evidence: enduse.Grounds{Codes: &enduse.CodeGrounds{Reasons: names, ControlNumbers: numbers}},
		Why:      "words of the item",
		Hint:     "ask for the control number (ECCN, or that of Annex I), or EAR99",
	}}
}
