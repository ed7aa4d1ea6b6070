package document

import (
	"slices"
	"strings"
)

// takeBack leaves in the text what is put apart though it names somebody: a list
// of names behind the last paragraph, a headline, a caption. What is apart is
// searched as one text, so that a heading counts for the names under it.
func (c *cleaner) takeBack(o Options) {
	if o.Named == nil {
		return
	}
	c.titleBlock()
	var b strings.Builder
	var ends, blocks []int
	for i := range c.blocks {
		if c.blocks[i].apart || c.blocks[i].title {
			b.WriteString(c.blocks[i].text)
			ends, blocks = append(ends, b.Len()), append(blocks, i)
			b.WriteString("\n\n")
		}
	}
	if len(blocks) == 0 {
		return
	}
	for _, at := range o.Named(b.String(), c.doc.Language) {
		k, _ := slices.BinarySearch(ends, at[0]+1)
		for ; k < len(ends) && (k == 0 || ends[k-1] < at[1]); k++ {
			c.blocks[blocks[k]].named = true
		}
	}
	c.once()
}

// titleBlock puts a title that stands in no block, such as the subject of a mail,
// in front of them.
func (c *cleaner) titleBlock() {
	if c.doc.Title != "" && !slices.ContainsFunc(c.blocks, func(b block) bool { return b.title }) {
		c.blocks = slices.Insert(c.blocks, 0, block{text: c.doc.Title, title: true})
	}
}

// once takes back a block only once: a page has its headline, and the captions of
// its pictures, in several places.
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
