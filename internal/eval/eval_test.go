package eval

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
)

// script is a matcher that answers from a table: what each query scores with
// each entity, and each pair of names.
type script struct {
	scores map[string]map[string]float64 // query -> entity id -> score
	pairs  map[string]float64            // "a|b" -> score
	listed []*enduse.Entity
}

func (s script) Hits(p enduse.Party, floor float64) (out []enduse.Hit) {
	key := p.Name
	if !p.BirthDate.IsZero() || len(p.Nationalities) > 0 {
		key += "+"
	}
	for _, e := range s.listed {
		if score := s.scores[key][string(e.ID)]; score > 0 && score >= floor {
			out = append(out, enduse.Hit{Entity: e, Score: enduse.Score{Value: score}})
		}
	}
	return out
}

func (s script) Pair(_ enduse.Schema, a, b string) enduse.Hit {
	return enduse.Hit{Score: enduse.Score{Value: s.pairs[a+"|"+b]}}
}

func listed(id string, names ...string) *enduse.Entity {
	e := &enduse.Entity{ID: enduse.EntityID("ofac-sdn:" + id), Source: "ofac-sdn"}
	for i, n := range names {
		kind := enduse.NameAlias
		if i == 0 {
			kind = enduse.NamePrimary
		}
		e.Names = append(e.Names, enduse.Name{Text: n, Kind: kind})
	}
	return e
}

func run(t *testing.T, s script, text string) *Suite {
	t.Helper()
	c, err := Read("cases.csv", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	suite, err := runner(s).Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	return suite
}

func runner(s script) *Runner {
	now := time.Unix(0, 0)
	return &Runner{
		Matcher: s, Entities: s.listed, Threshold: 0.7, AsOf: enduse.Day(2026, 8, 5), Clock: func() time.Time { return now },
		Index: func(e []*enduse.Entity) Matcher { return script{s.scores, s.pairs, e} },
	}
}

// rates writes the measures of a suite in short: name hits/of.
func rates(measures []Measure) string {
	var out []string
	for _, m := range measures {
		if m.Rate == nil {
			out = append(out, fmt.Sprintf("%s %.3f", m.Name, m.Value))
		} else {
			out = append(out, fmt.Sprintf("%s %d/%d", m.Name, m.Rate.Hits, m.Rate.Of))
		}
	}
	return strings.Join(out, ", ")
}

// TestWilson holds the interval against the worked examples of R. G. Newcombe,
// "Two-sided confidence intervals for the single proportion", Statistics in
// Medicine 17 (1998) 857-872, method 3.
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		hits, of  int
		low, high float64
	}{
		{81, 263, 0.2553, 0.3662},
		{15, 148, 0.0624, 0.1605},
		{0, 20, 0, 0.1611},
		{1, 29, 0.0061, 0.1718},
		{29, 29, 1 - 0.1170, 1},
		{0, 0, 0, 1},
	} {
		r := Wilson(c.hits, c.of)
		if math.Abs(r.Low-c.low) > 0.00006 || math.Abs(r.High-c.high) > 0.00006 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.hits, c.of, r.Low, r.High, c.low, c.high)
		}
	}
}

