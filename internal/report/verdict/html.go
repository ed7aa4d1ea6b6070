package verdict

import (
	"cmp"
	"crypto/sha256"
	_ "embed" // the template, the style sheet and the script
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

var (
	//go:embed page.tmpl
	pageSource string
	//go:embed page.css
	pageStyle string
	//go:embed page.js
	pageScript string
)

// contentPolicy lets a page have this style sheet and this script, and nothing else.
var contentPolicy = fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", hashOf(pageStyle), hashOf(pageScript))

func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// page is the template of the HTML form: one file without any link to another, made
// for the screen and for paper, whole without its script. Foreign names are isolated
// (bdi), so that right-to-left text does not turn its line round.
var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"csp":       func() string { return contentPolicy },
	"css":       func() template.CSS { return template.CSS(pageStyle) }, // #nosec G203 -- of the program
	"js":        func() template.JS { return template.JS(pageScript) },  // #nosec G203 -- of the program
	"words":     report.Words,
	"joined":    func(v []enduse.Measure) string { return report.Words(report.JoinStrings(v, ", ")) },
	"score":     func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"percent":   report.Percent,
	"percentOf": func(p float64) string { return report.Percent(100 * p) },
	"likely":    triage.LikelihoodText,
	"prior":     report.PriorText,
	"signed":    func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"state":     report.EditionState,
	"name":      triage.NameOf,
	"ofac":      report.OFACText,
	"plural":    report.Plural,
	"number":    report.Number,
	"short":     report.Short,
	"steps":     differing,
	"since":     sinceOf,
	"link":      linkOf,
	"programs":  func(h *wire.Hit) string { return strings.Join(h.Programs, ", ") },
	"policy": func(head wire.Run) string {
		return cmp.Or(head.PolicyName, report.Short(head.Stamp.Policy))
	},
}).Parse(pageSource))

// htmlPage writes one self-contained page.
type htmlPage struct {
	w      io.Writer
	header Header
	run    *triage.Run
	rules  map[string]int
	same   map[string][]int // rows that repeat a record, by its file and row
	open   int              // records that are still shown open
}

// maxOpen is how many records of a page are open at first; of more, all are closed, so
// that they can be seen at once.
const maxOpen = 3

func (h *htmlPage) Begin(header Header) error {
	h.header = header
	return nil
}

func (h *htmlPage) End() error { return nil }

// Each writes a run.
func (h *htmlPage) Each(run *triage.Run) error {
	h.run, h.rules, h.same = run, map[string]int{}, map[string][]int{}
	if s := run.Summary(); s.Classes[triage.Decide]+s.Classes[triage.Incomplete]+s.Classes[triage.Lead] <= maxOpen {
		h.open = maxOpen
	}
	regimes, err := h.look()
	if err != nil {
		return err
	}
	if err := h.begin(regimes); err != nil {
		return err
	}
	for _, part := range []func() error{h.toDecide, h.inPart, h.leads, h.nothing, h.foldedAway} {
		if err := part(); err != nil {
			return err
		}
	}
	return page.ExecuteTemplate(h.w, "end", struct {
		Head  wire.Run
		Rules []ruleCount
	}{*run.Head(), h.counts()})
}

// look goes through the run once for what the page says of all of it.
func (h *htmlPage) look() (regimes []string, err error) {
	for r, err := range h.run.InOrder() {
		if err != nil {
			return nil, err
		}
		if r.SameAsRow != 0 {
			key := r.File + ":" + strconv.Itoa(r.SameAsRow)
			h.same[key] = append(h.same[key], r.Row)
		}
		seen := map[string]bool{}
		for _, f := range r.Findings {
			if !seen[f.ID] {
				seen[f.ID] = true
				h.rules[f.ID]++
			}
		}
		for _, regime := range h.run.HeadlineOf(r).Regimes {
			if !slices.Contains(regimes, regime) {
				regimes = append(regimes, regime)
			}
		}
	}
	slices.Sort(regimes)
	return regimes, nil
}

// ruleCount is in how many records a rule found something.
type ruleCount struct {
	Label string
	N     int
}

func (h *htmlPage) counts() (out []ruleCount) {
	for id, n := range h.rules {
		out = append(out, ruleCount{id, n})
	}
	slices.SortFunc(out, func(a, b ruleCount) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Label, b.Label)) })
	return out
}

func (h *htmlPage) begin(regimes []string) error {
	type count struct {
		Class string
		N     int
		What  string
	}
	sum := h.run.Summary()
	data := struct {
		Head     wire.Run
		Entities int
		Counts   []count
		Outcomes []string
		Regimes  []string
		Warnings []wire.Column
	}{Head: *h.run.Head(), Regimes: regimes}
	for _, e := range data.Head.Stamp.Editions {
		data.Entities += e.Entities
	}
	for _, c := range []count{
		{"", h.run.Len(), "records"},
		{"prohibited", sum.ByClass[triage.Decide][enduse.Prohibited], "prohibited"},
		{"review", sum.ByClass[triage.Decide][enduse.Review], "review"},
		{"incomplete", sum.Classes[triage.Incomplete], "unread or checked in part"},
		{"lead", sum.Classes[triage.Lead], "with leads only"},
		{"", sum.Classes[triage.Nothing], "nothing found"},
		{"clear", sum.ByClass[triage.Nothing][enduse.Clear], "of them clear"},
		{"", sum.Classes[triage.Folded], "folded"},
	} {
		if c.N > 0 {
			data.Counts = append(data.Counts, c)
		}
	}
	for _, o := range append(slices.Clone(enduse.Outcomes), enduse.Lead) {
		data.Outcomes = append(data.Outcomes, string(o))
	}
	for _, c := range data.Head.Columns {
		if c.Warning {
			data.Warnings = append(data.Warnings, c)
		}
	}
	return page.ExecuteTemplate(h.w, "begin", data)
}

