package intake

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// amounts settles how the amounts of a file are read: one of them can show whether
// the file separates decimals with a point or a comma.
type amounts struct {
	mark enduse.DecimalMark
	open string // the first amount that can be read both ways
}

// add learns from one amount.
func (a *amounts) add(text string) {
	a.mark = a.mark.With(text)
	if a.open == "" && enduse.IsAmbiguous(text) {
		a.open = text
	}
}

// settle ends the learning and returns a note if there is something to say. Numbers
// of JSON and of workbooks have a point whatever the texts next to them have: there a
// comma settles nothing.
func (a *amounts) settle(kind table.Kind) (note string) {
	if kind != table.CSV && a.mark == enduse.MarkComma {
		a.mark = enduse.MarkMixed
	}
	if a.open == "" {
		return ""
	}
	read := a.mark.Parse(a.open)
	switch a.mark {
	case enduse.MarkPoint, enduse.MarkComma:
		mark := map[enduse.DecimalMark]string{enduse.MarkPoint: "point", enduse.MarkComma: "comma"}[a.mark]
		return fmt.Sprintf("amounts are read with a decimal %s, as other amounts of the file show: %s is %s", mark, a.open, read.Decimal())
	case enduse.MarkMixed:
		return "amounts have both a decimal point and a decimal comma: one that can be read both ways is not used, such as " + a.open
	case enduse.MarkUnknown:
	}
	return fmt.Sprintf("%s is read as %s: no amount of the file shows whether the decimals follow a point or a comma", a.open, read.Decimal())
}

// amount reads the first amount of a field with the decimal mark of the file.
func (v *values) amount(f field, t *rowIssues) enduse.Amount { return t.mark.Parse(v.first(f)) }

// amountFields are the fields of goods that are amounts.
func amountFields() (out []field) {
	for _, f := range itemFields {
		if f.amount {
			out = append(out, f.columns...)
		}
	}
	return out
}