func TestQueries(t *testing.T) {
	a, b, c := listed("1", "ALPHA, Example", "Beta"), listed("2", "Gamma"), listed("3", "GAMMA")
	s := script{listed: []*enduse.Entity{a, b, c}, scores: map[string]map[string]float64{
		"first":  {"ofac-sdn:1": 0.9, "ofac-sdn:2": 0.8},
		"tied":   {"ofac-sdn:1": 0.8, "ofac-sdn:2": 0.8},
		"second": {"ofac-sdn:1": 0.75, "ofac-sdn:2": 0.8},
		"below":  {"ofac-sdn:1": 0.2},
		"either": {"ofac-sdn:1": 0.9, "ofac-sdn:3": 0.95},
	}}
	suite := run(t, s, `query,name,class
first,Example Alpha,x
tied,BETA,x
second,beta,y
below,alpha example,y
never,"ALPHA, Example",y
either,gamma,z
other,Nobody,z
`)
	if got, want := rates(suite.Measures), "rank 1 4/6, first 10 5/6, match 4/6"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := rates(suite.Groups[1].Measures), "rank 1 1/3, first 10 2/3, match 1/3"; suite.Groups[1].Key != "y" || got != want {
		t.Errorf("%s: %s, want %s", suite.Groups[1].Key, got, want)
	}
	if len(suite.Skipped) != 1 || suite.Skipped[0].Rows != 1 || !strings.Contains(suite.Skipped[0].Example, "cases.csv:8: Nobody") {
		t.Errorf("left out: %+v", suite.Skipped)
	}
	var got []string
	for _, o := range suite.outcomes {
		got = append(got, string(o.Outcome))
	}
	if want := "1+ 1+ 10+ 1- 0- 1+"; strings.Join(got, " ") != want {
		t.Errorf("outcomes %v, want %s", got, want)
	}
	var wrong []string
	for _, w := range suite.Misses {
		wrong = append(wrong, w.Kind+" "+w.Asked)
	}
	if want := "outranked second, false_negative below, false_negative never"; strings.Join(wrong, ", ") != want {
		t.Errorf("wrong %v, want %s", wrong, want)
	}
}

// TestRankBeyondTen: the search goes deeper only while the party could still be
// among the first ten.
func TestRankBeyondTen(t *testing.T) {
	s := script{scores: map[string]map[string]float64{"q": {}}}
	for i := range 12 {
		e := listed(strconv.Itoa(i), "name "+strconv.Itoa(i))
		s.listed = append(s.listed, e)
		s.scores["q"][string(e.ID)] = 0.5
	}
	s.scores["q"]["ofac-sdn:11"] = 0.1
	suite := run(t, s, "query,name\nq,name 11\n")
	if got, want := rates(suite.Measures), "rank 1 0/1, first 10 0/1, match 0/1"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestPairs(t *testing.T) {
	s := script{pairs: map[string]float64{"a|b": 0.9, "c|d": 0.6, "e|f": 0.8, "g|h": 0.1}}
	suite := run(t, s, `schema,name1,name2,is_match,quality,category
Person,a,b,true,STRONG,one
,c,d,true,WEAK,one
Fish,e,f,false,STRONG,two
Company,g,h,0,WEAK,two
Company,i,j,perhaps,WEAK,two
`)
	if got, want := rates(suite.Measures), "F1 0.500, precision 1/2, recall 1/2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := rates(suite.Points[0].Measures), "F1 0.800, precision 2/3, recall 2/2"; suite.Points[0].Threshold != 0.6 || got != want {
		t.Errorf("at 0.6: %s, want %s", got, want)
	}
	if suite.Skipped[0].Rows != 1 || suite.Rows != 4 {
		t.Errorf("%d rows, left out %+v", suite.Rows, suite.Skipped)
	}
	if g := suite.Groups[0]; g.Key != "STRONG match" || rates(g.Measures) != "mean score 0.900, right 1/1" {
		t.Errorf("group %s: %s", g.Key, rates(g.Measures))
	}
}

func TestCross(t *testing.T) {
	s := script{pairs: map[string]float64{}}
	var b strings.Builder
	b.WriteString("latin,original,is_match\n")
	for i := range 200 { // false pairs score 0.001 to 0.2: two of them lie above 0.198
		fmt.Fprintf(&b, "x,f%d,false\n", i)
		s.pairs[fmt.Sprintf("x|f%d", i)] = float64(i+1) / 1000
	}
	for name, score := range map[string]float64{"t1": 0.1985, "t2": 0.198, "t3": 0.9, "t4": 0.05} {
		fmt.Fprintf(&b, "x,%s,true\n", name)
		s.pairs["x|"+name] = score
	}
	suite := run(t, s, b.String())
	if r := suite.Measures[0].Rate; r.Hits != 2 || r.Of != 4 || suite.Measures[1].Value != 0.198 {
		t.Errorf("%s", rates(suite.Measures))
	}
}

