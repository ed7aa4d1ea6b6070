package rules_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/rules"
)

func TestOneHasEveryField(t *testing.T) {
	r := redflag.Rule{
		ID: "rf.example", Pack: "us", Text: "a sign", Needs: []string{"founded"}, Requires: "true", When: "party.Founded > date", Params: map[string]any{"days": 12},
		Message: "it was formed late", Severity: enduse.Review, From: enduse.Day(2023, 5, 19), Hint: "ask",
	}
	var b bytes.Buffer
	out, err := rules.One.New("table", &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(out, report.Style{}, r); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"rule           rf.example\n", "given          true\n", "params.days    12\n", "severity       review\n", "from           2023-05-19\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "question") {
		t.Errorf("a field without a value is shown:\n%s", b.String())
	}
}

func Example() {
	out, err := rules.All.New("csv", os.Stdout)
	if err != nil {
		fmt.Println(err)
		return
	}
	rule := redflag.Rule{ID: "rf.example", Text: "a sign", When: "true", From: enduse.Day(2023, 5, 19)}
	if err := report.Write(out, report.Style{}, rule); err != nil {
		fmt.Println(err)
	}
	// Output:
	// rule,kind,regime,from,to,sign
	// rf.example,computed,,2023-05-19,,a sign
}
