package reading_test

import (
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
)

// numberedLists are fictitious entities with numbers of their own.
func numberedLists() *entity.Lists {
	add := func(id string, schema enduse.Schema, country enduse.Country, name string, ids ...enduse.Identifier) *enduse.Entity {
		return &enduse.Entity{
			ID: enduse.EntityID("example:" + id), Source: "example", List: "example", Schema: schema,
			Names: []enduse.Name{{Text: name, Kind: enduse.NamePrimary}}, Countries: []enduse.Country{country}, Identifiers: ids,
		}
	}
	x := index.SetOf(index.Build([]*enduse.Entity{
		add("ship", enduse.SchemaVessel, "IR", "ZARVOTEK STAR", checkdigit.Identifier(enduse.IDIMO, "IMO 9074729", "")),
		add("firm", enduse.SchemaCompany, "RU", "Zarvotek-Qarvel Corp", checkdigit.Identifier(enduse.IDINN, "7707083893", "RU"), checkdigit.Identifier(enduse.IDLEI, "5493001KJTIIGC8Y1R12", "")),
		add("man", enduse.SchemaPerson, "IR", "QARVELLI, Xobbat Ummek", checkdigit.Identifier(enduse.IDPassport, "X7654321", "IR")),
		add("wallet", enduse.SchemaCompany, "RU", "Zumbotti Exchange", checkdigit.Identifier(enduse.IDWallet, "0x00000000219ab540356cBB839Cbe05303d7705Fa", "")),
		add("ministry", enduse.SchemaCompany, "BY", "Ministry of Defence"),
		add("form", enduse.SchemaCompany, "BY", "Joint Stock Company"),
		add("form2", enduse.SchemaCompany, "BY", "Общество с ограниченной ответственностью"),
	}))
	return entity.NewLists(x, &match.Matcher{Index: x, Weights: policy.Default().Weights})
}

// TestPapers holds which listed parties are found in trade papers and by numbers.
func TestPapers(t *testing.T) {
	finder := reading.NewFinder(numberedLists())
	for _, tt := range []struct{ text, entity string }{
		{"The tanker NEW NAME (IMO 9074729) called at a port.", "ship"},
		{"M/V NEW NAME, IMO No. 9074729, sailed.", "ship"},
		{"Der Tanker NEUNAME (IMO-Nummer: 9074729) lief aus.", "ship"},
		{"Танкер НОВЫЙ (ИМО 9074729) вышел.", "ship"},
		{"El petrolero NUEVO (IMO: 9074729) zarpó.", "ship"},
		{"Le pétrolier NOUVEAU, IMO n° 9074729, est parti.", "ship"},
		{"油轮（IMO：9074729）离港。", "ship"},
		{"Payment to a firm, INN 7707083893.", "firm"},
		{"Оплата: ИНН 7707083893, Москва.", "firm"},
		{"Account holder LEI 5493001KJTIIGC8Y1R12.", "firm"},
		{"The reference 5493001KJTIIGC8Y1R12 was on it.", "firm"},
		{"Coins went to 0x00000000219ab540356cBB839Cbe05303d7705Fa on Monday.", "wallet"},
		{"The Iranian with passport no. X7654321 was seen.", "man"},
		{"CONSIGNEE: ZARVOTEK-QARVEL CORP, MOSCOW", "firm"},
		{"consignee: zarvotek-qarvel corp, moscow", "firm"},
		{"Empfänger: Zarvotek-Qarvel Corp", "firm"},
		{"Acheteur : ZARVOTEK-QARVEL CORP", "firm"},
		{"COMPRADOR: ZARVOTEK-QARVEL CORP", "firm"},
		{"Покупатель: ZARVOTEK-QARVEL CORP", "firm"},
		{"NOTIFY PARTY: ZARVOTEK-QARVEL CORP", "firm"},
		{"THE GOODS WENT TO ZARVOTEK-QARVEL CORP IN MAY.", "firm"},
		{"The Ministry of Defence of Belarus bought it.", "ministry"},

		{"The Ministry of Defence bought it.", ""},
		{"The Ministry of Defence of Norway bought it.", ""},
		{"A Joint Stock Company and another Company, an LLC.", ""},
		{"Общество с ограниченной ответственностью «Пример» поставило товар.", ""},
		{"Invoice 9074729 and order 7707083893 were paid.", ""},
		{"IMO 9074730 is another ship.", ""},
		{"Telephone 7707083893, room 9074729.", ""},
		{"Passport X1234567 was lost.", ""},
		{"The amount was 9,074,729 roubles.", ""},
		{"The zarvotek and the qarvel corp are words.", ""},
	} {
		got := ""
		for _, m := range finder.Find(tt.text, "") {
			if m.Kind == entity.ListedParty && !m.Uncertain {
				got = string(m.Parties[0].Entity)
			}
		}
		if want := tt.entity; want != "" && got != "example:"+want || want == "" && got != "" {
			t.Errorf("%q: %q, want %q", tt.text, got, want)
		}
	}
}

// TestLabels holds that a label of a trade paper is nobody, and that codes are goods.
func TestLabels(t *testing.T) {
	finder := reading.NewFinder(nil)
	for text, want := range map[string]string{
		"NOTIFY PARTY: same as above":          "",
		"Notify Party: the same":               "",
		"Issuing Bank: see above":              "",
		"HS CODE 8542.31, two boxes":           "HS CODE 8542.31",
		"HS: 854231":                           "HS: 854231",
		"Zolltarifnummer 8542 31 10":           "Zolltarifnummer 8542 31 10",
		"Код ТН ВЭД 8542319010":                "Код ТН ВЭД 8542319010",
		"海关编码：8542319000":                      "海关编码：8542319000",
		"ECCN: 3A001.a.1 applies":              "ECCN: 3A001.a.1",
		"Room 8542.31 is on the third floor":   "",
		"Le code SH 8542.31 figure au dossier": "SH 8542.31",
	} {
		got := ""
		for _, m := range finder.Find(text, "") {
			if m.Kind == entity.Organization || m.Kind == entity.Goods {
				got = m.Surface
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
