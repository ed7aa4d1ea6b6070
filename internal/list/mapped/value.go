package mapped

import (
	"encoding/csv"
	"regexp"
	"slices"
	"sort"
	"strings"
)

// one yields the value of a choice. Where last is set, a value that the table
// does not know is unread and its text is lost to the default.
func (b *builder) one(field string, c choice, last bool) string {
	if c.Value != "" {
		return c.Value
	}
	text := b.joined(c.Column, c.Columns)
	if c.Table == nil {
		if text == "" {
			return c.Default
		}
		return text
	}
	if v, ok := lookup(c.Table, text); ok {
		return v
	}
	if strings.Trim(text, "/") != "" && last && (c.Default == "" || len(c.Columns) == 0) {
		b.e.AddUnread(field, text)
	}
	return c.Default
}

// many yields the values of a choice of several, in order, each once.
func (b *builder) many(field string, c choices) []string {
	if len(c.Values) > 0 {
		return c.Values
	}
	cells := b.row.Values(c.Column)
	if len(c.Columns) > 0 {
		cells = []string{b.joined("", c.Columns)}
	}
	var out []string
	for _, cell := range cells {
		for _, v := range split(cell, c.Separator) {
			if c.Table == nil {
				out = append(out, v)
				continue
			}
			values, ok := c.Table[v]
			if !ok {
				values = c.Default
				if len(c.Columns) == 0 {
					b.e.AddUnread(field, v)
				}
			}
			out = append(out, values...)
		}
	}
	if len(out) == 0 {
		return c.Default
	}
	return distinct(out)
}

// joined is the text of a column, or of several with slashes between.
func (b *builder) joined(column string, columns []string) string {
	if len(columns) == 0 {
		return strings.Join(b.row.Values(column), "; ")
	}
	parts := make([]string, len(columns))
	for i, c := range columns {
		parts[i] = b.row.Get(c)
	}
	return strings.Join(parts, "/")
}

// texts are the values of columns, each once.
func (b *builder) texts(columns []column) []string {
	var out []string
	for _, c := range columns {
		for _, v := range b.values(c) {
			if t, ok := lookup(c.Table, v); ok {
				v = t
			}
			out = append(out, v)
		}
	}
	return distinct(out)
}

// values cuts the cells of a column into values.
func (b *builder) values(c column) []string {
	if c.IfEmpty != "" && b.row.Get(c.IfEmpty) != "" {
		return nil
	}
	var out []string
	for _, cell := range b.row.Values(c.Column) {
		out = append(out, b.cells(cell, c)...)
	}
	kept := out[:0]
	for _, v := range out {
		if v = cutBeginning(v, c.Cut); v != "" {
			kept = append(kept, v)
		}
	}
	return distinct(kept)
}

func (b *builder) cells(cell string, c column) []string {
	if c.Whole {
		return []string{cell}
	}
	sep := c.Separator
	if sep == "" {
		sep = b.m.Separator
	}
	out := []string{cell}
	if b.m.Quoted && strings.Contains(cell, `"`) {
		out = splitQuoted(cell, sep)
	} else {
		out = each(out, func(s string) []string { return split(s, sep) })
	}
	if c.Markers {
		out = each(out, splitMarked)
	}
	for _, s := range c.Separators {
		out = each(out, func(v string) []string { return split(v, s) })
	}
	return out
}

func each(in []string, f func(string) []string) []string {
	var out []string
	for _, s := range in {
		out = append(out, f(s)...)
	}
	return out
}

// split cuts a text and trims the pieces. An empty separator cuts nothing; the
// space after a separator may be missing.
func split(s, sep string) []string {
	pieces := []string{s}
	if tight := strings.TrimSpace(sep); tight != "" && len(tight) == 1 {
		pieces = strings.Split(s, tight)
	} else if sep != "" {
		pieces = strings.Split(s, sep)
	}
	out := pieces[:0]
	for _, p := range pieces {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// splitQuoted cuts a cell whose values may be in quotes, as CSV would. A cell
// that does not follow the rule is cut plainly.
func splitQuoted(s, sep string) []string {
	sep = strings.TrimSpace(sep)
	if len(sep) != 1 {
		return []string{s}
	}
	r := csv.NewReader(strings.NewReader(s))
	r.Comma, r.TrimLeadingSpace, r.FieldsPerRecord = rune(sep[0]), true, -1
	if all, err := r.ReadAll(); err == nil && len(all) == 1 {
		return each(all[0], func(v string) []string { return split(v, "") })
	}
	return split(s, sep)
}

// marker is "(a)", "(ii)" or "a)" before a value.
var marker = regexp.MustCompile(`(?:^|[\s,;])\(?(?:[a-z]|i{1,3}|iv|vi{0,3})\)\s*`)

func splitMarked(s string) []string {
	if !marker.MatchString(s) {
		return []string{s}
	}
	var out []string
	for _, p := range marker.Split(s, -1) {
		if p = strings.Trim(p, " ,;"); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func cutBeginning(s string, beginnings []string) string {
	for _, p := range beginnings {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

// lookup finds a text in a table, first as it is, then by patterns in order of
// length, the longest first.
func lookup(table map[string]string, text string) (string, bool) {
	if v, ok := table[text]; ok {
		return v, true
	}
	var patterns []string
	for k := range table {
		if strings.ContainsAny(k, "*#") {
			patterns = append(patterns, k)
		}
	}
	sort.Slice(patterns, func(i, j int) bool {
		if len(patterns[i]) != len(patterns[j]) {
			return len(patterns[i]) > len(patterns[j])
		}
		return patterns[i] < patterns[j]
	})
	for _, p := range patterns {
		if fits(p, text) {
			return table[p], true
		}
	}
	return "", false
}

// fits reports whether a text fits a pattern in which * is any text and # a
// digit. It goes back at most to the last star, so it takes no more steps than
// the product of the two lengths.
func fits(pattern, text string) bool {
	p, t := 0, 0
	star, mark := -1, 0
	for t < len(text) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, mark = p, t
			p++
		case p < len(pattern) && (pattern[p] == text[t] || pattern[p] == '#' && text[t] >= '0' && text[t] <= '9'):
			p++
			t++
		case star >= 0:
			mark++
			p, t = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(pattern[p:], "*") == ""
}

func distinct(in []string) []string {
	var out []string
	for _, v := range in {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}
