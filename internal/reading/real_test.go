package reading_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/snapshot"
	"github.com/enduse/enduse/internal/testkit"
)

// day is when the lists were the newest.
var day = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

// realLists are the lists that are searched.
var realLists = [][]string{
	{"ofac", "2026-08"},
	{"ofac", "consolidated_nonSDN_2025-03-28.xml"},
	{"us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"},
	{"us_csl_ccl", "bis_dpl_2019.txt"},
	{"un", "UN_consolidated_2026-08-02.xml"},
	{"canada", "sema-lmes_2025.xml"},
	{"australia", "dfat_regulation8_consolidated_2026-08.xlsx"},
	{"opensanctions", "ua_war_sanctions_targets.simple_2026-03-13.csv"},
	{"jp_cn_lists", "jp.json"},
}

// listsOf imports the real lists.
func listsOf(t testing.TB) (*index.Set, *match.Matcher) {
	t.Helper()
	p := policy.Default()
	store := edition.Open(t.TempDir(), func() time.Time { return day }, p.MaxAge)
	var files []string
	for _, path := range realLists {
		files = append(files, testkit.Data(t, path...))
	}
	if _, err := store.Import(t.Context(), files, edition.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	lists, err := snapshot.New(store).Snapshot(t.Context(), enduse.DateOf(day))
	if err != nil {
		t.Fatal(err)
	}
	return lists.Index, &match.Matcher{Index: lists.Index, Weights: p.Weights, NameBirthPlace: p.Identity.Person}
}

// abstracts reads texts that have nothing to do with sanctions.
func abstracts(t testing.TB) (out []string) {
	t.Helper()
	b, err := os.ReadFile(testkit.Data(t, "text", "federal_register_other_abstracts.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Summary string }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		out = append(out, row.Summary)
	}
	return out
}

// TestRealNames puts listed names into texts that have none, and holds what is
// found to the golden figures: of names of several words, of single words, and in
// the texts as they are. Nobody is reported in the article, which names nobody
// listed.
func TestRealNames(t *testing.T) {
	texts := abstracts(t)
	lists, matcher := listsOf(t)
	finder := reading.NewFinder(entity.NewLists(lists, matcher))
	var report strings.Builder

	sure, unsure := 0, 0
	for _, text := range texts {
		for _, m := range listedOf(finder, text) {
			if m.Uncertain {
				unsure++
			} else {
				sure++
				t.Logf("named in a text as it is: %q, listed %q", m.Surface, m.Resolved)
			}
		}
	}
	fmt.Fprintf(&report, "untouched abstracts %d: listed parties %d sure, %d uncertain\n", len(texts), sure, unsure)
	if sure > len(texts)/100 {
		t.Errorf("%d listed parties in %d texts that name none: more than 1 in 100", sure, len(texts))
	}

	several, single := func(n int) bool { return n > 1 }, func(n int) bool { return n == 1 }
	asIs := func(s string) string { return s }
	for _, k := range []struct {
		what       string
		fits       func(words int) bool
		name, text func(string) string
		draws      int
	}{
		{"of two words or more", several, asIs, asIs, 2000},
		{"of one word", single, asIs, asIs, 2000},
		{"of two words or more, with capitals as in prose", several, asInProse, asIs, 500},
		{"of two words or more, in a text in capitals", several, strings.ToUpper, strings.ToUpper, 500},
	} {
		found, sure, all := inserted(t, finder, lists, texts, k.fits, k.name, k.text, k.draws)
		fmt.Fprintf(&report, "names %s: %d of %d found, %d of them sure\n", k.what, found, all, sure)
		if k.draws == 2000 && k.fits(2) && found < all*98/100 {
			t.Errorf("%d of %d names of several words found: less than 98 of 100", found, all)
		}
	}

	for _, m := range listedOf(finder, article(t)) {
		t.Errorf("the article names %q, which is taken for the listed %q", m.Surface, m.Resolved)
	}
	testkit.Golden(t, "real_names.golden", []byte(report.String()))
}

func listedOf(f *reading.Finder, text string) []entity.Mention {
	return slices.DeleteFunc(f.Find(text, "en"), func(m entity.Mention) bool { return m.Kind != entity.ListedParty })
}

// asInProse is a name as a reporter writes it: "Mahan Air" for MAHAN AIR, and a
// person's given names first.
func asInProse(s string) string {
	if family, given, ok := strings.Cut(s, ", "); ok {
		s = given + " " + family
	}
	before := ' '
	return strings.Map(func(r rune) rune {
		inside := unicode.IsLetter(before) || before == '\''
		if before = r; inside {
			return unicode.ToLower(r)
		}
		return unicode.ToUpper(r)
	}, s)
}

// inserted puts names, one a text, at the beginning of words.
func inserted(t *testing.T, f *reading.Finder, lists *index.Set, texts []string, fits func(words int) bool, writeName, writeText func(string) string, draws int) (found, sure, all int) {
	t.Helper()
	type name struct {
		entity int
		text   string
	}
	var names []name
	for e, text := range lists.Texts() {
		if fits(len(strings.Fields(text))) {
			names = append(names, name{e, text})
		}
	}
	draw := rand.New(rand.NewPCG(7, 7)) // #nosec G404 -- a sample
	for all = range draws {
		n, text := names[draw.IntN(len(names))], writeText(texts[draw.IntN(len(texts))])
		n.text = writeName(n.text)
		words := strings.Fields(text)
		at := draw.IntN(len(words) + 1)
		before := strings.Join(words[:at], " ") + " "
		whole := before + n.text + " " + strings.Join(words[at:], " ")
		id := lists.Entity(n.entity).ID
		missed := true
		for _, m := range listedOf(f, whole) {
			here := m.Start < len(before)+len(n.text) && m.End > len(before)
			if here && slices.ContainsFunc(m.Parties, func(l entity.Listing) bool { return l.Entity == id || strings.EqualFold(l.Name, n.text) }) {
				found, missed = found+1, false
				if !m.Uncertain {
					sure++
				}
				break
			}
		}
		if missed && fits(2) {
			t.Logf("missed %q", n.text)
		}
	}
	return found, sure, all + 1
}

// article is the scraped page, with the words parted that its mark-up ran together.
func article(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile(testkit.Data(t, "text", "news_article.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.NewReplacer("Blinkenasked", "Blinken asked", "Yiand", "Yi and", "Ukraineand", "Ukraine and", "Chinaand", "China and").Replace(string(b))
}

// TestArticle holds what the page names.
func TestArticle(t *testing.T) {
	type who struct {
		kind     entity.Kind
		resolved string
	}
	var people []string
	count, leads := map[who]int{}, map[string]bool{}
	for _, m := range reading.NewFinder(nil).Find(article(t), "en") {
		count[who{m.Kind, m.Resolved}]++
		if m.Kind == entity.Person && m.Resolved == "Anthony Blinken" && (m.Office != "US Secretary of State" || m.Country != "US") {
			t.Errorf("%q at %d has the office %q of %q", m.Surface, m.Start, m.Office, m.Country)
		}
		if m.Kind == entity.Person && !slices.Contains(people, m.Resolved) {
			people = append(people, m.Resolved)
		}
		for _, l := range m.Leads {
			leads[l.Category] = true
		}
	}
	if want := []string{"Anthony Blinken", "Wang Yi", "Xi Jinping", "US officials"}; !slices.Equal(people, want) {
		t.Errorf("people %q, not %q", people, want)
	}
	for k, least := range map[who]int{
		{entity.Person, "Anthony Blinken"}: 20, {entity.Person, "Wang Yi"}: 3, {entity.Country, "China"}: 15, {entity.Country, "Russia"}: 10,
		{entity.Country, "United States"}: 7, {entity.Country, "Ukraine"}: 4, {entity.Country, "Iran"}: 1, {entity.Country, "North Korea"}: 1,
		{entity.Programme, "Mutual Defense Treaty"}: 1,
	} {
		if count[k] < least {
			t.Errorf("%s %q is named %d times, not %d", k.kind, k.resolved, count[k], least)
		}
	}
	for _, l := range []string{"electronic components", "defence technology", "missile technology"} {
		if !leads[l] {
			t.Errorf("no lead to %s", l)
		}
	}
}
