package mention

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// reader is a text with the phrases of the tables that stand in it.
type reader struct {
	*text
	tables *tables
	by     [tableCount][]found // in order, none over another of its table
	tags   []tags              // of each word: the tables that have it in a phrase
}

// tags is a set of tables.
type tags uint32

func tagOf(all ...table) (t tags) {
	for _, x := range all {
		t |= 1 << x
	}
	return t
}

func newReader(t *text, known *tables) *reader {
	r := &reader{text: t, tables: known, tags: make([]tags, len(t.words))}
	for _, f := range known.phrases.all(t) {
		r.by[f.entry.table] = append(r.by[f.entry.table], f)
	}
	for tab := range r.by {
		r.by[tab] = apart(r.by[tab])
	}
	r.block()
	for tab, all := range r.by {
		for _, f := range all {
			r.mark(f.first, f.end, table(tab)) // #nosec G115 -- below tableCount
		}
	}
	return r
}

func (r *reader) mark(first, end int, tab table) {
	for i := first; i < end; i++ {
		r.tags[i] |= tagOf(tab)
	}
}

// has reports whether a word is in a phrase of one of the tables.
func (r *reader) has(i int, t tags) bool { return r.tags[i]&t != 0 }

// apart leaves out phrases that lie over one that begins before, or that is
// longer.
func apart(all []found) []found {
	slices.SortStableFunc(all, func(a, b found) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.end - a.end
	})
	out, last := all[:0], 0
	for _, f := range all {
		if f.first >= last {
			out, last = append(out, f), f.end
		}
	}
	return out
}

// block takes out what lies in a longer phrase of another table that says what
// it is: the country in "South China Sea", in a programme's or a paper's name.
func (r *reader) block() {
	for _, tab := range []table{countries, peoples, organizations} {
		r.by[tab] = slices.DeleteFunc(r.by[tab], func(f found) bool {
			if within(f, r.by[places]) || tab == organizations && within(f, r.by[programmes]) {
				return true
			}
			return tab == peoples && within(f, r.by[countries]) || f.end-f.first == 1 && within(f, longer(r.by[organizations])) && r.shape(f) == han
		})
	}
	r.by[places] = slices.DeleteFunc(r.by[places], func(f found) bool { return within(f, r.by[organizations]) })
}

func (r *reader) shape(f found) shape { return r.words[f.first].shape }

func longer(all []found) []found {
	return slices.DeleteFunc(slices.Clone(all), func(f found) bool { return f.end-f.first < 2 })
}

// within reports whether a phrase lies in one of others, which are in order.
func within(f found, others []found) bool {
	i, _ := slices.BinarySearchFunc(others, f.first+1, func(o found, first int) int { return o.first - first })
	return i > 0 && others[i-1].end >= f.end && others[i-1].end > f.first
}

// mention makes a mention of words.
func (r *reader) mention(k Kind, first, end int, resolved string) Mention {
	start, stop := r.words[first].start, r.words[end-1].end
	if n := end - first; n > 1 && r.words[end-1].shape == initial && r.words[end-1].before == gapDot && stop < len(r.raw) && r.raw[stop] == '.' {
		stop++ // the last dot of "U.S."
	}
	stop = r.closing(start, stop)
	m := Mention{Kind: k, Start: start, End: stop, Surface: r.raw[start:stop], Resolved: resolved}
	if m.Resolved == "" {
		m.Resolved = m.Surface
	}
	return m
}

// marks are those that come in pairs.
var marks = map[rune]rune{'«': '»', '“': '”', '(': ')', '（': '）', '《': '》', '„': '“'}

// closing returns the end of a mention with the mark behind it, if it is the one
// that closes a mark within.
func (r *reader) closing(start, stop int) int {
	next, n := utf8.DecodeRuneInString(r.raw[stop:])
	for open, shut := range marks {
		if next == shut && strings.ContainsRune(r.raw[start:stop], open) && !strings.ContainsRune(r.raw[start:stop], shut) {
			return stop + n
		}
	}
	return stop
}
