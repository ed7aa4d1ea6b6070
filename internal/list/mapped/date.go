package mapped

import (
	"regexp"
	"strings"
	"time"

	"github.com/enduse/enduse"
)

func (b *builder) dates(columns []dateColumn) []enduse.Date {
	var out []enduse.Date
	for _, c := range columns {
		for _, v := range b.values(c.column) {
			if d, ok := c.parse(v); ok {
				out = append(out, d)
			} else {
				b.e.AddUnread(c.Column, v)
			}
		}
	}
	return out
}

func (b *builder) oneDate(c dateColumn) *enduse.Date {
	if c.Column == "" {
		return nil
	}
	all := b.dates([]dateColumn{c})
	if len(all) == 0 {
		return nil
	}
	return &all[0]
}

// parse reads one date as printed: exact, about, or a range.
func (c *dateColumn) parse(s string) (enduse.Date, bool) {
	s = strings.Trim(s, " .")
	if d, ok := c.point(s); ok {
		return d, true
	}
	for _, word := range c.Circa {
		rest, ok := strings.CutPrefix(s, word)
		if !ok {
			rest, ok = strings.CutSuffix(s, word)
		}
		if ok {
			d, ok := c.parse(rest)
			d.Circa = true
			return d, ok
		}
	}
	for _, r := range c.Ranges {
		if d, ok := c.span(r, s); ok {
			return d, true
		}
	}
	return enduse.Date{}, false
}

// span reads a range by its pattern, such as "Between * and *".
func (c *dateColumn) span(pattern, s string) (enduse.Date, bool) {
	quoted := strings.ReplaceAll(regexp.QuoteMeta(pattern), `\*`, `(.+)`)
	found := regexp.MustCompile(`^` + quoted + `$`).FindStringSubmatch(s)
	if found == nil {
		return enduse.Date{}, false
	}
	from, ok := c.point(strings.TrimSpace(found[1]))
	to, ok2 := c.point(strings.TrimSpace(found[2]))
	from.Until = &to
	return from, ok && ok2 && from.Validate() == nil
}

// point reads a date by the first layout that fits. A layout without a day or
// a month gives a date without one.
func (c *dateColumn) point(s string) (enduse.Date, bool) {
	for _, l := range c.Layouts {
		t, err := time.Parse(l, s)
		if err != nil {
			continue
		}
		d := enduse.Date{Year: t.Year()}
		bare := strings.ReplaceAll(l, "2006", "")
		if strings.ContainsAny(bare, "J1") {
			d.Month = int(t.Month())
			if strings.Contains(bare, "2") {
				d.Day = t.Day()
			}
		}
		return d, d.Validate() == nil
	}
	return enduse.Date{}, false
}
