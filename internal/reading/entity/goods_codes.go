package entity

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse/internal/goods"
)

// Codes of goods as trade papers state them, each after its label: those of the customs
// tariff and of control lists. The first group is the label with the code, the second
// the code.
var (
	tariffCode  = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:HS|HTS|HTSUS|HSN|TARIC|NCM|Schedule B|customs tariff|tariff|Zolltarif(?:nummer)?|Warennummer|SH|partida arancelaria|ТН ВЭД|код ТН ВЭД|海关编码|税则号列)(?i:[\s-]*(?:codes?|numbers?|nos?|headings?|subheadings?|ЕАЭС|编码))?[\s.:：#№=-]*(\d{4}(?:[. ]?\d{2}){1,3}))(?:[^\p{L}\p{N}]|$)`)
	controlCode = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:ECCN|export control classification number|dual-use (?:code|item))[\s.:：#=-]*(\d[A-E]\d{3}(?:\.[a-z0-9]+)*))(?:[^\p{L}\p{N}]|$)`)
)

// codedGoods returns the goods that a text states by a code.
func codedGoods(r *Tagged) (out []Mention) {
	mention := func(at []int, category, code string) {
		out = append(out, Mention{
			Kind: Goods, Start: at[2], End: at[3], Surface: r.Raw[at[2]:at[3]], Resolved: code,
			Leads: []Lead{{Category: category, Codes: []string{code}, Citation: "stated in the text"}},
		})
	}
	places := numberPlaces(r.Text)
	for at := range matchesIn(tariffCode, r.Raw, places) {
		code := r.Raw[at[4]:at[5]]
		all, _, errs := goods.ReadHS(strings.ReplaceAll(code, " ", ""))
		if len(all) == 1 && len(errs) == 0 {
			mention(at, "goods by their tariff code", "HS "+code)
		}
	}
	for at := range matchesIn(controlCode, r.Raw, places) {
		mention(at, "goods by their control number", r.Raw[at[4]:at[5]])
	}
	return out
}
