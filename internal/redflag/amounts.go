package redflag

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// unread says why an amount that is given has no value.
func unread(name string, a enduse.Amount) []string {
	if why := a.Unread(); why != "" {
		return []string{name + " " + why}
	}
	return nil
}

// amountFields are the fields of expressions that hold amounts.
var amountFields = []string{"quantity", "value", "unit_value", "amount"}

// unreadAmounts names the amounts that a rule looks at and that could not be read.
// Such a rule is not evaluated: without them, its answer would be about 0.
func (e *evaluation) unreadAmounts(r *Rule) string {
	if !slices.ContainsFunc(amountFields, func(f string) bool { return r.names[f] }) {
		return ""
	}
	var found []string
	add := func(list string, all []string) {
		for _, u := range all {
			if field, _, _ := strings.Cut(u, " "); r.names[field] || field != "amount" && r.names["unit_value"] {
				found = append(found, list+u)
			}
		}
	}
	if r.names["item"] {
		add("", e.env.Item.unread)
	}
	if r.names["payment"] {
		add("", e.env.Payment.unread)
	}
	if r.names["items"] {
		for i := range e.env.Items {
			add("an item's ", e.env.Items[i].unread)
		}
	}
	if r.names["payments"] {
		for i := range e.env.Payments {
			add("a payment's ", e.env.Payments[i].unread)
		}
	}
	if r.names["history"] {
		for i := range e.env.History {
			add("a purchase's ", e.env.History[i].unread)
		}
	}
	if len(found) > maxShownFailures {
		found = append(found[:maxShownFailures], "...")
	}
	return strings.Join(found, ", ")
}
