package table

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
)

var errCut = errors.New("cannot be cut")

// csvReader reads delimited text as RFC 4180 describes it, with what programs
// really write: any delimiter, bare quotes inside a cell without quotes. It
// differs from encoding/csv in that a quote that is never closed costs its own
// line and no more.
type csvReader struct {
	r         *bufio.Reader
	delimiter byte                // 0: the whole line is one cell
	line      int                 // the last line that was read
	kept      []string            // lines that may be read again
	at        int                 // how many of them were read; the others come next
	spent     int                 // lines that the present record took after its first
	width     int                 // cells of a record once the header is known; 0 before
	lost      bool                // one of them was too long to keep
	spaced    bool                // a space follows each delimiter
	plain     func(string) string // writes a line as a delimited one; nil: it is one
	multiline []multilineCell     // the cells of the present record that span lines
	fault     func(line int, hint string, err error) error
}

// openCSV detects the delimiter and the layout of a text.
func openCSV(f *file, text *bufio.Reader, head []byte) *csvReader {
	c := &csvReader{r: text, fault: f.bad}
	if d, n := declared(head); n > 0 {
		_, _ = text.Discard(n)
		c.delimiter, c.line = d, 1
	} else {
		c.delimiter = sniff(head, f.opts)
	}
	if (c.delimiter == 0 || head[0] == '"') && len(f.opts.Columns) != 1 {
		f.note(c.setLayout(head, f.opts))
	}
	line, _, _ := bytes.Cut(head, []byte("\n"))
	c.spaced = bytes.Contains(line, []byte{c.delimiter, ' '})
	if c.delimiter == 0 {
		f.note("one column")
	} else if c.delimiter != ',' {
		f.note(delimiterNames[c.delimiter] + "-separated")
	}
	return c
}

// declared reads the line "sep=;" with which spreadsheets name a delimiter.
func declared(head []byte) (byte, int) {
	line, _, found := bytes.Cut(head, []byte("\n"))
	rest, ok := bytes.CutPrefix(bytes.ToLower(bytes.Trim(line, "\r\"")), []byte("sep="))
	if !found || !ok || len(rest) != 1 || delimiterNames[rest[0]] == "" {
		return 0, 0
	}
	return rest[0], len(line) + 1
}

func (c *csvReader) close() error { return nil }

func (c *csvReader) next() (record, error) {
	c.forget()
	line, err := c.readLine()
	if err != nil {
		return record{line: c.line}, err
	}
	start := c.line
	c.spent, c.multiline = 0, nil
	cells, err := c.parse(line, start)
	if err == nil && len(cells) > maxColumns {
		err = c.fault(start, "", fmt.Errorf("more than %d cells", maxColumns))
	}
	if err == nil && c.spent > 0 && c.width > 0 && len(cells) != c.width {
		err = c.unclosed(start, nil) // it took in the lines of other records
	}
	if isRecordError(err) {
		c.giveBack()
	}
	return record{line: start, until: c.line, multiline: c.multiline, cells: cells, quoted: strings.HasPrefix(line, `"`)}, err
}

// rewind makes the records that were read while the header was sought be read
// again, from a line on, now that their width is known.
func (c *csvReader) rewind(line, width int) {
	c.at -= c.line - line + 1
	c.line, c.width = line-1, width
}

// giveBack makes the lines that a failed record took be read again as records
// of their own: a quote that is not closed costs its own line and no more.
func (c *csvReader) giveBack() {
	c.line -= c.spent
	c.at -= c.spent
	c.spent = 0
}

// parse cuts a record into cells, reading on while a quoted cell is open.
func (c *csvReader) parse(line string, start int) ([]string, error) {
	if c.delimiter == 0 && !strings.HasPrefix(line, `"`) {
		return []string{clean(line)}, nil
	}
	var cells []string
	for len(cells) <= maxColumns {
		if !strings.HasPrefix(strings.TrimLeft(line, " "), `"`) {
			cell, rest, more := c.cutCell(line)
			if len(cell) > maxField {
				return nil, c.fault(start, "", fmt.Errorf("cell %d is longer than 1 MiB", len(cells)+1))
			}
			cells = append(cells, clean(cell))
			if !more {
				break
			}
			line = rest
			continue
		}
		cell, rest, err := c.quoted(strings.TrimLeft(line, " ")[1:], start)
		if err != nil {
			return nil, err
		}
		cells = append(cells, clean(cell))
		if rest = strings.TrimLeft(rest, " "); rest == "" {
			break
		}
		if c.delimiter == 0 || rest[0] != c.delimiter {
			return nil, c.fault(start, `inside quotes, write a quote twice: ""`, fmt.Errorf("cell %d: text after the closing quote", len(cells)))
		}
		line = rest[1:]
	}
	return cells, nil
}

