package mention

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse/internal/goods"
)

// Codes of goods as trade papers state them: of the customs tariff and of control
// lists, each behind its label. The first group is the label with the code, the
// second the code.
var (
	tariffCode  = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:HS|HTS|HTSUS|HSN|TARIC|NCM|Schedule B|customs tariff|tariff|Zolltarif(?:nummer)?|Warennummer|SH|partida arancelaria|ТН ВЭД|код ТН ВЭД|海关编码|税则号列)(?i:[\s-]*(?:codes?|numbers?|nos?|headings?|subheadings?|ЕАЭС|编码))?[\s.:：#№=-]*(\d{4}(?:[. ]?\d{2}){1,3}))(?:[^\p{L}\p{N}]|$)`)
	controlCode = regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:ECCN|export control classification number|dual-use (?:code|item))[\s.:：#=-]*(\d[A-E]\d{3}(?:\.[a-z0-9]+)*))(?:[^\p{L}\p{N}]|$)`)
)

// codes returns the goods that a text states by a code.
func (r *reader) codes() (out []Mention) {
	near := r.numberPlaces()
	for at := range matches(tariffCode, r.raw, near) {
		all, _, errs := goods.ReadHS(strings.ReplaceAll(r.raw[at[4]:at[5]], " ", ""))
		if len(all) != 1 || len(errs) > 0 {
			continue
		}
		out = append(out, r.coded(at, "goods by their tariff code", "HS "+r.raw[at[4]:at[5]]))
	}
	for at := range matches(controlCode, r.raw, near) {
		out = append(out, r.coded(at, "goods by their control number", r.raw[at[4]:at[5]]))
	}
	return out
}

func (r *reader) coded(at []int, category, code string) Mention {
	return Mention{
		Kind: Goods, Start: at[2], End: at[3], Surface: r.raw[at[2]:at[3]], Resolved: code,
		Leads: []Lead{{Category: category, Codes: []string{code}, Citation: "stated in the text"}},
	}
}
