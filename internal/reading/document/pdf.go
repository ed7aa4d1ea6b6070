package document

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"
	"golang.org/x/text/unicode/norm"
)

func isPDF(head []byte, _ string) bool {
	return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-"))
}

// Bounds on how much of a PDF is read: a file of a few bytes can ask for endless work.
const (
	maxPages    = 2000
	maxReadTime = 10 * time.Second
	maxGlyphs   = 5_000_000
)

// readPDF reads the text layer in a goroutine of its own: a reader that cannot be stopped
// is left to end by itself.
func readPDF(ctx context.Context, data []byte) ([]page, error) {
	ctx, cancel := context.WithTimeout(ctx, maxReadTime)
	defer cancel()
	type result struct {
		p   page
		err error
	}
	done := make(chan result, 1)
	go func() {
		p, err := pdfPage(ctx, data)
		done <- result{p, err}
	}()
	select {
	case r := <-done:
		if r.err == nil && len(r.p.blocks) == 0 {
			r.err = errors.New("it has no text layer")
		}
		if r.err != nil {
			return nil, r.err
		}
		return []page{r.p}, nil
	case <-ctx.Done():
		return nil, fmt.Errorf("it takes longer than %s to read", maxReadTime)
	}
}

func pdfPage(ctx context.Context, data []byte) (p page, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("it is damaged: %v", r)
		}
	}()
	if err := checkSizes(data); err != nil {
		return p, err
	}
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return p, err
	}
	n := r.NumPage()
	if n > maxPages {
		return p, fmt.Errorf("it has %d pages, and %d are read", n, maxPages)
	}
	if !isTree(r.Trailer().Key("Root").Key("Pages"), 0, new(int)) {
		return p, errors.New("its pages are in no order that ends")
	}
	var lines []line
	glyphs := 0
	var sizes unpacked
	for i := 1; i <= n && ctx.Err() == nil; i++ {
		if err := sizes.measure(r.Page(i)); err != nil {
			return p, err
		}
		texts := r.Page(i).Content().Text
		if glyphs += len(texts); glyphs > maxGlyphs {
			return p, fmt.Errorf("it has more than %d letters", maxGlyphs)
		}
		lines = append(lines, linesOf(texts, i)...)
	}
	p.blocks = paragraphsOf(lines)
	p.title = titleOf(lines)
	return p, ctx.Err()
}

// isTree reports whether the pages are a tree of bounded depth and size: the reader would
// follow a cycle for ever.
func isTree(pages pdf.Value, depth int, nodes *int) bool {
	if *nodes++; depth > 40 || *nodes > 4*maxPages {
		return false
	}
	kids := pages.Key("Kids")
	for i := range kids.Len() {
		if !isTree(kids.Index(i), depth+1, nodes) {
			return false
		}
	}
	return true
}

// line is the letters of one height on a page.
type line struct {
	page    int
	y, x, r float64 // from the bottom; where it begins and ends
	size    float64
	text    string
}

// linesOf puts the letters of a page into lines, the upper ones first.
func linesOf(texts []pdf.Text, page int) (out []line) {
	texts = slices.DeleteFunc(slices.Clone(texts), func(t pdf.Text) bool { return t.S == "" || math.IsNaN(t.X) || math.IsNaN(t.Y) })
	slices.SortStableFunc(texts, func(a, b pdf.Text) int {
		if math.Abs(a.Y-b.Y) > max(min(a.FontSize, b.FontSize), 1)/3 {
			return cmp.Compare(b.Y, a.Y)
		}
		return 0
	})
	blanks := 0
	for _, t := range texts {
		if t.S == " " {
			blanks++
		}
	}
	for i := 0; i < len(texts); {
		from := i
		for i < len(texts) && math.Abs(texts[i].Y-texts[from].Y) <= max(texts[from].FontSize, 1)/3 {
			i++
		}
		out = append(out, lineOf(texts[from:i], page, 20*blanks > len(texts)))
	}
	return out
}

