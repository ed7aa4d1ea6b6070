package triage

import (
	"strings"

	"github.com/enduse/enduse"
)

// LikelihoodText is a likelihood for people.
func LikelihoodText(l enduse.Likelihood) string { return strings.ReplaceAll(string(l), "_", " ") }

// sentence says what the comparison comes to, from its lines alone: whether it is the
// same party, what speaks for that, what speaks against it, and what to ask for.
func (c *comparing) sentence() string {
	text, first, second := c.conclusion(), c.agreements(), c.differences()
	if second == "" && c.hit.Likelihood == enduse.Unlikely && c.holdsMore() {
		second = "yours holds more than this name"
		if l := c.line("name"); l != nil && strings.HasPrefix(l.Note, readAs) {
			second = "one word stands for another"
		}
	}
	if c.denied() {
		first, second = second, first
	}
	switch {
	case first != "" && second != "":
		text += ": " + first + "; but " + second
	case first+second != "":
		text += ": " + first + second
	}
	if ask := c.toAsk(); ask != "" {
		text += ". " + ask
	}
	return text + "."
}

// holdsMore reports whether only a part of the name was compared, and counted for less.
func (c *comparing) holdsMore() bool {
	e, ok := c.evidence(enduse.EvidenceLimit)
	return ok && e.Contribution < 0
}

// denied reports whether a fact speaks so much against the identity that the hit does
// not match.
func (c *comparing) denied() bool {
	return !c.hit.Match && c.hit.Identity == "" && c.differs(hardFacts...) || c.hit.Likelihood == enduse.Unlikely && c.differs(hardFacts...)
}

// hardFacts do not change in a life.
var hardFacts = []string{"born", "number", "is", "gender"}

func (c *comparing) differs(what ...string) bool {
	for _, w := range what {
		if l := c.line(w); l != nil && l.Says == Differs {
			return true
		}
	}
	return false
}

// conclusion is whether it is the same party, in words.
func (c *comparing) conclusion() string {
	switch {
	case c.hit.Identity != "":
		return "The same, by " + c.hit.Identity
	case c.denied():
		return "Not the same"
	case c.hit.Likelihood == enduse.AlmostCertain:
		return "Almost certainly the same"
	case c.hit.Likelihood == enduse.Likely:
		return "Likely the same"
	case c.hit.Likelihood == enduse.Possible:
		return "Possibly the same"
	}
	return "Unlikely to be the same"
}

// differences are the lines that differ, in words.
func (c *comparing) differences() string {
	var out []string
	for i := range c.lines {
		l := &c.lines[i]
		if l.Says != Differs {
			continue
		}
		switch l.What {
		case "born":
			out = append(out, "born "+l.Note)
		case "name":
			out = append(out, "the names differ")
		case "is":
			out = append(out, "one is a "+l.Yours+", the other a "+l.Listed)
		default:
			out = append(out, "another "+l.What+" ("+l.Yours+" / "+l.Listed+")")
		}
	}
	return strings.Join(out, ", ")
}

// agreements are the lines that agree, in words.
func (c *comparing) agreements() string {
	var out []string
	for i := range c.lines {
		l := &c.lines[i]
		if l.Says != Agrees || l.What == "is" || l.What == "role" {
			continue
		}
		switch {
		case l.What == "name" && l.Note == "":
			out = append(out, "same name")
		case l.What == "name":
			out = append(out, "similar name")
		case l.What == "born":
			out = append(out, "born at the same time")
		default:
			out = append(out, "same "+l.What)
		}
	}
	return strings.Join(out, ", ")
}

// toAsk names what the list knows and the file does not, of what could decide.
func (c *comparing) toAsk() string {
	if c.hit.Identity != "" || c.denied() {
		return ""
	}
	var out []string
	for _, fact := range []struct{ what, ask string }{{"number", "a number of a register"}, {"born", "the birth date"}, {"country", "the country"}, {"place", "the address"}} {
		if l := c.line(fact.what); l != nil && l.Says == Unknown && l.Yours == "" && l.Listed != "" {
			out = append(out, fact.ask)
		}
	}
	if len(out) == 0 {
		return ""
	}
	return "To decide, ask for " + strings.Join(out[:min(len(out), 2)], " and ")
}
