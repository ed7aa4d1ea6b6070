package goods

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// maxHSField bounds a field of codes, in bytes.
const maxHSField = 2000

// ReadHS reads all codes of a field. It is the only reader of codes: lists of
// goods and rules see what it gives. Codes are divided by semicolons, bars, line
// breaks, and by commas, slashes, spaces and "and" where each part is a code by
// itself. Others are the parts that say that they are something else, such as
// "ECCN: 3A991". There is an error for each part that cannot be read, each with a
// hint: a range, a code shortened to the end of the one before, a number that a
// spreadsheet has rounded.
func ReadHS(text string) (codes []HS, others []string, errs []error) {
	if len(text) > maxHSField {
		return nil, nil, []error{hsError(text, fmt.Sprintf("it is longer than %d bytes", maxHSField), "give one code a field")}
	}
	for _, part := range splitCodes(text) {
		if label, value, ok := otherLabel(part); ok {
			others = append(others, label+": "+value)
			continue
		}
		digits, err := hsDigits(part)
		if err != nil {
			errs = append(errs, hsError(part, err.Error(), "give six digits, such as 8542.31, or the national code"))
			continue
		}
		h, err := oneHS(part, digits)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if !slices.Contains(codes, h) {
			codes = append(codes, h)
		}
	}
	return codes, others, errs
}

// otherLabels precede something else than a code of goods.
var otherLabels = []string{"eccn", "ccl", "usml", "mpn", "pn", "partno", "partnumber", "cas", "origin", "coo", "ean", "gtin", "upc", "sku", "un", "qty", "al"}

// otherLabel reads a part like "ECCN: 3A991".
func otherLabel(part string) (label, value string, ok bool) {
	at := strings.IndexFunc(part, func(r rune) bool { return r == ':' || unicode.IsSpace(r) || r == '=' })
	if at < 0 {
		return "", "", false
	}
	label = strings.ToLower(strings.Join(wordsOf(strings.ToLower(part[:at])), ""))
	return label, strings.Trim(part[at:], " :=\t"), slices.Contains(otherLabels, label)
}

var (
	exponent = regexp.MustCompile(`^([0-9])[.,]?([0-9]*)[eE]\+?0*([0-9]{1,2})$`)
	decimals = regexp.MustCompile(`^([0-9]{5,12})[.,]0+$`)
	aRange   = regexp.MustCompile(`(?i)[0-9]\s*(-|–|—|\.\.|…|to|bis|thru|through|until|до|по|a|à|hasta|至|~)\s*[0-9]`)
)

// hsDigits takes the digits out of one code. Words may be before them and
// after them, not between.
func hsDigits(text string) (string, error) {
	text = strings.TrimSpace(text)
	if len([]rune(text)) > maxHSText {
		return "", fmt.Errorf("it is longer than %d characters", maxHSText)
	}
	plain := strings.Trim(text, "='\" ")
	if m := exponent.FindStringSubmatch(plain); m != nil {
		return unrounded(m[1]+m[2], m[3])
	}
	if m := decimals.FindStringSubmatch(plain); m != nil {
		return m[1], nil // a number as a spreadsheet writes it
	}
	if isRange(text) {
		return "", errors.New("it is a range: what lies in it was not looked up")
	}
	var b strings.Builder
	ended := false
	for word := range strings.FieldsSeq(text) {
		digits, letters, err := hsWord(word)
		switch {
		case err != nil:
			return "", err
		case letters && digits != "", ended && digits != "":
			return "", errors.New("it has letters among its digits")
		case letters && b.Len() > 0:
			ended = true
		}
		b.WriteString(digits)
	}
	return b.String(), nil
}

// hsWord reads one word of a code: digits and what may be between them, or
// letters.
func hsWord(word string) (digits string, letters bool, err error) {
	var b strings.Builder
	seen := false
	for _, r := range word {
		switch d, ok := digit(r); {
		case ok:
			b.WriteByte(d)
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			seen = seen || b.Len() > 0
			letters = true
		case isPunctuation(r):
			if letters && b.Len() == 0 && strings.ContainsRune(":.#=-–_(（：", r) {
				letters = false // "HS:854231"
			}
		default:
			return "", false, fmt.Errorf("%q does not belong into a code", r)
		}
	}
	if letters && !seen && b.Len() > 0 && strings.IndexFunc(word, unicode.IsLetter) == 0 { // "HS854231"
		head := strings.TrimRightFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		letters = !slices.Contains(codeWords, strings.Join(wordsOf(strings.ToLower(head)), ""))
	}
	return b.String(), letters || seen, nil
}

