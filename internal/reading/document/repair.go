package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/lexicon"
)

// repairer copies the paragraphs of a text, and repairs what it has support for.
type repairer struct {
	doc   *Document
	known func(string) bool
	words map[string]int // of the document, as they are written
	out   strings.Builder
}

func newRepairer(d *Document, o Options) *repairer {
	r := &repairer{doc: d, known: o.known, words: map[string]int{}}
	for _, w := range wordsIn(d.Extracted) {
		r.words[d.Extracted[w.start:w.end]]++
	}
	return r
}

// place is a range of bytes.
type place struct{ start, end int }

func wordsIn(text string) (out []place) {
	start := -1
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			out = append(out, place{start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, place{start, len(text)})
	}
	return out
}

// repair is a change to bytes start to end.
type repair struct {
	place
	kind EditKind
	with string
}

// paragraph copies bytes of what was extracted.
func (r *repairer) paragraph(start, end int) {
	text := r.doc.Extracted[start:end]
	if strings.TrimSpace(text) == "" {
		return
	}
	if r.out.Len() > 0 {
		r.out.WriteString("\n\n")
	}
	var all []repair
	all = append(all, blanks(text)...)
	all = append(all, r.splits(text)...)
	all = merge(all, quoteRepairs(text, all))
	at := 0
	for _, c := range all {
		if c.start < at {
			continue // it overlaps one before
		}
		r.copy(start+at, start+c.start)
		from := r.out.Len()
		r.out.WriteString(c.with)
		r.doc.Edits = append(r.doc.Edits, Edit{c.kind, start + c.start, start + c.end, from, r.out.Len()})
		at = c.end
	}
	r.copy(start+at, end)
}

// copy copies bytes as they are.
func (r *repairer) copy(from, to int) {
	if from >= to {
		return
	}
	r.doc.pieces = append(r.doc.pieces, piece{r.out.Len(), from})
	r.out.WriteString(r.doc.Extracted[from:to])
}

func (r *repairer) finish() { r.doc.Text = r.out.String() }

// merge joins repairs in the order of their places.
func merge(a, b []repair) []repair {
	all := slices.Concat(a, b)
	for i := 1; i < len(all); i++ { // nearly in order, and few
		for j := i; j > 0 && all[j].start < all[j-1].start; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

// blanks folds odd blanks, runs of them and line ends to one blank, and removes invisible
// characters.
func blanks(text string) (out []repair) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case invisible(r):
			out = append(out, repair{place{i, i + size}, EditSpace, ""})
		case unicode.IsSpace(r):
			end := i + size
			for end < len(text) {
				next, n := utf8.DecodeRuneInString(text[end:])
				if !unicode.IsSpace(next) {
					break
				}
				end += n
			}
			if text[i:end] != " " {
				kind, with, from := EditSpace, " ", i
				if strings.ContainsAny(text[i:end], "\n\r") {
					kind = EditBreak
					switch {
					case cutWord(text[:i], text[end:]):
						with = ""
						if !compound(text[:i], text[end:]) {
							from-- // the hyphen
						}
					case i > 0 && spaceless(text[:i], text[end:]):
						with = ""
					}
				}
				out = append(out, repair{place{from, end}, kind, with})
			}
			i = end
			continue
		}
		i += size
	}
	return out
}

// compound reports whether a hyphen at the end of a line belongs to the word: on both sides
// are words of English, or single letters.
func compound(before, after string) bool {
	head := strings.TrimSuffix(before, "-")
	head = head[strings.LastIndexFunc(head, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	tail := after
	if n := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		tail = after[:n]
	}
	return len(head) < 2 || len(tail) < 2 || name.IsEnglish(name.Fold(head)) && name.IsEnglish(name.Fold(tail))
}

// invisible reports whether a character is a soft hyphen, has no width, or is a mark of
// direction.
func invisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E:
		return true
	}
	return false
}

// glued are words that are often run together with the name before them, where a
// link ended: verbs of reporting, and short words of grammar.
var glued = lexicon.NewWordSet("run_together")

// sentenceStarts are words that are seldom in an address.
var sentenceStarts = lexicon.NewWordSet("after_sentence")

// splits separates words that were run together: a name that is alone elsewhere in the
// document, or that the caller knows, and a word of grammar or reporting; and sentences
// without a blank between them.
func (r *repairer) splits(text string) (out []repair) {
	words := wordsIn(text)
	for i, w := range words {
		word := text[w.start:w.end]
		if at := r.splitAt(word); at > 0 {
			out = append(out, repair{place{w.start + at, w.start + at}, EditSplit, " "})
		}
		if i+1 == len(words) {
			break
		}
		next := words[i+1]
		if text[w.end:next.start] == "." && r.sentenceEnds(word, text[next.start:next.end], text, next.end) {
			out = append(out, repair{place{next.start, next.start}, EditSplit, " "})
		}
	}
	return out
}

// splitAt returns where two words were run together, or 0.
func (r *repairer) splitAt(word string) int {
	first, size := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) || r.words[word] > 1 || r.known(word) {
		return 0
	}
	for at := len(word) - 1; at > size; at-- {
		if !utf8.RuneStart(word[at]) {
			continue
		}
		head, tail := word[:at], word[at:]
		if utf8.RuneCountInString(tail) < 2 || !glued.Has(tail) {
			continue
		}
		if r.words[head] > 0 || utf8.RuneCountInString(head) > 3 && r.known(head) {
			return at
		}
	}
	return 0
}

// sentenceEnds reports whether a full stop between two words ends a sentence although no
// blank follows: both are words of the language, not of an address.
func (r *repairer) sentenceEnds(left, right, text string, end int) bool {
	isAddress := strings.HasPrefix(text[end:], ".") || strings.HasPrefix(text[end:], "/") || strings.HasPrefix(text[end:], "@")
	if isAddress || utf8.RuneCountInString(left) < 3 || utf8.RuneCountInString(right) < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(right)
	last, _ := utf8.DecodeLastRuneInString(left)
	if !unicode.IsLower(last) {
		return false
	}
	if unicode.IsUpper(first) && (r.words[right] > 0 || glued.Has(strings.ToLower(right))) {
		return true
	}
	return glued.Has(right) || r.words[right] > 1 || sentenceStarts.Has(right)
}
