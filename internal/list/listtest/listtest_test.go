package listtest_test

import (
	"errors"
	"fmt"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
)

// yields is a reading of one entity and of errors.
func yields(errs ...error) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		if !yield(enduse.Entity{ID: "x:1"}, nil) {
			return
		}
		for _, err := range errs {
			if !yield(enduse.Entity{}, err) {
				return
			}
		}
	}
}

func TestCollect(t *testing.T) {
	bad, warn, end := &enduse.RecordError{File: "f", Line: 2, Err: errors.New("bad")}, &list.Warning{File: "f", Text: "odd"}, errors.New("end")
	entities, faults, fatal := listtest.Collect(t, yields(bad, warn, end))
	if len(entities) != 1 || !cmp.Equal(faults, []string{"f:2: bad", "f: odd"}) || !errors.Is(fatal, end) {
		t.Errorf("%v, %q, %v", entities, faults, fatal)
	}
	if _, faults := listtest.All(t, yields(bad, end)); !cmp.Equal(faults, []string{"f:2: bad", "end"}) {
		t.Errorf("%q", faults)
	}
}

func TestReportsCut(t *testing.T) {
	for _, c := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{&enduse.RecordError{Err: errors.New("bad")}, false},
		{&enduse.RecordError{Err: enduse.TruncatedError("cut")}, true},
		{&list.Warning{Text: "odd"}, false},
		{&list.Warning{Text: "cut", Cut: true}, true},
		{errors.New("end"), true},
	} {
		if got := listtest.ReportsCut(yields(c.err)); got != c.want {
			t.Errorf("%v: %v", c.err, got)
		}
	}
}

func ExampleAll() {
	entities, faults := listtest.All(&testing.T{}, yields(&list.Warning{File: "list.csv", Text: "no line break at the end"}))
	fmt.Println(entities[0].ID, faults)
	// Output: x:1 [list.csv: no line break at the end]
}
