package redflag

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/expr-lang/expr/vm"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

// Input is what rules are evaluated over, as of the query's day.
type Input struct {
	Query enduse.Query
	Facts Facts
	// Binds says which regimes bind the seller; nil: as the query's profile says.
	Binds []route.Bind
	// Stop ends the evaluation of an expression when it returns an error: the
	// caller's deadline, or its interruption. Rules that were not evaluated then are
	// gaps. nil: only the bounds on steps end one.
	Stop func() error
}

type evaluation struct {
	enduse.Checked
	in    Input
	env   *Env
	vm    vm.VM
	steps int // of the expression that is evaluated
	all   int // of all
}

// Evaluate evaluates the rules in force on the query's day whose regime binds, or may
// bind, the seller. It returns, in the order of the rules, their findings; the rules
// that an input was missing for, by id, with that input; the questions to a seller of
// this role that follow from what was found and are not answered, and those about
// regimes that may bind. A rule whose expression
// fails although its inputs are there is a gap: nobody knows what it would have said.
func Evaluate(rules Rules, in Input) enduse.Checked {
	in.Query.Normalise()
	if in.Binds == nil {
		in.Binds = route.Regimes(in.Query.Profile, in.Query.AsOf)
	}
	day := in.Query.AsOf
	e := &evaluation{in: in, env: environment(in)}
	e.env.Step = e.step
	e.env.Found = func(ids any) int { return e.found(texts(ids)) }
	for _, r := range inOrder(rules) {
		if day.IsZero() {
			e.missing(r, "the day of the question is not given", "--as-of")
			continue
		}
		if !r.InForce(day) {
			continue
		}
		if binds := e.binding(r); len(binds) > 0 || len(r.Regimes) == 0 {
			e.rule(r, binds)
		}
	}
	return e.Checked
}

// inOrder puts the rules that look at what others found, or whose question follows from
// it, after the others.
func inOrder(rules Rules) []*Rule {
	var first, then, last []*Rule
	for i := range rules {
		switch r := &rules[i]; {
		case len(r.AsksAfter) > 0:
			last = append(last, r)
		case r.names["found"]:
			then = append(then, r)
		default:
			first = append(first, r)
		}
	}
	return slices.Concat(first, then, last)
}

// found counts the findings so far, of other checks and of rules, whose id is one of
// ids or begins with one and a point. Findings of one id count once.
func (e *evaluation) found(ids []string) int {
	all := slices.Clone(e.in.Facts.Found)
	for i := range e.Findings {
		all = append(all, e.Findings[i].ID)
	}
	slices.Sort(all)
	n := 0
	for _, id := range slices.Compact(all) {
		if slices.ContainsFunc(ids, func(named string) bool { return id == named || strings.HasPrefix(id, named+".") }) {
			n++
		}
	}
	return n
}

// asks reports whether the question of a rule is put: to such a seller, and after what
// was found. What is not known does not keep it from being asked.
func (e *evaluation) asks(r *Rule) bool {
	role := e.in.Query.Profile.Role
	if role != "" && len(r.AsksOf) > 0 && !slices.Contains(r.AsksOf, role) {
		return false
	}
	return len(r.AsksAfter) == 0 || e.in.Facts.Found == nil || e.found(r.AsksAfter) > 0
}

func (e *evaluation) missing(r *Rule, why, hint string) {
	e.NotEvaluated = append(e.NotEvaluated, enduse.Gap{What: r.ID, Why: why, Hint: hint})
}

// binding returns the regimes of a rule that bind; where none does for certain,
// those that may.
func (e *evaluation) binding(r *Rule) (binds []route.Bind) {
	for _, want := range []route.Applies{route.Yes, route.Unknown} {
		for _, b := range e.in.Binds {
			if b.Applies == want && slices.Contains(r.Regimes, b.Regime) {
				binds = append(binds, b)
			}
		}
		if len(binds) > 0 {
			return binds
		}
	}
	return nil
}

// rule evaluates one rule for each of its subjects.
func (e *evaluation) rule(r *Rule, binds []route.Bind) {
	n, absent, unread, failed := e.subjects(r), []string{}, []string{}, []string{}
	if len(n) == 0 {
		e.missing(r, "there is no "+r.Each+rolesOf(r), "give it in the file, or leave the rule out")
		return
	}
	for _, set := range n {
		subject := set(e.env)
		lacks, partly := e.lacks(r)
		if lacks != "" && !partly {
			absent = append(absent, subject+": "+lacks)
			continue
		}
		if why := e.unreadAmounts(r); why != "" {
			unread = append(unread, subject+": "+why)
			continue
		}
		fires, err := e.fires(r)
		switch {
		case errors.Is(err, errUnmet):
			absent = append(absent, fmt.Sprintf("%s: %v %s", subject, err, r.Requires))
		case err != nil && len(failed) < maxShownFailures:
			failed = append(failed, subject+": "+err.Error())
		case err != nil:
		case fires:
			e.fired(r, binds, subject)
		case partly:
			absent = append(absent, subject+": "+lacks)
		}
	}
	if len(absent) > 0 {
		e.missing(r, "not given: "+strings.Join(absent, "; "), e.hint(r))
	}
	if len(unread) > 0 {
		e.missing(r, "not read: "+strings.Join(unread, "; "), "write amounts as numbers such as 1234.50")
	}
	if len(failed) > 0 {
		e.Gaps = append(e.Gaps, enduse.Gap{What: "rule " + r.ID, Why: strings.Join(failed, "; "), Hint: "mend the rule; see it with: enduse policy show " + r.ID})
	}
}

// maxShownFailures bounds how many of the parties or items are named for which a rule
// failed, and how many amounts that could not be read.
const maxShownFailures = 3

