package namefield

import (
	"strings"
	"unicode"

	"github.com/enduse/enduse/internal/name"
)

// inPinyin returns a Chinese name in Wade-Giles as it is written in pinyin, in every way
// that is possible because most writers leave out the apostrophes.
func inPinyin(text string) (out []Reading) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if len(words) < 2 || len(words) > maxWadeWords {
		return nil
	}
	sure := strings.ContainsAny(text, "'’‘ʻ-‐")
	var each [][]string
	for _, w := range words {
		var word []string
		for s := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '‐' || r == '.' }) {
			if !name.IsPinyin(s) {
				sure = true
			}
			options := name.PinyinOfWade(s)
			if len(options) == 0 {
				if !name.IsPinyin(s) {
					return nil
				}
				options = []string{s}
			}
			word = product(word, options)
		}
		if len(word) == 0 {
			return nil
		}
		each = append(each, word)
	}
	if !sure {
		return nil
	}
	all := []string{""}
	for _, word := range each {
		all = product(all, spaced(word, all[0] != ""))
	}
	for _, to := range all {
		out = append(out, Reading{Text: to, Grade: Guess, How: "in pinyin for Wade-Giles", Words: true})
	}
	return out
}

const (
	maxWadeWords   = 4
	maxWadeOptions = 64
)

// product appends each of the options to each of the texts, up to maxWadeOptions.
func product(texts, options []string) (out []string) {
	if len(texts) == 0 {
		return options
	}
	for _, t := range texts {
		for _, o := range options {
			if len(out) < maxWadeOptions {
				out = append(out, t+o)
			}
		}
	}
	return out
}

func spaced(words []string, blank bool) []string {
	if !blank {
		return words
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = " " + w
	}
	return out
}
