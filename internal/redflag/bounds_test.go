package redflag

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
)

func rule(when string) string {
	return fmt.Sprintf("- {id: my.rule, message: m, severity: prohibited, citation: c, when: %q}", when)
}

func twoItems() Input {
	in := Input{Query: enduse.Query{AsOf: enduse.Day(2024, 6, 1)}}
	in.Query.Shipment.Items = []enduse.Item{{Line: 1, Value: enduse.NewAmount("5")}, {Line: 2, Value: enduse.NewAmount("7")}}
	return in
}

// TestBoundsAtLoad: what cannot be bounded when it runs is refused before.
func TestBoundsAtLoad(t *testing.T) {
	for when, want := range map[string]string{
		`len(repeat("ab", 1000000)) > 3`:                       "unknown name repeat",
		`len(reduce(1..60, #acc + #acc, "ab")) > 3`:            "unknown name reduce",
		`len(join(["a", "b"], "c")) > 3`:                       "unknown name join",
		`len(replace("aa", "a", "aaaaaaaa")) > 3`:              "unknown name replace",
		`len(concat([1], [2])) > 3`:                            "unknown name concat",
		`toJSON(items) != ""`:                                  "unknown name toJSON",
		`now().Year() > 2000`:                                  "unknown name now",
		`len(groupBy(items, .hs)) > 3`:                         "unknown name groupBy",
		`len(1..99999) > 3`:                                    "a range of more than 10000 numbers",
		`len([[1, 2], [3]]) > 1`:                               "a list in a list",
		`let a = [1]; let b = [a, a]; b == [b, b]`:             "a list in a list",
		`len(map(items, [1, 2])) > 1`:                          "a list in a list",
		`len(map(parties, .management)) > 1`:                   "a list in a list",
		`{"a": 1} == {"b": 2}`:                                 "a map is not needed",
		strings.Repeat("1 + ", 300) + "1 > 0 and true":         "",
		strings.Repeat("items[0].value > 1 or ", 400) + "true": "exceeds maximum allowed nodes",
	} {
		_, err := load(nil, rule(when))
		if want == "" && err != nil || want != "" && (err == nil || !strings.Contains(err.Error(), want)) {
			t.Errorf("%.60s: %v, want %q", when, err, want)
		}
	}
}

// TestBoundsAtRun: an expression that fails, or would never end, or would fill the
// memory, ends soon and is Failed, never quiet and never "not evaluated".
func TestBoundsAtRun(t *testing.T) {
	double := "let t0 = upper(\"abcdefgh\"); "
	for i := range 40 {
		double += fmt.Sprintf("let t%d = t%d + t%d; ", i+1, i, i)
	}
	unknown := "let t0 = params.t; "
	for i := range 40 {
		unknown += fmt.Sprintf("let t%d = t%d + t%d; ", i+1, i, i)
	}
	wide := "let l0 = [params.t, params.t]; "
	for i := range 30 {
		wide += fmt.Sprintf("let l%d = flatten(map(1..9, l%d)); ", i+1, i)
	}
	for _, c := range []struct{ name, when, params, want string }{
		{"no such item", "items[5].value > 1", "", "out of range"},
		{"not a number", "int(items[0].hs) > 1", "", "fails"},
		{"a bad pattern", `"x" matches items[0].description + "["`, "", "fails"},
		{"loops in loops", "let x = 1..9999; all(x, all(x, all(x, true)))", "", "it looks at more than"},
		{"counting", "count(1..9999, any(1..9999, # == 20000)) > 1", "", "memory budget"},
		{"a range from the data", "all(1..int(items[0].value * 1000000000), true)", "", "memory budget"},
		{"texts doubled", double + `t40 == "x"`, "", "a text of more than"},
		{"texts of a type not known", unknown + `t40 == "x"`, "params: {t: abcdefgh}", "a text of more than"},
		{"lists of lists made flat", wide + "len(l30) == 1", "params: {t: abcdefgh}", "list of more than"},
		{"a list in a list by the back door", `let a = (len(items) > 0 ? [1, 2] : 3); len([a, a]) > 1`, "", "a list in a list"},
	} {
		text := rule(c.when)
		if c.params != "" {
			text = strings.Replace(text, "{id", "{"+c.params+", id", 1)
		}
		rules, err := load(nil, text)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begin := time.Now()
		got := Evaluate(rules, twoItems())
		runtime.ReadMemStats(&after)
		if len(got.Gaps) != 1 || !strings.Contains(got.Gaps[0].Why, c.want) || len(got.NotEvaluated)+len(got.Findings) > 0 {
			t.Errorf("%s: %+v, want %q", c.name, got, c.want)
		}
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%s: it took %v", c.name, took)
		}
		if grown := (after.TotalAlloc - before.TotalAlloc) >> 20; grown > 700 {
			t.Errorf("%s: it took %d MB", c.name, grown)
		}
	}
}

// TestWithinTheBounds: what users write gives what it gave.
func TestWithinTheBounds(t *testing.T) {
	for when, want := range map[string]bool{
		`any(items, .value > 6) and none(items, .value > 8)`:     true,
		`sum(items, .value) == 12`:                               true,
		`len(filter(items, any(1..3, # == len(items)))) == 2`:    true,
		`"a" + "b" == "ab"`:                                      true,
		`params.word + "b" == "ab"`:                              true,
		`params.n + 1 == 3`:                                      true,
		`1 + 2 == 3 and 1.5 + 1 == 2.5`:                          true,
		`len(flatten(map(1..3, [#, #]))) == 6`:                   true,
		`map(items, .value + 1) == [6.0, 8.0]`:                   true,
		`all(items, {let v = .value; v > 1 and v < 9})`:          true,
		`find(items, .line == 2).value > 9`:                      false,
		`items[0].hs in ["1", "2"] or "y" in [params.word, nil]`: false,
	} {
		text := strings.Replace(rule(when), "{id", "{params: {word: a, n: 2}, id", 1)
		text += "\n- {id: my.params, params: {}, message: m, severity: review, citation: c, when: 'false'}"
		var params []string
		for _, p := range []string{"word", "n"} {
			if strings.Contains(when, "params."+p) {
				params = append(params, map[string]string{"word": "word: a", "n": "n: 2"}[p])
			}
		}
		text = strings.Replace(text, "{word: a, n: 2}", "{"+strings.Join(params, ", ")+"}", 1)
		rules, err := load(nil, text)
		if err != nil {
			t.Errorf("%s: %v", when, err)
			continue
		}
		got := Evaluate(rules, twoItems())
		if (len(got.Findings) == 1) != want || len(got.Gaps) > 0 {
			t.Errorf("%s: %+v, want %v", when, got, want)
		}
	}
}

// TestStop: the caller's interruption ends an expression, and no rule is quiet
// after it.
func TestStop(t *testing.T) {
	rules, err := load(nil, rule("all(1..9999, any(1..9999, # == 1))")+"\n- {id: my.other, message: m, severity: review, citation: c, when: 'false'}")
	if err != nil {
		t.Fatal(err)
	}
	in, asked := twoItems(), 0
	in.Stop = func() error {
		if asked++; asked > 3 {
			return errors.New("stopped by the test")
		}
		return nil
	}
	got := Evaluate(rules, in)
	if len(got.Gaps) != 2 || !strings.Contains(got.Gaps[1].Why, "stopped by the test") {
		t.Errorf("%+v", got)
	}
}
