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
	packs       []*Pack
	concordance *Concordance
	lexicon     *Lexicon
	parts       *Families
	hs2022      *Nomenclature
	hs2017      *Nomenclature
}

// Tables is what a checker is made of. The nomenclatures, the lexicon and the
// part numbers may be nil.
type Tables struct {
	Packs       []*Pack
	Concordance *Concordance
	Lexicon     *Lexicon
	Parts       *Families
	HS2022      *Nomenclature
	HS2017      *Nomenclature
}

// New makes a checker.
func New(t Tables) *Checker {
	for _, p := range t.Packs {
		p.index()
	}
	return &Checker{t.Packs, t.Concordance, t.Lexicon, t.Parts, t.HS2022, t.HS2017}
}

// Packs returns the control lists, empty ones too.
func (c *Checker) Packs() []*Pack { return slices.Clone(c.packs) }

// question is what one check is about.
type question struct {
	item     enduse.Item
	subject  string
	shipment *enduse.Shipment
	profile  enduse.Profile
	day      enduse.Date
}

// Check checks one item as of a day: what it is found on, the codes that the
// user states for it (six digits of HS 2022, control numbers), and what of it
// could not be checked. Lists that hold nothing are the gaps of [Checker.Gaps].
// A nil shipment has no countries; line names the item where it has no own.
func (c *Checker) Check(item enduse.Item, line int, shipment *enduse.Shipment, profile enduse.Profile, asOf enduse.Date) (findings []enduse.Finding, codes []string, gaps []enduse.Gap) {
	if item.Line > 0 {
		line = item.Line
	}
	q := &question{item, fmt.Sprintf("item %d", line), shipment, profile, asOf}
	stated, gaps := c.codes(q)
	codes = []string{}
	var hits []hit
	for _, s := range stated {
		codes = appendNew(codes, s.code)
		hits = append(hits, c.hitsHS(q, s)...)
	}
	number, gap := c.number(q)
	if gap != nil {
		gaps = append(gaps, *gap)
	}
	if number != nil {
		codes = appendNew(codes, number.String())
		hits = append(hits, c.hitsECCN(q, *number)...)
		findings = append(findings, missile(q, *number)...)
	}
	findings = append(findingsOf(q, hits), findings...)
	leads, gap := c.leads(q, stated, number)
	if gap != nil {
		gaps = append(gaps, *gap)
	}
	return append(findings, leads...), codes, gaps
}

func appendNew(codes []string, code string) []string {
	if slices.Contains(codes, code) {
		return codes
	}
	return append(codes, code)
}

// Codes returns the codes that an item states: six digits of HS 2022, and its
// control number.
func (c *Checker) Codes(item enduse.Item, shipment *enduse.Shipment) (codes []string) {
	q := &question{item: item, shipment: shipment}
	stated, _ := c.codes(q)
	for _, s := range stated {
		codes = appendNew(codes, s.code)
	}
	if n, _ := c.number(q); n != nil {
		codes = appendNew(codes, n.String())
	}
	return codes
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
		gaps = append(gaps, enduse.Gap{What: q.subject + ": goods", Why: err.Error(), Hint: enduse.HintOf(err)})
	}
	for _, h := range all {
		old := q.shipment != nil && !q.shipment.Date.IsZero() && q.shipment.Date.Last().Before(hsInForce.First())
		s, gap := c.resolve(h, old)
		if gap != nil {
			gap.What = q.subject + ": goods"
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
		return asIs, &enduse.Gap{Why: h.Dotted() + " is no subheading of HS 2022", Hint: "enduse goods lookup " + six[:4]}
	}
	return asIs, nil
}

// number reads the control number of an item; nil where it states none. One may
// stand beside the HS code: "8542.31 / ECCN: 3A991".
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
		return nil, &enduse.Gap{What: q.subject + ": goods", Why: err.Error(), Hint: enduse.HintOf(err)}
	}
	return &n, nil
}