func (c *csvReader) cutCell(line string) (cell, rest string, more bool) {
	if c.delimiter == 0 {
		return line, "", false
	}
	i := strings.IndexByte(line, c.delimiter)
	if i < 0 {
		return line, "", false
	}
	return line[:i], line[i+1:], true
}

// quoted reads a cell up to its closing quote, over as many lines as it spans.
func (c *csvReader) quoted(s string, start int) (cell, rest string, err error) {
	var b strings.Builder
	begun := c.line
	for {
		i := strings.IndexByte(s, '"')
		switch {
		case i >= 0 && strings.HasPrefix(s[i+1:], `"`):
			b.WriteString(s[:i+1])
			s = s[i+2:]
			continue
		case i >= 0:
			b.WriteString(s[:i])
			if b.Len() > maxField {
				return "", "", c.fault(start, "", errors.New("a cell is longer than 1 MiB"))
			}
			if c.line > begun && c.delimiter != 0 {
				c.multiline = append(c.multiline, c.take(b.String(), begun))
			}
			return b.String(), s[i+1:], nil
		}
		b.WriteString(s)
		b.WriteByte('\n')
		next, err := c.readLine()
		if err == nil {
			c.spent++
		}
		if err != nil || b.Len() > maxField {
			return "", "", c.unclosed(start, err)
		}
		s = next
	}
}

// unclosed reports a quote without its end. A fault of reading itself comes
// first; the line too long that stopped the search has been passed over.
func (c *csvReader) unclosed(start int, err error) error {
	if err != nil && !errors.Is(err, io.EOF) && !isRecordError(err) {
		return err
	}
	const open = "a quote is opened and never closed"
	if errors.Is(err, io.EOF) {
		return c.fault(start, `close the quote, or write it twice: ""`, enduse.TruncatedError(open))
	}
	return c.fault(start, `close the quote, or write it twice: ""`, errors.New(open))
}

// readLine returns the next line without its end, and keeps it while its record
// may fail or the header is sought.
func (c *csvReader) readLine() (string, error) {
	if c.at < len(c.kept) {
		c.at, c.line = c.at+1, c.line+1
		return c.kept[c.at-1], nil
	}
	line, long, err := readLine(c.r, maxLine)
	if err != nil {
		return "", err
	}
	c.line++
	if long {
		c.lost = true
		return "", c.fault(c.line, "", fmt.Errorf("the line is longer than %d MiB", maxLine>>20))
	}
	text := string(line)
	switch {
	case ruled(text) && c.delimiter != 0:
		text = ""
	case c.plain != nil:
		text = c.plain(text)
	}
	c.kept = append(c.kept, text)
	c.at++
	return c.kept[c.at-1], nil
}

// forget drops the lines that no record can ask for again. It moves what is left
// only where that is less than what goes, so that the work stays linear.
func (c *csvReader) forget() {
	if c.width == 0 || 2*c.at < len(c.kept) {
		return
	}
	n := copy(c.kept, c.kept[c.at:])
	clear(c.kept[n:])
	c.kept, c.at = c.kept[:n], 0
}

// readLine reads a line without its end, of at most limit bytes; of a longer
// one it keeps nothing and reports so.
func readLine(r *bufio.Reader, limit int) (line []byte, long bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > limit {
			line, long = nil, true
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err == io.EOF && (len(part) > 0 || len(line) > 0 || long):
		case err != nil:
			return nil, false, err
		}
		line = bytes.TrimSuffix(line, []byte("\n"))
		return bytes.TrimSuffix(line, []byte("\r")), long, nil
	}
}
