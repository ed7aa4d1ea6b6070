package goods

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Checker holds the tables that goods are checked against. It is not changed
// after [New]; any number of goroutines may use it.
type Checker struct {
	lists       []*ControlList
	concordance *Concordance
	lexicon     *Lexicon
	parts       *Families
	hs2022      *Nomenclature
	hs2017      *Nomenclature
}

// Tables is what a checker is made of. The nomenclatures, the lexicon and the
// part numbers may be nil.
type Tables struct {
	Lists       []*ControlList
	Concordance *Concordance
	Lexicon     *Lexicon
	Parts       *Families
	HS2022      *Nomenclature
	HS2017      *Nomenclature
}

// New makes a checker.
func New(t Tables) *Checker {
	for _, p := range t.Lists {
		p.index()
	}
	return &Checker{t.Lists, t.Concordance, t.Lexicon, t.Parts, t.HS2022, t.HS2017}
}

// Result is what a check of goods gives.
type Result struct {
	enduse.Checked
	// Codes are those that each item is looked up by, in the order of the items: six
	// digits of HS 2022, and its control number. None of them is nil.
	Codes [][]string
}

// Check checks the items of a query as of its day: the lists that they are on, what
// their words and part numbers point to, the control lists that apply and could not be
// checked, and lists for certain countries where it is not known where the goods go.
func (c *Checker) Check(q *enduse.Query) (r Result) {
	r.Gaps = c.missing(q)
	for i := range q.Shipment.Items {
		c.item(&r, &question{q, &q.Shipment.Items[i]})
	}
	r.NotEvaluated = c.undirected(q)
	return r
}

// question is an item of a query.
type question struct {
	*enduse.Query
	item *enduse.Item
}

// item checks one item.
func (c *Checker) item(r *Result, q *question) {
	codes := []string{}
	stated, gaps := c.codes(q)
	var hits []hit
	for _, s := range stated {
		codes = appendNew(codes, s.code)
		hits = append(hits, c.hitsHS(q, s)...)
	}
	number, gap := c.number(q)
	if gap != nil {
		gaps = append(gaps, *gap)
	}
	var missiles []enduse.Finding
	if number != nil {
		codes = appendNew(codes, number.String())
		hits = append(hits, c.hitsECCN(q, *number)...)
		missiles = missile(q, *number)
	}
	leads, gap := c.leads(q, stated, number)
	if gap != nil {
		gaps = append(gaps, *gap)
	}
	r.Findings = slices.Concat(r.Findings, findingsOf(q, hits), missiles, leads)
	r.Gaps = append(r.Gaps, gaps...)
	r.Codes = append(r.Codes, codes)
}

func appendNew(codes []string, code string) []string {
	if slices.Contains(codes, code) {
		return codes
	}
	return append(codes, code)
}

// stated is a code that the user states, in HS 2022.
type stated struct {
	code   string // six digits
	full   string // with the national ones, where they are of HS 2022
	given  HS
	change Change   // Same, or how the code of HS 2017 was converted
	of     []string // for a split, all codes that it went to
	source string
}

// hsInForce is the first day of HS 2022.
var hsInForce = enduse.Day(2022, 1, 1)

// codes reads the HS codes of an item.
func (c *Checker) codes(q *question) (out []stated, gaps []enduse.Gap) {
	all, _, errs := ReadHS(q.item.HS)
	for _, err := range errs {
		gaps = append(gaps, enduse.Gap{What: q.item.Subject() + ": goods", Why: err.Error(), Hint: enduse.HintOf(err)})
	}
	for _, h := range all {
		old := !q.Shipment.Date.IsZero() && q.Shipment.Date.Last().Before(hsInForce.First())
		s, gap := c.resolve(h, old)
		if gap != nil {
			gap.What = q.item.Subject() + ": goods"
			gaps = append(gaps, *gap)
		}
		out = append(out, s...)
	}
	return out, gaps
}

// resolve brings a code to HS 2022. One that both vintages have is taken as
// it is, unless the goods were ordered before HS 2022.
func (c *Checker) resolve(h HS, old bool) ([]stated, *enduse.Gap) {
	six := h.Six()
	asIs := []stated{{code: six, full: string(h), given: h, change: Same}}
	to, change := c.concordance.Convert(six)
	present := c.hs2022.Holds(six) || c.concordance.Holds2022(six)
	switch {
	case change == Same, present && !old:
		return asIs, nil
	case change == Renamed, change == Split:
		out := make([]stated, 0, len(to))
		for _, code := range to {
			out = append(out, stated{code, code, h, change, to, c.concordance.Citation(six)})
		}
		return out, nil
	case change == Ambiguous:
		return nil, &enduse.Gap{
			Why:  fmt.Sprintf("HS 2017 %s went to several codes of HS 2022, and the official table does not say which: its pairs are a cross product", h.Dotted()),
			Hint: "give the code of HS 2022",
		}
	case c.hs2022.Len() > 0 && !present && !c.hs2017.Holds(six) && six[:2] < "98":
		return asIs, &enduse.Gap{Why: h.Dotted() + " is not a subheading of HS 2022", Hint: "enduse goods lookup " + six[:4]}
	}
	return asIs, nil
}

