package index

import (
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edit"
)

// letters are few, so that words resemble each other.
var letters = []rune("abcдя中")

// someTerms draws words, their dictionary, and one of them with edits.
func someTerms(t *rapid.T, r reach) (texts []string, dictionary terms, asked string) {
	word := rapid.StringOfN(rapid.RuneFrom(letters), 1, 16, -1)
	texts = rapid.SliceOfNDistinct(word, 1, 40, rapid.ID[string]).Draw(t, "terms")
	b := &termBuilder{}
	for i, text := range texts {
		b.add(text, int32(i), 1)
	}
	return texts, b.finish(r), mutate(t, rapid.SampledFrom(texts).Draw(t, "of"))
}

// TestLookupFindsAll holds the lookup against comparing with every term.
func TestLookupFindsAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts, terms, asked := someTerms(t, wordReach)
		var s scratch
		var got, want []string
		for _, f := range terms.lookup(&s, asked, wordReach, maxReach, nil) {
			got = append(got, fmt.Sprint(terms.texts.at(f.term), f.alike))
		}
		for _, text := range texts {
			if alike := compare.Similarity(asked, text); alike > 0 {
				want = append(want, fmt.Sprint(text, alike))
			}
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("%q finds %v, and is alike %v", asked, got, want)
		}
	})
}

// TestLookupWithin: with fewer edits allowed, whatever is within them is found.
func TestLookupWithin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts, terms, asked := someTerms(t, wordReach)
		most := rapid.IntRange(0, maxReach).Draw(t, "most")
		var s scratch
		got := map[string]bool{}
		for _, f := range terms.lookup(&s, asked, wordReach, most, nil) {
			got[terms.texts.at(f.term)] = true
		}
		for _, text := range texts {
			if _, near := edit.Edits(asked, text, most); near && compare.Similarity(asked, text) > 0 && !got[text] {
				t.Fatalf("%q does not find %q with %d edits", asked, text, most)
			}
		}
	})
}

// TestLookupJoined: of neighbours written as one, whatever compare lets pass is
// found.
func TestLookupJoined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts, terms, asked := someTerms(t, joinReach)
		var s scratch
		got := map[string]bool{}
		for _, f := range terms.lookup(&s, asked, joinReach, maxReach, nil) {
			got[terms.texts.at(f.term)] = true
		}
		for _, text := range texts {
			_, near := edit.Edits(asked, text, compare.JoinBudget(utf8.RuneCountInString(text)))
			if near && compare.Similarity(asked, text) > 0 && !got[text] {
				t.Fatalf("%q does not find %q", asked, text)
			}
		}
	})
}

// mutate makes up to three edits.
func mutate(t *rapid.T, word string) string {
	r := []rune(word)
	for range rapid.IntRange(0, 3).Draw(t, "edits") {
		at := rapid.IntRange(0, len(r)).Draw(t, "at")
		with := rapid.SampledFrom(letters).Draw(t, "with")
		switch kind := rapid.IntRange(0, 3).Draw(t, "kind"); {
		case kind == 0:
			r = slices.Insert(r, at, with)
		case at == len(r):
		case kind == 1:
			r = slices.Delete(r, at, at+1)
		case kind == 2:
			r[at] = with
		case at+1 < len(r):
			r[at], r[at+1] = r[at+1], r[at]
		}
	}
	return string(r)
}