// errUnmet says that the inputs are there but do not meet what the rule requires.
var errUnmet = errors.New("the inputs do not meet")

func rolesOf(r *Rule) string {
	if len(r.Roles) == 0 {
		return ""
	}
	names := make([]string, len(r.Roles))
	for i, role := range r.Roles {
		names[i] = string(role)
	}
	return " of the roles " + strings.Join(names, ", ")
}

// subjects returns one binder for each party, item, payment or change that the rule
// ranges over. A binder puts its element into the environment and returns its name.
func (e *evaluation) subjects(r *Rule) (all []func(*Env) string) {
	switch r.Each {
	case "party":
		for _, p := range e.env.Parties {
			if len(r.Roles) == 0 || slices.Contains(r.Roles, enduse.Role(p.Role)) {
				all = append(all, func(v *Env) string { v.Party = p; return p.Name })
			}
		}
	case "item":
		for _, it := range e.env.Items {
			all = append(all, func(v *Env) string { v.Item = it; return "item " + strconv.Itoa(it.Line) })
		}
	case "payment":
		for i, p := range e.env.Payments {
			all = append(all, func(v *Env) string { v.Payment = p; return "payment " + strconv.Itoa(i+1) })
		}
	case "change":
		for i, c := range e.env.Changes {
			all = append(all, func(v *Env) string { v.Change = c; return "change " + strconv.Itoa(i+1) })
		}
	default:
		all = append(all, func(*Env) string { return "shipment" })
	}
	return all
}

// lacks names the inputs of a rule that are absent, and reports whether all of those
// are there in part.
func (e *evaluation) lacks(r *Rule) (names string, partly bool) {
	var lacking []string
	partly = true
	for _, need := range r.Needs {
		if p := inputs[need].have(e.env, &e.in.Facts); p != present {
			lacking = append(lacking, need)
			partly = partly && p == partial
		}
	}
	return strings.Join(lacking, ", "), partly && len(lacking) > 0
}

// hint says how to give the first input that is absent, else where the formula
// can be read.
func (e *evaluation) hint(r *Rule) string {
	for _, need := range r.Needs {
		if inputs[need].have(e.env, &e.in.Facts) != present {
			return inputs[need].hint
		}
	}
	return "enduse policy show " + r.ID
}

// fires evaluates the formula, if what the rule requires holds.
func (e *evaluation) fires(r *Rule) (bool, error) {
	if r.requires != nil {
		v, err := e.run(r, r.requires)
		if err != nil {
			return false, err
		}
		if yes, _ := v.(bool); !yes {
			return false, errUnmet
		}
	}
	if r.when == nil {
		return true, nil
	}
	v, err := e.run(r, r.when)
	if err != nil {
		return false, err
	}
	yes, _ := v.(bool)
	return yes, nil
}

// step counts an element that an expression looks at, and ends one that looks at
// too many. The virtual machine makes an error of its panic.
func (e *evaluation) step() bool {
	e.steps++
	e.all++
	switch {
	case e.steps > maxSteps:
		panic(fmt.Errorf("it looks at more than %d elements", maxSteps))
	case e.all > allSteps:
		panic(fmt.Errorf("the rules of this record look at more than %d elements", allSteps))
	case e.in.Stop != nil && e.all%stopEvery == 0:
		if err := e.in.Stop(); err != nil {
			panic(err)
		}
	}
	return true
}

// stopEvery is the number of steps between two calls of Stop.
const stopEvery = 64

func (e *evaluation) run(r *Rule, p *vm.Program) (any, error) {
	if e.in.Stop != nil {
		if err := e.in.Stop(); err != nil {
			return nil, err
		}
	}
	e.env.Params, e.steps = r.Params, 0
	v, err := e.vm.Run(p, e.env)
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		return nil, fmt.Errorf("the expression fails: %s", first)
	}
	return v, nil
}

// fired adds the finding, or the rule's question if it is not answered.
func (e *evaluation) fired(r *Rule, binds []route.Bind, subject string) {
	if r.Question != "" {
		switch strings.ToLower(strings.TrimSpace(e.in.Query.Shipment.Answers[r.ID])) {
		case r.FiresOn:
		case "yes", "no":
			return
		default:
			if e.asks(r) {
				e.Questions = append(e.Questions, enduse.Question{
					ID: r.ID, Text: r.Question, Citation: r.Cite(), Of: enduse.AskedCustomer, Party: e.env.Buyer.Name,
				})
			}
			return
		}
	}
	e.Findings = append(e.Findings, enduse.Finding{
		ID: r.ID, Severity: r.Severity, Subject: subject, Message: r.Message, Citation: r.Cite(),
		Evidence: enduse.GroundsOf(e.evidence(r)), Why: e.why(binds), Hint: r.Hint,
	})
}

// why says why the rule applies to this seller, and asks if that is not known.
func (e *evaluation) why(binds []route.Bind) string {
	if len(binds) == 0 {
		return "every seller: the rule belongs to no regime"
	}
	reasons := make([]string, len(binds))
	for i, b := range binds {
		reasons[i] = string(b.Regime) + ": " + b.Why
		if question := b.Question(); b.Applies == route.Unknown && !slices.Contains(e.Questions, question) {
			e.Questions = append(e.Questions, question)
		}
	}
	return strings.Join(reasons, "; ")
}

func (e *evaluation) evidence(r *Rule) map[string]any {
	if len(r.evidence) == 0 {
		return nil
	}
	m := map[string]any{}
	for _, p := range r.evidence {
		v, err := e.run(r, p.program)
		if err != nil {
			v = err.Error()
		}
		m[p.name] = v
	}
	return m
}
