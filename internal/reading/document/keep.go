package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// takeBack keeps boilerplate in the text if it names somebody: a list of names after the
// last paragraph, a headline, a caption. All boilerplate is searched as one text, so that
// a heading counts for the names under it.
func (c *cleaner) takeBack(o Options) {
	c.onlyTitle()
	if o.Named == nil {
		return
	}
	c.titleBlock()
	var b strings.Builder
	var ends, blocks []int
	for i := range c.blocks {
		if c.blocks[i].boilerplate || c.blocks[i].title {
			b.WriteString(c.blocks[i].text)
			ends, blocks = append(ends, b.Len()), append(blocks, i)
			b.WriteString("\n\n")
		}
	}
	if len(blocks) == 0 {
		return
	}
	for _, at := range o.Named(b.String(), c.doc.Language) {
		k, _ := slices.BinarySearch(ends, at.Start+1)
		for ; k < len(ends) && (k == 0 || ends[k-1] < at.End); k++ {
			c.blocks[blocks[k]].named = true
		}
	}
	c.once()
}

// titleBlock adds a block for a title that is in none, such as the subject of a mail.
func (c *cleaner) titleBlock() {
	if c.doc.Title != "" && !slices.ContainsFunc(c.blocks, func(b block) bool { return b.title }) {
		c.blocks = slices.Insert(c.blocks, 0, block{text: c.doc.Title, title: true})
	}
}

// once takes back a block only once: a page has its headline, and the captions of its
// pictures, in several places.
func (c *cleaner) once() {
	seen := map[string]bool{}
	for i := range c.blocks {
		if !c.blocks[i].named {
			continue
		}
		k := foldTitle(c.blocks[i].text)
		c.blocks[i].named = !seen[k]
		seen[k] = true
	}
}

// onlyTitle keeps the title in the text if there is no other text: a note of one line.
func (c *cleaner) onlyTitle() {
	if slices.ContainsFunc(c.blocks, func(b block) bool { return !b.title && !b.boilerplate }) {
		return
	}
	for i := range c.blocks {
		if c.blocks[i].title {
			c.blocks[i].named = true
			return
		}
	}
}

// cutWord reports whether a line ends within a word that the next line continues.
func cutWord(line, next string) bool {
	head, ok := strings.CutSuffix(line, "-")
	last, _ := utf8.DecodeLastRuneInString(head)
	first, _ := utf8.DecodeRuneInString(next)
	return ok && unicode.IsLower(last) && unicode.IsLower(first)
}

// joinLines makes one block of lines if a word or a name is cut in two at a line end.
func (c *cleaner) joinLines(o Options) {
	if o.Named == nil || !slices.ContainsFunc(c.blocks, func(b block) bool { return b.line }) {
		return
	}
	var b strings.Builder
	ends := make([]int, len(c.blocks))
	joined := make([]bool, len(c.blocks)) // with the one before
	for i := range c.blocks {
		b.WriteString(c.blocks[i].text)
		ends[i] = b.Len()
		b.WriteString("\n")
		switch {
		case !c.blocks[i].line:
			b.WriteString("\n")
		case i+1 < len(c.blocks):
			joined[i+1] = cutWord(c.blocks[i].text, c.blocks[i+1].text)
		}
	}
	for _, at := range o.Named(b.String(), c.doc.Language) {
		k, _ := slices.BinarySearch(ends, at.Start+1)
		for ; at.Exact && k+1 < len(ends) && ends[k] < at.End; k++ {
			joined[k+1] = c.blocks[k].line
		}
	}
	out := make([]block, 0, len(c.blocks))
	for i := range c.blocks {
		if !joined[i] {
			out = append(out, c.blocks[i])
			continue
		}
		last := &out[len(out)-1]
		last.text, last.line = last.text+"\n"+c.blocks[i].text, c.blocks[i].line
	}
	c.blocks = out
}
