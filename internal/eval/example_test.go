package eval_test

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
)

func ExampleRunner_Run() {
	listed := []*enduse.Entity{
		{ID: "x:1", Schema: enduse.SchemaCompany, Names: []enduse.Name{{Text: "EXAMPLE MARINE TRADING LLC", Kind: enduse.NamePrimary}}},
		{ID: "x:2", Schema: enduse.SchemaPerson, Names: []enduse.Name{{Text: "SPECIMEN, Maximilian", Kind: enduse.NamePrimary}}},
	}
	p := policy.Default()
	r := &eval.Runner{
		Matcher:  &match.Matcher{Index: index.Build(listed), Weights: p.Weights},
		Entities: listed, Threshold: p.Threshold, Clock: time.Now,
	}
	cases, err := eval.Read("queries.csv", strings.NewReader(`query,name,class
Example Marine Trading,EXAMPLE MARINE TRADING LLC,legal_form_dropped
Maximilian Specimen,"SPECIMEN, Maximilian",order
Somebody Else,"SPECIMEN, Maximilian",another
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := r.Run(context.Background(), cases)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range s.Measures {
		fmt.Printf("%s: %d of %d, %.2f to %.2f\n", m.Name, m.Rate.Hits, m.Rate.Of, m.Rate.Low, m.Rate.High)
	}
	for _, w := range s.Misses {
		fmt.Printf("line %d: %s is not found by %q\n", w.Line, w.Listed, w.Asked)
	}
	// Output:
	// rank 1: 2 of 3, 0.21 to 0.94
	// first 10: 2 of 3, 0.21 to 0.94
	// match: 2 of 3, 0.21 to 0.94
	// line 4: SPECIMEN, Maximilian is not found by "Somebody Else"
}

func ExampleGenerate() {
	names := []eval.Original{{Text: "EXAMPLE TRADING LLC", Schema: enduse.SchemaCompany}}
	for _, q := range eval.Generate(names, 1, 1) {
		switch q.Class {
		case "legal_form_dropped", "abbreviated", "concatenated":
			fmt.Printf("%s: %s\n", q.Class, q.Query)
		}
	}
	// Output:
	// legal_form_dropped: EXAMPLE TRADING
	// abbreviated: EXAMPLE Trdg LLC
	// concatenated: EXAMPLETRADINGLLC
}
