package engine

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
	"github.com/enduse/enduse/internal/ordered"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/wire"
)

// Ask is what may be asked for in addition to a query. Whatever can change the answer
// is in its stamp.
type Ask func(*enduse.Options)

// Threshold overrides the policy's score at or above which a hit matches, 0 to 1.
func Threshold(score float64) Ask { return func(o *enduse.Options) { o.Threshold = &score } }

// MinScore shows hits at or above a score, 0 to 1, in place of the threshold; 0 shows
// every candidate.
func MinScore(score float64) Ask { return func(o *enduse.Options) { o.MinScore = &score } }

// Limit shows at most n hits of each party; 0 shows all. All count for the outcome.
func Limit(n int) Ask { return func(o *enduse.Options) { o.Limit = n } }

// OFACScore also shows, with each hit, an approximation of what OFAC's Sanctions List
// Search would score. It decides nothing.
func OFACScore() Ask { return func(o *enduse.Options) { o.Scorer = screen.ScorerOFAC } }

func (e *Engine) screener(asks []Ask) (*screen.Screener, error) {
	o := screen.Options{Engine: e.config.Version, Goods: e.tables.Checker, GoodsTables: e.tables.Digests(), References: e.references}
	for _, ask := range asks {
		ask(&o.Options)
	}
	return screen.New(e.snapshots, e.policy, e.config.Clock, o)
}

// Screen answers one query against the lists in force on its day. An error means that
// there is no verdict: it must not be taken for a clear one.
func (e *Engine) Screen(ctx context.Context, q enduse.Query, asks ...Ask) (enduse.Verdict, error) {
	s, err := e.screener(asks)
	if err != nil {
		return enduse.Verdict{}, err
	}
	return s.Screen(ctx, q)
}

// Record is a query with its place in the file that it came from.
type Record struct {
	File  string // where several files are screened
	Row   int    // its line
	ID    string // the user's own, such as an order number
	Notes []string
	// Own are the cells of the record's first row, as the user's file has them.
	Own wire.Cells
	// LeftOut says why the record is nobody to screen, such as a total or a test
	// account; "" for a record like any other. It is screened all the same, and is
	// folded away only where nothing is found.
	LeftOut string
	Query   enduse.Query
}

// ScreenAll screens records on all cores and yields their results in the order of the
// records, one for each. A record that comes with an error, or that cannot be
// screened, becomes a result with that fault, which is incomplete. The only error that
// is yielded, last, is that of a context that ended: what follows was not screened.
// The records are taken ahead, on another goroutine; a caller who stops early waits
// until it has ended, so records must not block for ever.
func (e *Engine) ScreenAll(ctx context.Context, records iter.Seq2[Record, error], asks ...Ask) iter.Seq2[*wire.Result, error] {
	return func(yield func(*wire.Result, error) bool) {
		s, err := e.screener(asks)
		if err != nil {
			yield(nil, err)
			return
		}
		type input struct {
			Record
			fault  error
			sameAs int
		}
		var left atomic.Int64 // records that were not yielded, and one until the source has ended
		left.Add(1)
		inputs := func(yield func(input) bool) {
			seen := repeated{}
			for r, err := range records {
				in := input{Record: r, fault: err}
				if err == nil {
					in.sameAs = seen.row(&r)
				}
				if left.Add(1); !yield(in) {
					return
				}
			}
			left.Add(-1)
		}
		for r := range ordered.Map(ctx, inputs, ordered.Limits{}, func(ctx context.Context, in input) *wire.Result {
			if in.fault != nil {
				return in.failed(faultOf(in.fault))
			}
			v, err := s.Screen(ctx, in.Query)
			if err != nil {
				return in.failed(0, wire.FaultOf(err))
			}
			v.Notes = slices.Concat(in.Notes, v.Notes)
			r := in.result(wire.FromVerdict(&v))
			r.SameAsRow = in.sameAs
			return r
		}) {
			left.Add(-1)
			if !yield(r, nil) {
				return
			}
		}
		if err := ctx.Err(); err != nil && left.Load() > 0 {
			yield(nil, fmt.Errorf("screening was interrupted: %w", err))
		}
	}
}

// result gives a result the place of its record.
func (r Record) result(out wire.Result) *wire.Result {
	out.File, out.Row, out.ID, out.Own, out.LeftOut = r.File, r.Row, r.ID, r.Own, r.LeftOut
	return &out
}

// failed is the result of a record without a verdict; row is its line where the fault
// knows better.
func (r Record) failed(row int, f wire.Fault) *wire.Result {
	if row > 0 {
		r.Row = row
	}
	return r.result(wire.FromFault(f))
}

// faultOf puts an error of reading into the form of the contract; row is 0 where the
// error has no line.
func faultOf(err error) (row int, f wire.Fault) {
	if record, ok := errors.AsType[*enduse.RecordError](err); ok {
		message := record.Error()
		if record.Err != nil {
			message = record.Err.Error() // the result has the place
		}
		return record.Line, wire.Fault{Field: record.Field, Message: message, Hint: record.Hint}
	}
	return 0, wire.FaultOf(err)
}

// Valid reports asks that make no sense, such as a threshold above 1.
func (e *Engine) Valid(asks ...Ask) error {
	_, err := e.screener(asks)
	return err
}

// Check screens one party: text is its name, or a number of a register such as an IMO
// number, a tax number or a wallet, which is searched as every kind that it may be.
// about says more of the party; its Name is replaced.
func (e *Engine) Check(ctx context.Context, text string, about enduse.Party, asks ...Ask) (enduse.Verdict, error) {
	p, err := PartyOf(text, about)
	if err != nil {
		return enduse.Verdict{}, err
	}
	return e.Screen(ctx, enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}}}, asks...)
}

// HintNumber says how a number is named when its kind is not seen.
const HintNumber = "--identifier KIND:VALUE, such as imo:9187629, inn:7707083893 or passport:N1234567; a register's number has six digits or more"

// PartyOf reads the text of Check into a party. It fails for a text of digits that is
// no number of a register, and for a party with neither a name, a number nor an
// address.
func PartyOf(text string, about enduse.Party) (enduse.Party, error) {
	p := about
	if p.Role == "" {
		p.Role = enduse.RoleParty
	}
	found, all := number.Any(text)
	switch {
	case all:
		text = ""
	case text != "" && !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, unicode.IsDigit):
		return p, &enduse.Error{Code: enduse.CodeInvalid, Subject: text, Err: errors.New("not a number of a register"), Hint: HintNumber}
	case mixed(text): // a passport, or a name
		found = []number.Found{{Kind: enduse.IDOther, Value: text}}
	}
	p.Name = text
	p.Identifiers = slices.Clip(p.Identifiers)
	for _, f := range found {
		p.Identifiers = append(p.Identifiers, f.Identifier())
	}
	return p, p.Validate()
}

// mixed reports whether a text is one word of letters and several digits.
func mixed(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			return false
		}
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 4
}