func TestClean(t *testing.T) {
	gone := listed("9", "Gone")
	until := enduse.Day(2020, 1, 1)
	gone.Designations = []enduse.Designation{{Program: "X", Until: &until}}
	s := script{listed: []*enduse.Entity{listed("1", "A"), gone}, scores: map[string]map[string]float64{
		"name":  {"ofac-sdn:1": 0.8},
		"both":  {"ofac-sdn:1": 0.9},
		"both+": {"ofac-sdn:1": 0.7},
		"gone":  {"ofac-sdn:9": 1},
	}}
	suite := run(t, s, `full_name,date_of_birth,nationality
name,1970-01-02,France
both,1970,fr
gone,,
quiet,31/12/1970,Nowhere
`)
	if got, want := rates(suite.Measures), "alerts by name 2/4, alerts with birth date and nationality 1/2"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if len(suite.Skipped) != 2 {
		t.Errorf("left out: %+v", suite.Skipped)
	}
	var got []string
	for _, o := range suite.outcomes {
		got = append(got, string(o.Outcome))
	}
	if want := "alert-by-name alert clear clear"; strings.Join(got, " ") != want {
		t.Errorf("outcomes %v, want %s", got, want)
	}
}

// TestWithheld: the aliases are gone from what is searched.
func TestWithheld(t *testing.T) {
	s := script{listed: []*enduse.Entity{listed("1", "A", "B")}, scores: map[string]map[string]float64{"B": {"ofac-sdn:1": 1}}}
	r := runner(s)
	var searched []*enduse.Entity
	r.Index = func(e []*enduse.Entity) Matcher { searched = e; return s }
	c, err := Read("w.csv", strings.NewReader("alias,ent_num\nB,1\nC,other:7\n"))
	if err != nil {
		t.Fatal(err)
	}
	suite, err := r.Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if len(searched) != 1 || len(searched[0].Names) != 1 || searched[0].Names[0].Text != "A" || len(s.listed[0].Names) != 2 {
		t.Errorf("searched %+v", searched)
	}
	if rates(suite.Measures) != "rank 1 1/1, first 10 1/1, match 1/1" || suite.Skipped[0].Rows != 1 {
		t.Errorf("%s, %+v", rates(suite.Measures), suite.Skipped)
	}
}

