package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// document makes a document of a page: it finds the title, the source and the date,
// separates boilerplate and repairs the text.
func (p *page) document(o Options) Document {
	d := Document{Title: key(p.title), Source: p.source, Published: p.published, Warnings: p.warnings}
	d.Language = languageOf(p.blocks)
	c := cleaner{doc: &d, blocks: p.blocks}
	c.joinLines(o)
	c.markBoilerplate()
	c.findTitle()
	c.findSource()
	c.findDate()
	c.markEnds()
	c.takeBack(o)
	starts := d.extract(c.blocks)
	w := newRepairer(&d, o)
	for i, b := range c.blocks {
		switch {
		case b.title && !b.named:
			continue
		case b.boilerplate && !b.named:
			d.Boilerplate = append(d.Boilerplate, key(b.text))
			continue
		}
		w.paragraph(starts[i], starts[i]+len(b.text))
	}
	w.finish()
	return d
}

// extract joins all blocks, and returns where each begins.
func (d *Document) extract(blocks []block) []int {
	var b strings.Builder
	starts := make([]int, len(blocks))
	for i := range blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		starts[i] = b.Len()
		b.WriteString(blocks[i].text)
	}
	d.Extracted = b.String()
	return starts
}

// cleaner separates boilerplate from the text.
type cleaner struct {
	doc    *Document
	blocks []block
}

// longLine is the length above which a block is text, whatever it says.
const longLine = 160

// proseLine is the length above which a block that ends like a sentence is not a
// headline.
const proseLine = 40

// markBoilerplate marks blocks that have phrases of boilerplate. A heading such as "you
// may also like" makes boilerplate of what follows it, up to the end, the next long
// paragraph, or, before most of the text, the next sentence.
func (c *cleaner) markBoilerplate() {
	after := false
	for i := range c.blocks {
		b := &c.blocks[i]
		if len(b.text) > longLine {
			after = after && c.tail(i)
			b.boilerplate = b.boilerplate || after
			continue
		}
		if after && len(b.text) > proseLine && endsText(b.text) && !c.tail(i) {
			after = false // a sentence, before most of the text: the article begins
		}
		switch {
		case pagePhrases().heads(b.text) && !endsText(b.text):
			b.boilerplate, after = true, true
		case after || pagePhrases().holds(b.text):
			b.boilerplate = true
		}
	}
}

// tail reports whether a long block is among the boilerplate at the end: most of the
// text is before it.
func (c *cleaner) tail(at int) bool {
	before, all := 0, 0
	for i, b := range c.blocks {
		if b.boilerplate {
			continue
		}
		all += len(b.text)
		if i < at {
			before += len(b.text)
		}
	}
	return 3*before > 2*all
}

// findTitle takes the title that the page gives, or finds it: a line that is twice at the
// beginning, or a short first one that is not a sentence.
func (c *cleaner) findTitle() {
	const first = 8
	seen := map[string]int{}
	for i, b := range c.blocks[:min(len(c.blocks), 2*first)] {
		k := foldTitle(b.text)
		if _, again := seen[k]; again && c.doc.Title == "" && len(b.text) > 12 && len(b.text) < 2*longLine {
			c.doc.Title = key(b.text)
		}
		seen[k] = i
	}
	for i := range c.blocks[:min(len(c.blocks), first)] {
		b := &c.blocks[i]
		if c.doc.Title == "" && !b.boilerplate && c.mayBeTitle(b) {
			c.doc.Title = key(b.text)
		}
	}
	if c.doc.Title == "" {
		return
	}
	want, last := foldTitle(c.doc.Title), -1
	for i := range c.blocks[:min(len(c.blocks), 3*first)] {
		if b := &c.blocks[i]; foldTitle(b.text) == want {
			b.boilerplate, b.title = true, true
			last = i
		}
	}
	for i := range max(last, 0) { // what is above the title is not text
		if b := &c.blocks[i]; len(b.text) < longLine && !endsText(b.text) {
			b.boilerplate = true
		}
	}
}

// mayBeTitle reports whether a block may be a title: some words, and no end of a sentence.
func (c *cleaner) mayBeTitle(b *block) bool {
	if len(b.text) > 2*longLine || endsText(b.text) || strings.Contains(b.text, "\n") {
		return false
	}
	hasHan := strings.ContainsFunc(b.text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	return len(strings.Fields(b.text)) >= 4 || hasHan && utf8.RuneCountInString(b.text) >= 8
}

func foldTitle(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " "))
}

// findSource reads who is credited: "Source: X", or a dateline.
func (c *cleaner) findSource() {
	for i := range c.blocks {
		b := &c.blocks[i]
		if s, ok := pagePhrases().credited(b.text); ok && len(b.text) < longLine {
			c.doc.Source = s
			b.boilerplate = true
			return
		}
	}
	for _, b := range c.blocks[:min(len(c.blocks), 12)] {
		if !b.boilerplate {
			if s, ok := agencyIn(b.text); ok {
				c.doc.Source = s
				return
			}
		}
	}
}

// findDate reads the day of a dateline or of a line of its own.
func (c *cleaner) findDate() {
	if !c.doc.Published.IsZero() {
		return
	}
	n := 0
	for i := range c.blocks {
		b := &c.blocks[i]
		if n++; n > 14 {
			break
		}
		head := b.text[:cutRune(b.text, 140)]
		if len(b.text) > longLine {
			head = b.text[:cutRune(b.text, 70)]
		}
		if d, ok := dayIn(head, c.doc.Language); ok {
			c.doc.Published = d
			if len(b.text) < longLine/2 && !endsText(b.text) {
				b.boilerplate = true
			}
			return
		}
	}
}

// cutRune returns n, or less if that would cut a letter in two.
func cutRune(s string, n int) int {
	if n >= len(s) {
		return len(s)
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// markEnds marks as boilerplate the short lines at both ends that are not sentences:
// bylines, labels, menus.
func (c *cleaner) markEnds() {
	short := func(b *block) bool {
		return b.text == "" || len(b.text) < longLine/2 && !endsText(b.text) && !b.heading
	}
	long := 0
	for i := range c.blocks {
		if !c.blocks[i].boilerplate && len(c.blocks[i].text) >= longLine/2 {
			long++
		}
	}
	if long == 0 {
		return // it is all short: a notice, a list
	}
	for i := range c.blocks {
		if b := &c.blocks[i]; !b.boilerplate {
			if !short(b) {
				break
			}
			b.boilerplate = true
		}
	}
	for i := len(c.blocks) - 1; i >= 0; i-- {
		if b := &c.blocks[i]; !b.boilerplate {
			if !short(b) {
				break
			}
			b.boilerplate = true
		}
	}
}
