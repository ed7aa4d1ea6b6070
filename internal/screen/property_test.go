package screen_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/screen"
)

// TestStampHoldsTheOptions asks random questions with random options, each twice:
// equal queries with equal stamps give equal bytes, so what gives another answer is in
// the stamp.
func TestStampHoldsTheOptions(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 7))
	whoever := []*enduse.Entity{
		frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze), frozen("ofac-sdn:2", "Listed Example Work", enduse.MeasureRedFlag),
		frozen("ofac-sdn:3", "Exemplary Listed Shipping", enduse.MeasureAssetFreeze), frozen("ofac-sdn:4", "Lysted Exampel Warks"),
	}
	checked := goods.New(goods.Tables{Lists: []*goods.ControlList{{
		ID: goods.CHPL, Title: "Example List", Citation: "Example Notice", Kind: goods.KindLead, Severity: enduse.Review,
		Entries: []goods.Entry{{System: goods.HS2022, Code: "854231", Tier: "1"}},
	}}})
	answers, asked := map[string]string{}, map[string]string{}
	again := 0
	var editions []*lists
	for n := 2; n <= len(whoever); n++ {
		l := whole(whoever[:n]...)
		l.snapshot.Stamps = []enduse.EditionStamp{{List: "ofac-sdn", Digest: strconv.Itoa(n)}}
		failed := *l
		failed.snapshot.Failed = []enduse.Gap{{What: "source own", Why: "damaged"}}
		editions = append(editions, l, l, l, &failed)
	}
	for range 1000 {
		l := editions[r.IntN(len(editions))]
		o := options(r)
		if r.IntN(2) == 0 {
			o.Goods, o.GoodsTables = checked, map[string]string{"goods.chpl": "sha256:1"}
		}
		q := question(r)
		v := verdict(t, l, o, q)
		key := text(t, q) + text(t, v.Stamp)
		answer := answerOf(t, &v)
		if before, ok := answers[key]; ok {
			again++
			if before != answer {
				t.Fatalf("two answers to %s\nwith %s and with %+v:\n%s\n%s", key, asked[key], o.Options, before, answer)
			}
		}
		answers[key], asked[key] = answer, fmt.Sprintf("%+v", o.Options)
	}
	if again < 40 {
		t.Errorf("only %d questions were asked twice", again)
	}
}

func options(r *rand.Rand) (o screen.Options) {
	pick := func(values ...float64) *float64 {
		if v := values[r.IntN(len(values))]; v >= 0 {
			return &v
		}
		return nil
	}
	o.Threshold, o.MinScore, o.Limit = pick(-1, 0.7, 1), pick(-1, 0.7, 0, 0.97), r.IntN(2)
	if r.IntN(3) == 0 {
		o.Scorer = screen.ScorerOFAC
	}
	return o
}

func question(r *rand.Rand) enduse.Query {
	names := []string{"Listed Example Works", "Listed Exampel Work", "Nobody At All"}
	q := ask(names[r.IntN(len(names))])
	if r.IntN(2) == 0 {
		q.Shipment.Parties = append(q.Shipment.Parties, ask(names[r.IntN(len(names))]).Shipment.Parties...)
	}
	if r.IntN(2) == 0 {
		q.Shipment.Items = []enduse.Item{{HS: "854231", Value: enduse.NewAmount("1.234")}}
		q.Shipment.Route.Destination = []enduse.Country{"AE", "FR"}[r.IntN(2)]
	}
	if r.IntN(3) == 0 {
		q.Shipment.Texts = []enduse.Text{{Field: "remarks", Text: "for Exemplary Listed Shipping"}}
	}
	return q
}

func text(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// answerOf is a verdict with what its JSON leaves out of hits.
func answerOf(t *testing.T, v *enduse.Verdict) string {
	t.Helper()
	all := text(t, v)
	for _, p := range v.Parties {
		for _, h := range p.Hits {
			all += text(t, []any{h.Entity, h.Matched, h.Score, h.SameName})
		}
	}
	return all
}
