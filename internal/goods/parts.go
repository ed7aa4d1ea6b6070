package goods

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

// Family is a family of electronic part numbers: what the maker's own numbering
// says that the part is.
type Family struct {
	Pattern string   // a regular expression on the number in capitals without blanks
	Makers  []string // the maker and who held the name before
	What    string
	Codes   []Candidate
}

// Families finds part numbers. The zero value knows none.
type Families struct{ all []family }

type family struct {
	Family
	form *regexp.Regexp
}

// NewFamilies checks the families: the error names the first that is wrong.
func NewFamilies(families []Family) (*Families, error) {
	f := &Families{}
	for _, fam := range families {
		form, err := regexp.Compile(fam.Pattern)
		if err != nil {
			return nil, fmt.Errorf("part numbers: %q: %w", fam.Pattern, err)
		}
		if !strings.HasPrefix(fam.Pattern, "^") || fam.What == "" || len(fam.Codes) == 0 {
			return nil, fmt.Errorf("part numbers: %q: a family needs a pattern that begins with ^, what it is, and codes", fam.Pattern)
		}
		f.all = append(f.all, family{fam, form})
	}
	return f, nil
}

// Bounds of a part number, in bytes, and what another maker's name takes from
// the confidence: numbers are not unique among makers.
const (
	minPart, maxPart = 4, 40
	otherMaker       = 0.4
	fromText         = 0.8 // a word of a description that looks like one
)

// Candidates returns the codes of the families that a part number is of.
func (f *Families) Candidates(mpn, maker string) []Candidate {
	if f == nil {
		return nil
	}
	mpn = normalPart(mpn)
	if len(mpn) < minPart || len(mpn) > maxPart {
		return nil
	}
	var out []Candidate
	for i := range f.all {
		fam := &f.all[i]
		if !fam.form.MatchString(mpn) {
			continue
		}
		weight := 1.0
		if maker != "" && !fam.madeBy(maker) {
			weight = otherMaker
		}
		for _, c := range fam.Codes {
			out = append(out, Candidate{c.Code, c.Confidence * weight, mpn + ": " + fam.What, "part number"})
		}
	}
	return best(out)
}

// InText looks for part numbers among the words of a description.
func (f *Families) InText(text, maker string) []Candidate {
	var out []Candidate
	if len(text) > maxText {
		return nil
	}
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;()", r) }) {
		if strings.ContainsAny(w, "0123456789") && strings.ContainsFunc(w, unicode.IsLetter) {
			for _, c := range f.Candidates(w, maker) {
				c.Confidence *= fromText
				out = append(out, c)
			}
		}
	}
	return best(out)
}

func (f *family) madeBy(maker string) bool {
	maker = fold(maker)
	for _, m := range f.Makers {
		if m = fold(m); strings.Contains(maker, m) || strings.Contains(m, maker) {
			return true
		}
	}
	return false
}

func normalPart(mpn string) string {
	if len(mpn) > 4*maxPart {
		return ""
	}
	return strings.ToUpper(strings.Join(strings.Fields(mpn), ""))
}