// unrounded writes out a number with an exponent. It must have all six digits that
// countries share: else a spreadsheet has rounded them away.
func unrounded(digits, exp string) (string, error) {
	n := 0
	if _, err := fmt.Sscanf(exp, "%d", &n); err != nil || n > 11 || len(digits) > n+1 && strings.Trim(digits[n+1:], "0") != "" {
		return "", errors.New("it is not a whole number of at most 12 digits")
	}
	digits = digits[:min(len(digits), n+1)]
	if len(digits) < 6 || (n+1)%2 == 1 && len(digits) < 7 && n > 5 {
		return "", errors.New("a spreadsheet has rounded it: its digits are lost")
	}
	return digits + strings.Repeat("0", n+1-len(digits)), nil
}

// isRange reports two codes with a dash or "to" between them.
func isRange(text string) bool {
	at := aRange.FindStringSubmatchIndex(text)
	for at != nil {
		before, after := digitsOf(text[:at[2]]), digitsOf(text[at[3]:])
		dash := strings.ContainsAny(text[at[2]:at[3]], "-–—")
		switch {
		case !dash && len(before) >= 2 && len(after) >= 2 && text[at[2]:at[3]] != "a", len(before) >= 6 && len(after) >= 6:
			return true
		case dash && len(before) == 4 && len(after) == 4 && before[:2] == after[:2] && before < after:
			return true
		}
		next := aRange.FindStringSubmatchIndex(text[at[3]:])
		if next == nil {
			return false
		}
		for i := range next {
			next[i] += at[3]
		}
		at = next
	}
	return false
}

func digitsOf(text string) string {
	var b strings.Builder
	for _, r := range text {
		if d, ok := digit(r); ok {
			b.WriteByte(d)
		}
	}
	return b.String()
}

// digit reads a digit: an ASCII, a full-width, an Arabic or a Persian one.
func digit(r rune) (byte, bool) {
	for _, zero := range []rune{'0', '０', '٠', '۰'} {
		if r >= zero && r <= zero+9 {
			return byte('0' + r - zero), true
		}
	}
	return 0, false
}

// isPunctuation reports what may be between the digits of one code. What
// divides two codes does not.
func isPunctuation(r rune) bool {
	return unicode.IsSpace(r) && r != '\n' || strings.ContainsRune(".,:-–_/'\"()[]#=·．：（）’", r) || unicode.Is(unicode.Cf, r)
}

// splitCodes divides a field that holds several codes.
func splitCodes(text string) (out []string) {
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";|\n\r；、", r) }) {
		for _, p := range labelled(part) {
			if p = strings.TrimSpace(p); p != "" {
				out = append(out, p)
			}
		}
	}
	return out
}

// labelled divides a part at commas, slashes and the like: where one of the parts
// says that it is something else, or each is a code by itself.
func labelled(part string) []string {
	joined := strings.NewReplacer(" and ", ",", " und ", ",", " or ", ",", " и ", ",", " y ", ",", " et ", ",", "&", ",", "+", ",", "，", ",", "/", ",").Replace(part)
	if exponent.MatchString(strings.Trim(part, "='\" ")) {
		return []string{part}
	}
	pieces := strings.Split(joined, ",")
	other := slices.ContainsFunc(pieces, func(p string) bool { _, _, ok := otherLabel(strings.TrimSpace(p)); return ok })
	if other || len(pieces) > 1 && !slices.ContainsFunc(pieces, func(p string) bool { return len(digitsOf(p)) < 6 }) {
		var out []string
		for _, p := range pieces {
			out = append(out, spaced(p)...)
		}
		return out
	}
	if len(pieces) > 1 && len(digitsOf(pieces[0])) >= 6 && strings.Contains(part, ",") && strings.ContainsAny(part, " .") && len(digitsOf(part)) > len(digitsOf(pieces[0])) && !decimals.MatchString(strings.TrimSpace(part)) {
		return pieces // "8542.31, .39": what is shortened is refused
	}
	return spaced(part)
}

// spaced divides a part at spaces where each word is a code by itself.
func spaced(part string) []string {
	words := strings.Fields(part)
	if len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return len(digitsOf(w)) < 6 || strings.ContainsFunc(w, unicode.IsLetter) }) {
		return []string{part}
	}
	return words
}
