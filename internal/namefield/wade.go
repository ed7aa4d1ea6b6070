package namefield

import (
	"strings"
	"unicode"

	"github.com/enduse/enduse/internal/name"
)

// wade adds a Chinese name in Wade-Giles as pinyin writes it, in all the ways that
// the apostrophes, which most writers leave out, leave open.
func (f *Field) wade(text string) {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return unicode.IsSpace(r) || r == ',' })
	if len(words) < 2 || len(words) > maxWadeWords {
		return
	}
	sure := strings.ContainsAny(text, "'’‘ʻ-‐")
	var each [][]string
	for _, w := range words {
		var word []string
		for s := range strings.FieldsFuncSeq(w, func(r rune) bool { return r == '-' || r == '‐' || r == '.' }) {
			if !inPinyin(s) {
				sure = true
			}
			options := name.PinyinOfWade(s)
			if len(options) == 0 {
				if !inPinyin(s) {
					return
				}
				options = []string{s}
			}
			word = product(word, options)
		}
		if len(word) == 0 {
			return
		}
		each = append(each, word)
	}
	if !sure {
		return
	}
	all := []string{""}
	for _, word := range each {
		all = product(all, spaced(word, all[0] != ""))
	}
	for _, to := range all {
		f.add(Reading{Text: to, Grade: Guess, How: "in pinyin for Wade-Giles", Words: true})
	}
}

const (
	maxWadeWords   = 4
	maxWadeOptions = 64
)

// product puts each of the options behind each of the texts, as far as that is
// bounded.
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

func inPinyin(syllable string) bool { return name.IsPinyin(syllable) }
