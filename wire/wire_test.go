package wire_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

func text(t *rapid.T, label string) string {
	return rapid.SampledFrom([]string{"", "x", "Aero Caribbean", "شخص مثال", "示例公司", "<b>&\"", "two\nlines", "=1+1", "a, b; c"}).Draw(t, label)
}

func word(t *rapid.T, label string) string { return "w" + text(t, label) }

func list[T any](t *rapid.T, label string, one func(*rapid.T, string) T) (out []T) {
	for i := range rapid.IntRange(0, 3).Draw(t, label+"s") {
		out = append(out, one(t, fmt.Sprintf("%s %d", label, i)))
	}
	return out
}

func date(t *rapid.T, label string) enduse.Date {
	return rapid.SampledFrom([]enduse.Date{enduse.Day(1971, 5, 2), {Year: 1971}, {Year: 1971, Month: 5}}).Draw(t, label)
}

func country(t *rapid.T, label string) enduse.Country {
	return rapid.SampledFrom([]enduse.Country{"CU", "RU", "CN"}).Draw(t, label)
}

func severity(t *rapid.T, label string) enduse.Outcome {
	return rapid.SampledFrom(enduse.Severities).Draw(t, label)
}

// score has the six decimals that the contract keeps.
func score(t *rapid.T, label string) float64 {
	return float64(rapid.IntRange(0, 1_000_000).Draw(t, label)) / 1e6
}

func gap(t *rapid.T, label string) enduse.Gap {
	return enduse.Gap{What: word(t, label), Why: word(t, label), Hint: text(t, label)}
}

func evidence(t *rapid.T, label string) enduse.Evidence {
	e := enduse.Evidence{
		Kind:  rapid.SampledFrom([]enduse.EvidenceKind{enduse.EvidenceName, enduse.EvidenceCountry, enduse.EvidenceBirthDate}).Draw(t, label),
		Query: text(t, label), Listed: text(t, label), Method: word(t, label), Weight: score(t, label), Contribution: score(t, label) - 0.5,
	}
	e.Alignment = list(t, label+" pairing", func(t *rapid.T, label string) enduse.Pairing {
		return enduse.Pairing{Query: text(t, label), Listed: text(t, label), Method: "same", Alike: score(t, label), Share: score(t, label), Part: score(t, label)}
	})
	return e
}

func entity(t *rapid.T, label string) *enduse.Entity {
	e := &enduse.Entity{
		ID: enduse.EntityID("own:" + word(t, label)), Source: "own", List: rapid.SampledFrom([]enduse.ListID{"own", "ofac-sdn"}).Draw(t, label),
		Schema: rapid.SampledFrom(enduse.Schemas).Draw(t, label), Record: text(t, label), Remarks: text(t, label),
		BirthDates: list(t, label+" born", date), Countries: list(t, label+" country", country), Nationalities: list(t, label+" nationality", country),
		Addresses: list(t, label+" address", func(t *rapid.T, label string) enduse.Address {
			return enduse.Address{Street: text(t, label), City: word(t, label), Country: country(t, label)}
		}),
		Identifiers: list(t, label+" id", func(t *rapid.T, label string) enduse.Identifier {
			return enduse.Identifier{Kind: rapid.SampledFrom(enduse.IdentifierKinds).Draw(t, label), Value: word(t, label), Country: country(t, label)}
		}),
		Designations: list(t, label+" designation", func(t *rapid.T, label string) enduse.Designation {
			return enduse.Designation{
				List:    rapid.SampledFrom([]enduse.ListID{"own", "ofac-sdn", "un-sc"}).Draw(t, label),
				Program: text(t, label), Measures: list(t, label+" measure", func(t *rapid.T, label string) enduse.Measure {
					return rapid.SampledFrom(enduse.Measures).Draw(t, label)
				}),
			}
		}),
	}
	e.Names = append(list(t, label+" name", func(t *rapid.T, label string) enduse.Name {
		return enduse.Name{Text: word(t, label), Kind: rapid.SampledFrom(enduse.NameKinds).Draw(t, label)}
	}), enduse.Name{Text: "LAST NAME", Kind: enduse.NameAlias})
	return e
}