// section is the heading of a part of the page.
type section struct{ ID, Title, Note string }

// each writes the records of a class after a heading, if there are any.
func (h *htmlPage) each(class triage.Class, head section, before, after func() error, write func(*wire.Result) error) error {
	begun := false
	for r, err := range h.header.shown(h.run) {
		if err != nil {
			return err
		}
		if h.run.Class(r) != class {
			continue
		}
		if !begun {
			begun = true
			if err := page.ExecuteTemplate(h.w, "head", head); err != nil {
				return err
			}
			if err := before(); err != nil {
				return err
			}
		}
		if err := write(r); err != nil {
			return err
		}
	}
	if !begun {
		return nil
	}
	return after()
}

func no() error { return nil }

func (h *htmlPage) toDecide() error {
	n := h.run.Summary().Classes[triage.Decide]
	return h.each(triage.Decide, section{ID: "decide", Title: "To decide (" + report.Number(n) + ")", Note: "What matters most comes first."}, no, no, h.record)
}

func (h *htmlPage) inPart() error {
	n := h.run.Summary().Classes[triage.Incomplete]
	return h.each(triage.Incomplete, section{ID: "part", Title: "Unread or checked in part (" + report.Number(n) + ")"}, no, no, h.record)
}

func (h *htmlPage) leads() error {
	n := h.run.Summary().Classes[triage.Lead]
	return h.each(triage.Lead, section{ID: "leads", Title: "Leads (" + report.Number(n) + ")", Note: "Facts worth seeing that no rule makes a duty by themselves."}, no, no, h.record)
}

func (h *htmlPage) nothing() error {
	n := h.run.Summary().Classes[triage.Nothing]
	return h.folded(triage.Nothing, section{ID: "nothing", Title: "Nothing found (" + report.Number(n) + ")"}, "Who they are")
}

func (h *htmlPage) foldedAway() error {
	n := h.run.Summary().Classes[triage.Folded]
	return h.folded(triage.Folded, section{ID: "folded", Title: "Folded (" + report.Number(n) + ")", Note: "Records that repeat an earlier one, and those that are nobody to screen. They were screened."}, "Which they are")
}

// maxUnfolded is how many names a list has that is open at first.
const maxUnfolded = 30

// folded writes the records of a class as one list of names.
func (h *htmlPage) folded(class triage.Class, head section, title string) error {
	begin := func() error {
		return page.ExecuteTemplate(h.w, "foldBegin", struct {
			Title string
			Open  bool
		}{title, h.run.Summary().Classes[class] <= maxUnfolded})
	}
	end := func() error { return page.ExecuteTemplate(h.w, "foldEnd", nil) }
	return h.each(class, head, begin, end, func(r *wire.Result) error {
		why := r.LeftOut
		if r.SameAsRow != 0 {
			why = "the same as row " + strconv.Itoa(r.SameAsRow)
		}
		return page.ExecuteTemplate(h.w, "folded", struct {
			Name, ID, Why string
			Row           int
			Outcome       enduse.Outcome
		}{h.run.HeadlineOf(r).Name, r.ID, why, r.Row, r.Outcome})
	})
}

// shownRecord is a record as the page shows it.
type shownRecord struct {
	Result   *wire.Result
	Outcome  enduse.Outcome
	Open     bool
	Line     triage.Headline
	Pairs    []pair
	Less     []*wire.Hit // hits that are named only
	Findings []shownFinding
	Gaps     []enduse.Gap
	Same     []int    // rows that repeat it
	Others   []string // parties without a hit
}

// pair is a party and a hit side by side.
type pair struct {
	Party      *wire.Party
	Hit        *wire.Hit
	Comparison triage.Comparison
}

type shownFinding struct {
	Severity                         enduse.Outcome
	Text, Cited, Citation, Why, Hint string
}

// record writes a record with all that it rests on.
func (h *htmlPage) record(r *wire.Result) error {
	s := shownRecord{Result: r, Outcome: r.Outcome, Open: h.open > 0, Line: h.run.HeadlineOf(r), Gaps: h.run.OwnGaps(r), Same: h.same[r.File+":"+strconv.Itoa(r.Row)]}
	if h.run.Class(r) == triage.Lead {
		s.Outcome = enduse.Lead
	}
	h.open--
	for i := range r.Parties {
		p := &r.Parties[i]
		if len(p.Hits) == 0 && triage.NameOf(p) != s.Line.Name {
			s.Others = append(s.Others, report.Words(p.Role)+" "+triage.NameOf(p))
		}
		for k := range p.Hits {
			if hit := &p.Hits[k]; k < maxFull {
				s.Pairs = append(s.Pairs, pair{p, hit, triage.Compare(p, hit)})
			} else {
				s.Less = append(s.Less, hit)
			}
		}
	}
	for _, f := range grouped(r.Findings) {
		text := f.text()
		if f.ofMeasure() {
			text = f.measure() + " of " + short(f.Subjects)
		}
		s.Findings = append(s.Findings, shownFinding{f.Severity, text, f.cited(), f.Citation, f.Why, f.Hint})
	}
	return page.ExecuteTemplate(h.w, "record", s)
}
