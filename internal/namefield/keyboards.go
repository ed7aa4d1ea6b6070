package namefield

import (
	"strings"
	"sync"
	"unicode"
)

// layouts are the lower-case letters of keyboards, in the order of the US keyboard.
// Sources: the Windows layouts "Russian", "Ukrainian", "Belarusian",
// "Hebrew" and "Arabic (101)" in the Unicode CLDR keyboard data.
const usLayout = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."

var layouts = []string{
	"ёйцукенгшщзхъфывапролджэячсмитьбю",
	"'йцукенгшщзхїфівапролджєячсмитьбю",
	"ёйцукенгшўзх'фывапролджэячсмітьбю",
	";/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ",
	"ذضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوز",
}

// keyboard maps the letters of one layout to those of another.
type keyboard map[rune]rune

// keyboards map US letters to each layout, and back.
var keyboards = sync.OnceValue(func() (out []keyboard) {
	us := []rune(usLayout)
	for _, l := range layouts {
		to, back := keyboard{}, keyboard{}
		for i, r := range []rune(l) {
			if i < len(us) {
				to[us[i]], back[r] = r, us[i]
			}
		}
		out = append(out, to, back)
	}
	return out
})

// typed returns what a text would be had it been typed on another keyboard.
func typed(text string) (out []string) {
	lower := strings.ToLower(text)
	us := mostlyASCII(text)
	for i, k := range keyboards() {
		if back := i%2 == 1; back == us {
			continue // from US letters needs them; to them, other letters
		}
		if to, ok := k.retype(lower); ok {
			out = append(out, to)
		}
	}
	return out
}

// mostlyASCII reports whether most letters are ASCII. A Ukrainian letter may have been
// typed right among wrong ones.
func mostlyASCII(text string) bool {
	n := 0
	for _, r := range text {
		switch {
		case r < 0x80:
			n++
		case unicode.IsLetter(r):
			n -= 2
		}
	}
	return n > 0
}

// retype maps a text to the other layout; it fails on a letter that the keyboard does
// not have.
func (k keyboard) retype(lower string) (string, bool) {
	var b strings.Builder
	for _, r := range lower {
		to, ok := k[r]
		switch {
		case ok:
			b.WriteRune(to)
		case unicode.IsLetter(r) && (r < 0x80 || k['q'] == 0):
			return "", false
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), true
}