func hit(t *rapid.T, label string) enduse.Hit {
	e := entity(t, label)
	h := enduse.Hit{
		Entity: e, Matched: rapid.SampledFrom(e.Names).Draw(t, label+" matched"),
		Score: enduse.Score{LogOdds: score(t, label), Value: score(t, label), Probability: score(t, label)},
		Match: rapid.Bool().Draw(t, label), NotInForce: rapid.Bool().Draw(t, label), Evidence: append(list(t, label+" evidence", evidence), evidence(t, label)),
	}
	if rapid.Bool().Draw(t, label+" members") {
		other := entity(t, label+" member")
		other.ID = "us-csl:7"
		h.Members = []*enduse.Entity{e, other}
	}
	if rapid.Bool().Draw(t, label) {
		h.Identity, h.IdentityBy = true, "a strong identifier"
	}
	if rapid.Bool().Draw(t, label) {
		n := rapid.IntRange(0, 100).Draw(t, label)
		h.OFACScore = &n
	}
	return h
}

func party(t *rapid.T, label string) enduse.PartyResult {
	p := enduse.PartyResult{Party: enduse.Party{Role: rapid.SampledFrom(enduse.Roles).Draw(t, label), Name: text(t, label)}, Hits: list(t, label+" hit", hit)}
	p.Total = len(p.Hits) + rapid.IntRange(0, 3).Draw(t, label)
	if rapid.Bool().Draw(t, label) {
		p.Party.Countries, p.Party.BirthDate, p.Party.Email = list(t, label+" country", country), date(t, label), text(t, label)
	}
	return p
}

func grounds(t *rapid.T, label string) (g enduse.Grounds) {
	switch rapid.IntRange(0, 4).Draw(t, label) {
	case 0:
		by, value := text(t, label), score(t, label)
		g.Hits = &enduse.HitGrounds{Entities: []enduse.EntityID{"own:1"}, Identity: &by, Score: &value}
	case 1:
		g.Codes = &enduse.CodeGrounds{Codes: []string{"854231"}, List: "chpl", Tier: "1"}
	case 2:
		g.Path = &enduse.PathGrounds{Path: []enduse.Interest{{Kind: enduse.InterestOwnership, Owner: "own:1", AssetName: word(t, label)}}}
	case 3:
		g.Values = map[string]any{"days": 12.0, "name": word(t, label)}
	}
	return g
}

func finding(t *rapid.T, label string) enduse.Finding {
	return enduse.Finding{
		ID: "party." + word(t, label), Severity: severity(t, label), Subject: rapid.SampledFrom([]string{"item 1", "party x"}).Draw(t, label),
		Message: word(t, label), Citation: word(t, label), Why: text(t, label), Hint: text(t, label), Evidence: grounds(t, label),
	}
}

func verdict(t *rapid.T) enduse.Verdict {
	day := date(t, "published")
	v := enduse.Verdict{
		Gaps: list(t, "gap", gap), Parties: list(t, "party", party), NotEvaluated: list(t, "not evaluated", gap), Notes: list(t, "note", word),
		Findings: list(t, "finding", finding),
		Items: list(t, "item", func(t *rapid.T, label string) enduse.ItemResult {
			return enduse.ItemResult{Item: enduse.Item{Line: 1, Description: text(t, label)}, Codes: list(t, label+" code", word)}
		}),
		Questions: list(t, "question", func(t *rapid.T, label string) enduse.Question {
			return enduse.Question{ID: word(t, label), Text: word(t, label), Citation: word(t, label)}
		}),
		Stamp: enduse.Stamp{
			Engine: "test", Policy: "sha256:" + strings.Repeat("0", 64), AsOf: enduse.Day(2026, 8, 5), Prior: 0.1, Tables: map[string]string{"frequency": "sha256:" + strings.Repeat("1", 64)},
			Editions: list(t, "edition", func(t *rapid.T, _ string) enduse.EditionStamp {
				return enduse.EditionStamp{List: "own", Source: "own", Digest: "sha256:" + strings.Repeat("2", 64), Published: &day, Entities: 3, State: enduse.StateFresh}
			}),
		},
	}
	if rapid.Bool().Draw(t, "route") {
		v.Route = enduse.Route{Origin: country(t, "origin"), Destination: country(t, "destination"), Transit: list(t, "transit", country)}
	}
	if rapid.Bool().Draw(t, "options") {
		threshold := score(t, "threshold")
		v.Stamp.Options = enduse.Options{Threshold: &threshold, Limit: 10, Scorer: "ofac"}
	}
	v.Conclude()
	return v
}