// number reads the control number of an item; nil where it states none. One may
// follow the HS code: "8542.31 / ECCN: 3A991".
func (c *Checker) number(q *question) (*ControlNumber, *enduse.Gap) {
	text := q.item.ECCN
	if _, others, _ := ReadHS(q.item.HS); strings.TrimSpace(text) == "" {
		for _, o := range others {
			if rest, ok := strings.CutPrefix(o, "eccn: "); ok {
				text = rest
			}
		}
	}
	switch strings.ToUpper(strings.Trim(text, " -.")) {
	case "", "N/A", "NA", "NLR", "NONE":
		return nil, nil
	}
	n, err := ParseControlNumber(text)
	if err != nil {
		return nil, &enduse.Gap{What: q.item.Subject() + ": goods", Why: err.Error(), Hint: enduse.HintOf(err)}
	}
	return &n, nil
}

// hit is an entry that has a stated code.
type hit struct {
	list    *ControlList
	entry   *Entry
	why     string
	code    string // as it is printed
	stated  *stated
	number  *ControlNumber
	partial bool
}

func (c *Checker) hitsHS(q *question, s stated) (out []hit) {
	for _, p := range c.lists {
		binds, why := p.Binds.applies(q.Profile)
		if !binds || !p.concerns(&q.Shipment) {
			continue
		}
		entries, partial := p.hs(s.full, q.AsOf)
		for _, e := range entries {
			if !slices.Contains(p.SilentTiers, e.Tier) || e.Tier == "" {
				out = append(out, hit{list: p, entry: e, why: why, code: HS(s.code).Dotted(), stated: &s, partial: partial})
			}
		}
	}
	return out
}

func (c *Checker) hitsECCN(q *question, n ControlNumber) (out []hit) {
	if n.EAR99 {
		return nil
	}
	for _, p := range c.lists {
		binds, why := p.Binds.applies(q.Profile)
		if !binds || !p.concerns(&q.Shipment) {
			continue
		}
		for _, e := range p.eccn(n, q.AsOf) {
			if !slices.Contains(p.SilentTiers, e.Tier) || e.Tier == "" {
				out = append(out, hit{list: p, entry: e, why: why, code: n.String(), number: &n})
			}
		}
	}
	return out
}

// undirected returns the lists for certain countries that hold an item, where it is
// not known which country the goods go to: whether they apply was not evaluated.
func (c *Checker) undirected(q *enduse.Query) (all []enduse.Gap) {
	for _, p := range c.lists {
		if binds, _ := p.Binds.applies(q.Profile); !binds || p.reaches(&q.Shipment) != unknown || !c.holds(p, q) {
			continue
		}
		names := make([]string, len(p.Destinations))
		for i, d := range p.Destinations {
			names[i] = string(d)
		}
		all = append(all, enduse.Gap{
			What: "goods." + p.ID, Why: "goods are on " + p.Title + ", which is about " + strings.Join(names, ", ") + ", and it is not known where they go",
			Hint: "give the country of destination, or of the consignee",
		})
	}
	return all
}

// holds reports whether a list has a code of one of the items.
func (c *Checker) holds(p *ControlList, asked *enduse.Query) bool {
	for i := range asked.Shipment.Items {
		q := &question{asked, &asked.Shipment.Items[i]}
		codes, _ := c.codes(q)
		for _, code := range codes {
			if found, _ := p.hs(code.full, q.AsOf); len(found) > 0 {
				return true
			}
		}
		if n, _ := c.number(q); n != nil && !n.EAR99 && len(p.eccn(*n, q.AsOf)) > 0 {
			return true
		}
	}
	return false
}

// missing returns the control lists that apply to the shipment but could not be
// checked: never imported, or without an edition in force that day.
func (c *Checker) missing(q *enduse.Query) (gaps []enduse.Gap) {
	for _, p := range c.lists {
		if binds, _ := p.Binds.applies(q.Profile); !binds || p.reaches(&q.Shipment) == elsewhere || p.staysWithin(q) {
			continue
		}
		g := enduse.Gap{What: "goods: " + p.Title}
		switch {
		case len(p.Entries) == 0:
			g.Why = "not checked: the list is not there"
			g.Hint = "enduse goods import FILE --as " + p.ID
		case p.HasOlderEditions && !slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.InForce(q.AsOf) }):
			g.Why = fmt.Sprintf("not checked: the edition that was in force on %s is not there", q.AsOf)
			g.Hint = "a later edition is, see: enduse goods status"
		default:
			continue
		}
		gaps = append(gaps, g)
	}
	return gaps
}

// CHPL is the id of the Common High Priority List.
const CHPL = "chpl"

// IsCHPL reports whether a code of a field, of HS 2022 or one of HS 2017 that went
// to such a code, is on the Common High Priority List on a day, and the tier of the
// first that is. What cannot be read is on no list.
func (c *Checker) IsCHPL(hs string, asOf enduse.Date) (tier string, ok bool) {
	i := slices.IndexFunc(c.lists, func(p *ControlList) bool { return p.ID == CHPL })
	codes, _, _ := ReadHS(hs)
	if i < 0 {
		return "", false
	}
	for _, h := range codes {
		all, _ := c.resolve(h, false)
		for _, s := range all {
			if found, _ := c.lists[i].hs(s.full, asOf); len(found) > 0 {
				return found[0].Tier, true
			}
		}
	}
	return "", false
}
