package entity

import (
	"bytes"
	"iter"
	"regexp"
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// place is a range of bytes of a text.
type place struct{ start, end int }

// numberReach is how many bytes before and after a number its label and the rest of it
// are looked for.
const numberReach = 120

// minUnlabelled is how many bytes a word must have to be a number without a label.
const minUnlabelled = 18

// numberPlaces returns the parts of a text in which a number may be: around words with
// digits that are long, or follow the beginning of a label. Searching these alone, not
// the whole text, changes nothing but the time.
func numberPlaces(t *text.Text) (out []place) {
	label := -1 // where the last one begins
	for i := range t.Words {
		w := &t.Words[i]
		if beginsLabel(t, i) {
			label = w.Start
		}
		switch {
		case w.End-w.Start >= minUnlabelled:
		case label < 0 || w.Start-label > numberReach || !hasDigit(t, i) && !beginsBankCode(t, i):
			continue
		}
		first := i
		for first > 0 && (w.Start-t.Words[first-1].Start < numberReach || t.Words[first].Before == 0) {
			first--
		}
		end := i + 1
		for end < len(t.Words) && (t.Words[end].End-w.End < numberReach || t.Words[end].Before == 0) {
			end++
		}
		p := place{t.Words[first].Start, t.Words[end-1].End}
		if k := len(out) - 1; k >= 0 && out[k].end >= p.start {
			out[k].end = max(out[k].end, p.end)
			continue
		}
		out = append(out, p)
	}
	return out
}

// hasDigit reports whether a word has a digit.
func hasDigit(t *text.Text, i int) bool {
	return strings.ContainsAny(t.Raw[t.Words[i].Start:t.Words[i].End], "0123456789")
}

// beginsLabel reports whether a word begins the label of a number.
func beginsLabel(t *text.Text, i int) bool {
	folded := t.FoldedBytes(i)
	if n := bytes.IndexAny(folded, "0123456789"); n > 0 {
		folded = folded[:n] // "IMO9187629"
	}
	if t.Words[i].Shape == text.Han || numberLabels.HasBytes(folded) || beginsBankCode(t, i) || bytes.HasPrefix(folded, []byte("паспорт")) {
		return true
	}
	for _, end := range numberLabelEnds() { // "IMONo. 9187629"
		if rest, ok := bytes.CutSuffix(folded, end); ok && numberLabels.HasBytes(rest) {
			return true
		}
	}
	return false
}

// numberLabelEnds are words after a label: "No", "code".
var numberLabelEnds = sync.OnceValue(func() (all [][]byte) {
	for _, w := range lexicon.Words("number_label_end") {
		all = append(all, []byte(w))
	}
	return all
})

// beginsBankCode reports whether a word begins with the label of a bank's code, which
// may have no digit.
func beginsBankCode(t *text.Text, i int) bool {
	folded := t.FoldedBytes(i)
	for _, label := range []string{"bic", "swift", "свифт"} {
		if bytes.HasPrefix(folded, []byte(label)) {
			return true
		}
	}
	return false
}

// matchesIn visits where a form occurs in some places of a text, as
// [regexp.Regexp.FindAllStringSubmatchIndex] gives it.
func matchesIn(form *regexp.Regexp, raw string, places []place) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		for _, p := range places {
			for _, at := range form.FindAllStringSubmatchIndex(raw[p.start:p.end], -1) {
				for i := range at {
					if at[i] >= 0 {
						at[i] += p.start
					}
				}
				if !yield(at) {
					return
				}
			}
		}
	}
}
