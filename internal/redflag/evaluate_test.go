package redflag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
)

// TestNoDay: without a day nothing is evaluated, and that is told of each rule.
func TestNoDay(t *testing.T) {
	rules := allRules(t)
	got := Evaluate(rules, Input{})
	if len(got.NotEvaluated) != len(rules) || len(got.Findings)+len(got.Questions) > 0 {
		t.Errorf("%d of %d rules told, findings %v", len(got.NotEvaluated), len(rules), got.Findings)
	}
}

// TestFailingExpression: an expression that fails on the values is a gap, not an
// answer.
func TestFailingExpression(t *testing.T) {
	rules, err := load(nil, "- {id: my.rule, when: 'history[5].value > 1', message: m, severity: review, citation: c}")
	if err != nil {
		t.Fatal(err)
	}
	got := Evaluate(rules, Input{Query: enduse.Query{AsOf: enduse.Day(2024, 6, 1)}})
	if len(got.NotEvaluated) != 0 || len(got.Gaps) != 1 || !strings.Contains(got.Gaps[0].Why, "the expression fails") {
		t.Errorf("got %+v", got)
	}
}

// TestFindingIsWhole: a finding says what, of whom, by what, and why it applies.
func TestFindingIsWhole(t *testing.T) {
	for _, c := range scenarios(t) {
		in := c.Input()
		first := Evaluate(allRules(t), in)
		for _, f := range first.Findings {
			if f.ID == "" || f.Subject == "" || f.Message == "" || f.Citation == "" || f.Why == "" || f.Severity != enduse.Review && f.Severity != enduse.Lead {
				t.Errorf("%s: %+v", c.Name, f)
			}
			for k, v := range f.Evidence.Values {
				if text, ok := v.(string); ok && strings.Contains(text, "expression fails") {
					t.Errorf("%s: evidence %s: %s", c.Name, k, text)
				}
			}
		}
		for _, g := range first.NotEvaluated {
			if g.Hint == "" {
				t.Errorf("%s: %+v has no hint", c.Name, g)
			}
		}
		if diff := cmp.Diff(first, Evaluate(allRules(t), in)); diff != "" {
			t.Errorf("%s: another answer the second time: %s", c.Name, diff)
		}
	}
}

// TestQuestionOfProfileOnce: a regime that may bind is asked about once.
func TestQuestionOfProfileOnce(t *testing.T) {
	in := Input{Query: enduse.Query{AsOf: enduse.Day(2024, 6, 1)}}
	in.Query.Shipment.Parties = []enduse.Party{
		{Role: enduse.RoleConsignee, Name: "EXAMPLE Trading", Email: "a@gmail.com"}, {Role: enduse.RoleEndUser, Name: "EXAMPLE", Email: "b@gmail.com"},
	}
	n := map[string]int{}
	for _, q := range Evaluate(allRules(t), in).Questions {
		n[q.ID]++
	}
	if n["profile.us"] != 1 || n["profile.eu"] != 1 || n["profile.uk"] != 1 || n["profile.un"] != 0 {
		t.Errorf("asked %v", n)
	}
}

// TestPartOfTheHistory: a caller hands in this customer's purchases only, and says
// of the whole history when it begins and who bought the same goods.
func TestPartOfTheHistory(t *testing.T) {
	in := Input{Query: enduse.Query{AsOf: enduse.Day(2025, 6, 1), HistoryFrom: enduse.Day(2020, 1, 1)}, Facts: Facts{
		CHPL:       func(string) string { return "1" },
		Bought:     func(enduse.Item) []enduse.Purchase { return []enduse.Purchase{{Party: "EXAMPLE Listed"}} },
		ListedName: func(name string) []string { return map[string][]string{"EXAMPLE Listed": {"listed"}}[name] },
	}}
	in.Query.Shipment = enduse.Shipment{
		Parties: []enduse.Party{{Role: enduse.RoleCustomer, Name: "EXAMPLE Works"}}, Items: []enduse.Item{{Line: 1, HS: "854231"}},
	}
	count := func() (fired int, gaps int) {
		r := Evaluate(allRules(t), in)
		for _, f := range r.Findings {
			if f.ID == "rf.new_goods" || f.ID == "rf.takes_over" {
				fired++
			}
		}
		for _, g := range r.NotEvaluated {
			if g.What == "rf.new_goods" || g.What == "rf.takes_over" {
				gaps++
			}
		}
		return fired, gaps
	}
	if fired, gaps := count(); fired != 0 || gaps != 2 {
		t.Errorf("no history: %d fired, %d not evaluated", fired, gaps)
	}
	in.Query.History = []enduse.Purchase{}
	if fired, gaps := count(); fired != 2 || gaps != 0 {
		t.Errorf("nothing of this customer: %d fired, %d not evaluated", fired, gaps)
	}
}

// TestUnreadAmounts: a rule that looks at an amount that could not be read is not
// evaluated, and says which one it is; other rules and other items are.
func TestUnreadAmounts(t *testing.T) {
	rules, err := load(nil, `
- {id: my.item, each: item, when: item.value < 100, message: m, severity: review, citation: c}
- {id: my.sum, when: 'sum(history, .value) < 100', message: m, severity: review, citation: c}
- {id: my.paid, when: 'any(payments, .amount < 100)', message: m, severity: review, citation: c}
- {id: my.unit, each: item, when: item.unit_value == 0, message: m, severity: review, citation: c}
- {id: my.other, each: item, when: 'item.description == ""', message: m, severity: review, citation: c}
`)
	if err != nil {
		t.Fatal(err)
	}
	mixed := enduse.MarkMixed.Parse
	in := Input{Query: enduse.Query{AsOf: enduse.Day(2024, 6, 1)}}
	in.Query.Shipment.Items = []enduse.Item{{Value: mixed("12.5")}, {Value: mixed("1.234"), Quantity: mixed("2")}, {Quantity: mixed("a few")}}
	in.Query.Shipment.Payments = []enduse.Payment{{Amount: mixed("on delivery")}}
	in.Query.History = []enduse.Purchase{{Value: mixed("50")}, {Quantity: mixed("?"), Value: mixed("1,234")}}
	got := Evaluate(rules, in)
	var fired, gaps []string
	for _, f := range got.Findings {
		fired = append(fired, f.ID+" "+f.Subject)
	}
	for _, g := range got.NotEvaluated {
		gaps = append(gaps, g.What+" "+g.Why)
	}
	if diff := cmp.Diff([]string{
		"my.item item 1", "my.item item 3", "my.unit item 1", "my.other item 1", "my.other item 2", "my.other item 3",
	}, fired); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		`my.item not read: item 2: value "1.234" may be 1.234 or 1234`,
		`my.sum not read: shipment: a purchase's value "1,234" may be 1234 or 1.234`,
		`my.paid not read: shipment: a payment's amount "on delivery" is not a number`,
		`my.unit not read: item 2: value "1.234" may be 1.234 or 1234; item 3: quantity "a few" is not a number`,
	}, gaps); diff != "" {
		t.Error(diff)
	}
}