func TestSelf(t *testing.T) {
	s := script{listed: []*enduse.Entity{listed("1", "A", "Б"), listed("2", "...")}, scores: map[string]map[string]float64{
		"A": {"ofac-sdn:1": 1}, "Б": {"ofac-sdn:2": 1, "ofac-sdn:1": 0.99},
	}}
	suite, err := runner(s).Self(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := rates(suite.Measures); got != selfFound+" 1/2" || len(suite.Misses) != 1 || suite.Misses[0].Asked != "Б" || suite.Skipped[0].Rows != 1 {
		t.Errorf("%s, %+v", got, suite)
	}
}

func TestNative(t *testing.T) {
	s := script{listed: []*enduse.Entity{listed("1", "Example Pump Works"), listed("2", "Other")}, scores: map[string]map[string]float64{
		"示例泵厂": {"eval:1": 0.8, "ofac-sdn:1": 1}, "EXAMPLE PUMP WORKS": {"eval:1": 0.75, "ofac-sdn:2": 0.9},
	}}
	c, err := Read("n.json", strings.NewReader(`[{"entity_name":"EXAMPLE PUMP WORKS","aliases":["示例泵厂"]},{"entity_name":"Latin Alone","aliases":[]}]`))
	if err != nil {
		t.Fatal(err)
	}
	suite, err := runner(s).Run(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := rates(suite.Measures), "rank 1 1/2, first 10 2/2, match 2/2"; got != want || suite.Rows != 2 || suite.Skipped[0].Rows != 1 {
		t.Errorf("%s, want %s; %+v", got, want, suite.Skipped)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a,b\n1,2\n", "no kind of cases"},
		{"name1,name2\n1,2\n", "no kind of cases"},
		{"query,name\n", "no cases"},
	} {
		_, err := Read("x.csv", strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.text, err, c.want)
		}
	}
	_, err := Read("x.csv", strings.NewReader("a,b\n1,2\n"))
	if !errors.Is(err, ErrUnknownShape) || enduse.CodeOf(err) != enduse.CodeInvalid || !strings.Contains(enduse.HintOf(err), "query or treated, name or untreated") {
		t.Errorf("%v: hint %q", err, enduse.HintOf(err))
	}
}

func TestPick(t *testing.T) {
	rows := []int{0, 1, 2, 3, 4, 5, 6}
	for _, c := range []struct {
		first, every int
		want         string
	}{{0, 1, "[0 1 2 3 4 5 6]"}, {0, 3, "[0 3 6]"}, {5, 3, "[0 3]"}, {9, 0, "[0 1 2 3 4 5 6]"}} {
		if got := fmt.Sprint(pick(rows, c.first, c.every)); got != c.want {
			t.Errorf("first %d, every %d: %s, want %s", c.first, c.every, got, c.want)
		}
	}
}

func TestChanges(t *testing.T) {
	kept, err := readGolden("g", []byte("S aaa 1+\nS bbb 10-\nS ccc 1+\nS ddd 1+\nT aaa 0-\n"))
	if err != nil {
		t.Fatal(err)
	}
	gains, losses, added, gone := changesOf("S", kept, []RowOutcome{{"aaa", "1+", "same"}, {"bbb", "1+", "better"}, {"ccc", "10+", "worse"}, {"eee", "0-", "new"}})
	if len(gains) != 1 || gains[0].Row.Text != "better" || len(losses) != 1 || len(added) != 1 || gone != 1 {
		t.Errorf("gains %v, losses %v, added %v, gone %d", gains, losses, added, gone)
	}
	if got, want := losses[0].String(), "ccc 1+ → 10+  worse"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if !worse("10-", "0+") || !worse("0+", "1-") || worse("alert", "clear") || !worse("clear", "alert-by-name") {
		t.Error("an outcome is worse if anything of it is")
	}
	for _, bad := range []string{"S aaa\n", "S aaa perhaps\n", "S aaa 1+ more\n"} {
		if _, err := readGolden("g", []byte(bad)); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
	var b bytes.Buffer
	if err := writeGolden(&b, "S", []RowOutcome{{"aaa", "1+", "x"}}); err != nil || b.String() != "S aaa 1+\n" {
		t.Errorf("%q, %v", b.String(), err)
	}
}

// TestHashIsOfTheCells: not of the line, nor of how the cells run together.
func TestHashIsOfTheCells(t *testing.T) {
	hash := func(text string) string {
		c, err := Read("x.csv", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return c.hash(c.rows[len(c.rows)-1])
	}
	a := hash("query,name\na,b\n")
	if b := hash("query,name\nc,d\na,b\n"); a != b || len(a) != 12 {
		t.Errorf("%s and %s", a, b)
	}
	if hash("query,name\nab,c\n") == hash("query,name\na,bc\n") {
		t.Error("cells run together")
	}
}

func TestClassOf(t *testing.T) {
	for _, c := range []struct{ asked, listed, want string }{
		{"Ivan  Example", "ivan example", "as written"},
		{"Example Ivan", "Ivan Example", "order or punctuation"},
		{"EXAMPLE, Ivan", "Ivan Example", "order or punctuation"},
		{"Иван Пример", "Ivan Primer", "other script"},
		{"Van Der Test", "Vander Test", "blanks"},
		{"Iwan Example", "Ivan Example", "spelling"},
	} {
		if got := classOf(c.asked, c.listed); got != c.want {
			t.Errorf("%s / %s: %s, want %s", c.asked, c.listed, got, c.want)
		}
	}
}
