package reading

import (
	"crypto/sha256"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/testkit"
)

// TestNews reads a page of news as it was scraped. The golden file holds who says
// what, with digests in place of the words.
func TestNews(t *testing.T) {
	f, err := os.Open(testkit.Data(t, "text/news_article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	all, err := theReader().Read(t.Context(), "news_article.txt", f)
	if err != nil || len(all) != 1 {
		t.Fatalf("%d, %v", len(all), err)
	}
	r := &all[0]
	var b strings.Builder
	digest := func(s string) string { return fmt.Sprintf("%.4x", sha256.Sum256([]byte(s))) }
	fmt.Fprintf(&b, "title %s\nsource %s\nlanguage %s\ntext %d bytes %s\nboilerplate %d\nrelevance %.2f\n", digest(r.Title), r.Source, r.Language, len(r.Text), digest(r.Text), len(r.Boilerplate), r.Relevance)
	for _, s := range r.Statements {
		fmt.Fprintf(&b, "statement %4d-%4d %s | %s | %s | %s | to %s | %v | %s\n", s.Start, s.End, s.Speaker.Resolved, s.Class, s.Kind, s.Modality, s.Addressee, s.Events, digest(s.Text))
	}
	for _, m := range r.Mentions {
		fmt.Fprintf(&b, "mention %4d-%4d %s %s %s\n", m.Start, m.End, m.Kind, m.Country, digest(m.Resolved))
	}
	for _, c := range r.Corridors {
		fmt.Fprintf(&b, "corridor %s > %s\n", c.From, c.To)
	}
	testkit.Golden(t, "news.golden", []byte(b.String()))

	speakers := map[string]int{}
	denial, possible, leads := false, false, []string{}
	for _, s := range r.Statements {
		speakers[s.Speaker.Resolved]++
		denial = denial || s.Class == attribution.Denied && s.Modality == attribution.Negated && slices.Contains(s.Events, attribution.SupplyDenied)
		possible = possible || s.Modality == attribution.Possible && slices.Contains(s.Events, attribution.SanctionThreatened)
	}
	for _, m := range r.Mentions {
		for _, l := range m.Leads {
			leads = append(leads, l.Category)
		}
		if m.Kind == entity.ListedParty {
			t.Errorf("%q is said to be listed", m.Surface)
		}
	}
	if len(r.Statements) < 12 || speakers["Anthony Blinken"] < 8 || speakers["China"] < 2 || speakers["US officials"] != 1 {
		t.Errorf("%d statements by %v", len(r.Statements), speakers)
	}
	if !denial || !possible {
		t.Errorf("denial %v, possible sanction %v", denial, possible)
	}
	for _, want := range []string{"electronic components", "defence technology", "missile technology"} {
		if !slices.Contains(leads, want) {
			t.Errorf("no goods lead to %s: %v", want, leads)
		}
	}
	if !slices.ContainsFunc(r.Corridors, func(c corridor.Corridor) bool { return c.From == "CN" && c.To == "RU" }) {
		t.Errorf("corridors %v", r.Corridors)
	}
}
