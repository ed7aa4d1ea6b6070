package triage

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// Headline is a record in one line.
type Headline struct {
	Role       enduse.Role
	Name       string // of the party that matters most
	Likelihood enduse.Likelihood
	Percent    float64 // the probability, 0 to 100; 0 without a hit
	Listed     string  // the listed party
	Regimes    []string
	Why        string // measures, or the message of the finding that matters most
}

// HeadlineOf chooses what of a record matters most: the hit of the greatest weight, else
// its severest finding, else what could not be read.
func (run *Run) HeadlineOf(r *wire.Result) (line Headline) {
	if len(r.Parties) > 0 {
		line.Role, line.Name = r.Parties[0].Role, NameOf(&r.Parties[0])
	}
	if r.Error != nil {
		line.Why = r.Error.Message
		if r.Error.Field != "" {
			line.Why = r.Error.Field + ": " + line.Why
		}
		return line
	}
	if p, h := run.Best(r); h != nil {
		return Headline{
			Role: p.Role, Name: NameOf(p), Likelihood: h.Likelihood, Percent: 100 * h.Probability,
			Listed: h.Caption, Regimes: Regimes(h.Lists), Why: measuresOf(h),
		}
	}
	if len(r.Findings) > 0 {
		f := r.Findings[0]
		line.Why = strings.TrimPrefix(f.Message, "party "+line.Name+": ")
		if !strings.HasPrefix(f.ID, "party.") && f.Subject != "" && !strings.HasPrefix(f.Message, f.Subject) {
			line.Why = f.Subject + ": " + f.Message
		}
		return line
	}
	if gaps := run.OwnGaps(r); len(gaps) > 0 {
		line.Why = gaps[0].What + ": " + gaps[0].Why
	}
	return line
}

// Best is the hit of the greatest weight among those that match, with its party; nil
// where none does.
func (run *Run) Best(r *wire.Result) (party *wire.Party, hit *wire.Hit) {
	most := -1.0
	for i := range r.Parties {
		for k := range r.Parties[i].Hits {
			h := &r.Parties[i].Hits[k]
			if !h.Match {
				continue
			}
			weight := h.Probability * measureWeight(h.Measures) * run.binding(h.Lists)
			if h.Identity != "" {
				weight += 2
			}
			if weight > most {
				most, party, hit = weight, &r.Parties[i], h
			}
		}
	}
	return party, hit
}

// measuresOf are the measures of a hit in words, the severest two.
func measuresOf(h *wire.Hit) string {
	var out []string
	for _, m := range enduse.Measures {
		for _, has := range h.Measures {
			if m == has && len(out) < 2 {
				out = append(out, strings.ReplaceAll(string(m), "_", " "))
			}
		}
	}
	if len(out) == 0 {
		return "listed"
	}
	return strings.Join(out, ", ")
}

// NameOf names a party by its name, else by its first number or address.
func NameOf(p *wire.Party) string {
	switch {
	case p.Name != "" || p.Asked == nil:
		return p.Name
	case len(p.Asked.Identifiers) > 0:
		return string(p.Asked.Identifiers[0].Kind) + " " + p.Asked.Identifiers[0].Value
	case len(p.Asked.Addresses) > 0:
		return p.Asked.Addresses[0].String()
	}
	return ""
}