// lineOf joins letters, with a blank where there is room for one: room for a letter if the
// page has blanks of its own, for a blank if it has none.
func lineOf(texts []pdf.Text, page int, blanks bool) line {
	slices.SortStableFunc(texts, func(a, b pdf.Text) int { return cmp.Compare(a.X, b.X) })
	l := line{page: page, y: texts[0].Y, x: texts[0].X, size: texts[0].FontSize}
	var b strings.Builder
	end, room := texts[0].X, 0.18
	if blanks {
		room = 1.5
	}
	for _, t := range texts {
		if gap := t.X - end; gap > max(t.FontSize, 1)*room && b.Len() > 0 && t.S != " " && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
		b.WriteString(t.S)
		end = max(end, t.X+widthOfLetter(t))
		l.size = max(l.size, t.FontSize)
	}
	l.r = end
	l.text = visual(strings.TrimSpace(b.String()))
	return l
}

// widthOfLetter returns the width of a letter: half its size if the font does not say.
func widthOfLetter(t pdf.Text) float64 {
	if t.W > 0 {
		return t.W
	}
	if r := []rune(t.S); r[0] >= 0x2E80 {
		return t.FontSize
	}
	return t.FontSize / 2
}

// visual turns Arabic that is stored as it is drawn, from left to right and in the forms of
// its letters, into how it is written.
func visual(text string) string {
	forms := strings.IndexFunc(text, func(r rune) bool { return r >= 0xFB50 && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC }) >= 0
	text = norm.NFKC.String(text)
	if !forms {
		return text
	}
	r := []rune(text)
	slices.Reverse(r)
	return string(r)
}

// paragraphsOf joins lines that are as close as those of one paragraph.
func paragraphsOf(lines []line) (out []block) {
	gaps := usualGap(lines)
	right := 0.0
	for _, l := range lines {
		right = max(right, l.r)
	}
	var b strings.Builder
	end := func() {
		if t := key(b.String()); t != "" {
			out = append(out, block{text: t})
		}
		b.Reset()
	}
	for i, l := range lines {
		if l.text == "" {
			continue
		}
		if i > 0 && b.Len() > 0 {
			last := lines[i-1]
			sameSize := math.Abs(last.size-l.size) < 0.6
			switch {
			case !sameSize, last.page == l.page && last.y-l.y > gaps*1.35,
				last.page != l.page && endsText(last.text),
				last.r < right-l.size*8 && endsText(last.text):
				end()
			case strings.HasSuffix(last.text, "-") && startsLower(l.text):
				joined := strings.TrimSuffix(b.String(), "-")
				b.Reset()
				b.WriteString(joined)
			case !spaceless(last.text, l.text):
				b.WriteByte(' ')
			}
		}
		b.WriteString(l.text)
	}
	end()
	return out
}

// usualGap returns the distance of most lines to the one above.
func usualGap(lines []line) float64 {
	count := map[int]int{}
	best := 0
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].y - lines[i].y; lines[i].page == lines[i-1].page && d > 1 && d < 60 {
			k := int(math.Round(d))
			count[k]++
			if count[k] > count[best] || count[k] == count[best] && k < best {
				best = k
			}
		}
	}
	if best == 0 {
		return 14
	}
	return float64(best)
}

func endsText(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, `"”»」』)`), ".") || strings.ContainsAny(lastRune(strings.TrimRight(s, `"”»」』)`)), "!?…。！？:")
}

func lastRune(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return ""
	}
	return string(r[len(r)-1])
}

func startsLower(s string) bool {
	for _, r := range s {
		return unicode.IsLower(r)
	}
	return false
}

// spaceless reports whether two lines are joined without a blank: Han and kana.
func spaceless(a, b string) bool {
	r := []rune(lastRune(a))
	return len(r) > 0 && r[0] >= 0x2E80 && strings.IndexFunc(b, func(r rune) bool { return r >= 0x2E80 }) == 0
}

// titleOf returns what is written in the largest letters of the first page, if they are
// larger than most.
func titleOf(lines []line) string {
	largest, sizes := 0.0, map[float64]int{}
	for _, l := range lines {
		sizes[math.Round(l.size)] += len(l.text)
		if l.page == 1 {
			largest = max(largest, l.size)
		}
	}
	usual := 0.0
	for s, n := range sizes {
		if n > sizes[usual] || n == sizes[usual] && s < usual {
			usual = s
		}
	}
	if largest < usual*1.15 {
		return ""
	}
	var parts []string
	for _, l := range lines {
		if l.page == 1 && l.size >= largest-0.6 {
			parts = append(parts, l.text)
		} else if len(parts) > 0 {
			break
		}
	}
	return key(strings.Join(parts, " "))
}