func encode(t require, v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return b
}

type require interface{ Fatalf(string, ...any) }

// TestRoundTrip: what is written of a verdict follows the schema, reads back as the
// same value, and the verdict that it is read back into is written as the same bytes.
func TestRoundTrip(t *testing.T) {
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "schemas", "screen-result.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		v := verdict(t)
		r := wire.FromVerdict(&v)
		r.Row, r.ID, r.File = rapid.IntRange(0, 99).Draw(t, "row"), text(t, "id"), text(t, "file")
		r.Rank, r.SameAsRow, r.LeftOut = rapid.IntRange(0, 9).Draw(t, "rank"), rapid.IntRange(0, 3).Draw(t, "same as"), text(t, "left out")
		r.Own = list(t, "cell", func(t *rapid.T, label string) wire.Cell {
			return wire.Cell{Header: word(t, label), Value: text(t, label)}
		})
		if rapid.Bool().Draw(t, "stamped in the head") {
			r.StampDigest, r.Stamp = wire.DigestOf(r.Stamp), enduse.Stamp{}
		}
		b := encode(t, r)
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
		if err != nil {
			t.Fatalf("%v", err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		var back wire.Result
		if err := json.Unmarshal(b, &back); err != nil {
			t.Fatalf("%v\n%s", err, b)
		}
		if again := encode(t, back); !bytes.Equal(again, b) {
			t.Fatalf("read and written again:\n%s\nwas\n%s", again, b)
		}
		w := back.Verdict()
		if w.Conclude(); w.Outcome != v.Outcome || w.Complete != v.Complete {
			t.Fatalf("the outcome is %s, was %s", w.Outcome, v.Outcome)
		}
		again := wire.FromVerdict(&w)
		again.Row, again.ID, again.File = r.Row, r.ID, r.File
		again.Rank, again.SameAsRow, again.LeftOut, again.Own, again.StampDigest = r.Rank, r.SameAsRow, r.LeftOut, r.Own, r.StampDigest
		if got := encode(t, again); !bytes.Equal(got, b) {
			t.Fatalf("through the verdict:\n%s\nwas\n%s", got, b)
		}
	})
}

// TestFault: a result without a verdict has its short form, and reads back.
func TestFault(t *testing.T) {
	r := wire.FromFault(wire.Fault{Field: "birth_date", Message: "no date <x>", Hint: "write 1990-12-31"})
	r.Row, r.ID = 7, "PO-4"
	b := encode(t, r)
	want := `{"row":7,"id":"PO-4","outcome":"incomplete","complete":false,"error":{"field":"birth_date","message":"no date \u003cx\u003e","hint":"write 1990-12-31"}}`
	if string(b) != want {
		t.Errorf("%s", b)
	}
	var back wire.Result
	if err := json.Unmarshal(b, &back); err != nil || !reflect.DeepEqual(back, r) {
		t.Errorf("%+v, %v", back, err)
	}
	if v := back.Verdict(); v.Outcome != enduse.Incomplete || v.Complete {
		t.Errorf("a fault has the verdict %+v", v)
	}
}

func ExampleFromVerdict() {
	v := enduse.Verdict{Gaps: []enduse.Gap{{What: "list un-sc", Why: "required and not imported"}}}
	v.Conclude()
	r := wire.FromVerdict(&v)
	fmt.Println(r.Outcome, r.NotChecked)
	// Output: incomplete [list un-sc: required and not imported]
}