// hit is an entry that a stated code stands on.
type hit struct {
	pack    *Pack
	entry   *Entry
	why     string
	code    string // as it is printed
	stated  *stated
	number  *ControlNumber
	partial bool
}

func (c *Checker) hitsHS(q *question, s stated) (out []hit) {
	for _, p := range c.packs {
		binds, why := p.Binds.applies(q.profile)
		if !binds || !p.concerns(q.shipment) {
			continue
		}
		entries, partial := p.hs(s.full, q.day)
		for _, e := range entries {
			if !slices.Contains(p.Quiet, e.Tier) || e.Tier == "" {
				out = append(out, hit{pack: p, entry: e, why: why, code: HS(s.code).Dotted(), stated: &s, partial: partial})
			}
		}
	}
	return out
}

func (c *Checker) hitsECCN(q *question, n ControlNumber) (out []hit) {
	if n.EAR99 {
		return nil
	}
	for _, p := range c.packs {
		binds, why := p.Binds.applies(q.profile)
		if !binds || !p.concerns(q.shipment) {
			continue
		}
		for _, e := range p.eccn(n, q.day) {
			if !slices.Contains(p.Quiet, e.Tier) || e.Tier == "" {
				out = append(out, hit{pack: p, entry: e, why: why, code: n.String(), number: &n})
			}
		}
	}
	return out
}

// Unasked returns the lists for certain countries on which an item of a shipment
// stands, where it is not known which country the goods go to: whether the list is
// about them could not be evaluated.
func (c *Checker) Unasked(s *enduse.Shipment, profile enduse.Profile, asOf enduse.Date) (all []enduse.Gap) {
	for _, p := range c.packs {
		if binds, _ := p.Binds.applies(profile); !binds || p.reaches(s) != unknown || !c.holds(p, s, profile, asOf) {
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

// holds reports whether a code of one of the items stands on a pack.
func (c *Checker) holds(p *Pack, s *enduse.Shipment, profile enduse.Profile, asOf enduse.Date) bool {
	for _, item := range s.Items {
		q := &question{item: item, shipment: s, profile: profile, day: asOf}
		codes, _ := c.codes(q)
		for _, code := range codes {
			if found, _ := p.hs(code.full, asOf); len(found) > 0 {
				return true
			}
		}
		if n, _ := c.number(q); n != nil && !n.EAR99 && len(p.eccn(*n, asOf)) > 0 {
			return true
		}
	}
	return false
}

// Gaps returns what of the lists concerns a shipment and is not there: a list
// that was not imported, and one whose edition of that day is not.
func (c *Checker) Gaps(shipment *enduse.Shipment, profile enduse.Profile, asOf enduse.Date) (gaps []enduse.Gap) {
	for _, p := range c.packs {
		if binds, _ := p.Binds.applies(profile); !binds || p.reaches(shipment) == elsewhere {
			continue
		}
		g := enduse.Gap{What: "goods: " + p.Title}
		switch {
		case len(p.Entries) == 0:
			g.Why = "not checked: the list is not there"
			g.Hint = "enduse goods import FILE --as " + p.ID
		case p.Earlier && !slices.ContainsFunc(p.Entries, func(e Entry) bool { return e.InForce(asOf) }):
			g.Why = fmt.Sprintf("not checked: the edition that was in force on %s is not there", asOf)
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
// to such a code, stands on the Common High Priority List on a day, and the tier of
// the first that does. What cannot be read stands on no list.
func (c *Checker) IsCHPL(hs string, asOf enduse.Date) (tier string, ok bool) {
	i := slices.IndexFunc(c.packs, func(p *Pack) bool { return p.ID == CHPL })
	codes, _, _ := ReadHS(hs)
	if i < 0 {
		return "", false
	}
	for _, h := range codes {
		all, _ := c.resolve(h, false)
		for _, s := range all {
			if found, _ := c.packs[i].hs(s.full, asOf); len(found) > 0 {
				return found[0].Tier, true
			}
		}
	}
	return "", false
}
