package document

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/enduse/enduse"
)

// MaxBytes bounds how long a document may be. A longer one is refused once that much of it
// has been read.
const MaxBytes = 64 << 20

// MaxText bounds how many bytes of text a document may have.
const MaxText = 16 << 20

// format is how one kind of file is read.
type format struct {
	name string
	// is looks at the beginning of the file, and at its extension if the content is not
	// enough.
	is   func(head []byte, extension string) bool
	read func(ctx context.Context, data []byte) ([]page, error)
}

// formats returns the formats in the order in which they are tried. It is a function because
// a mail has documents of other formats.
func formats() []format {
	return []format{
		{"PDF", isPDF, readPDF},
		{"DOCX", isDOCX, readDOCX},
		{"feed", isFeed, readFeed},
		{"e-mail", isMail, readMail},
		{"HTML", isHTML, readHTML},
		{"text", func([]byte, string) bool { return true }, readText},
	}
}

// page is what a format reads: blocks in their order, and what is known of them.
type page struct {
	title, source string
	published     enduse.Date
	blocks        []block
	warnings      []string
}

// size returns how many bytes of text a page has.
func (p *page) size() (n int) {
	for i := range p.blocks {
		n += len(p.blocks[i].text)
	}
	return n
}

// block is a paragraph, a heading or an item.
type block struct {
	text string
	// boilerplate means that it is not text: navigation, a caption, a form.
	boilerplate bool
	heading     bool
	title       bool // it is the title, which is kept by itself
	line        bool // the next block is the next line, without a blank one between
	named       bool // Options.Named finds a name in it: it stays in the text
}

// Read reads a document of any format; a feed gives one document for each entry, a mail one
// for itself and one for each document that is attached. The name may be empty. Errors say
// what is wrong with the file. If some of several documents could not be read, the others
// are returned with the error.
func Read(ctx context.Context, name string, r io.Reader, o Options) ([]Document, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fault(name, err, "check that the file can be read")
	}
	if len(data) > MaxBytes {
		return nil, fault(name, fmt.Errorf("it is longer than %d MB, and a document is read whole", MaxBytes>>20), splitHint)
	}
	pages, err := readPages(ctx, name, data)
	if err != nil {
		err = fault(name, err, "open it in another program and save it again, or save its text")
	}
	out := make([]Document, 0, len(pages))
	for i := range pages {
		p := &pages[i]
		if p.size() > MaxText {
			err = errors.Join(err, fault(name, fmt.Errorf("it has more than %d MB of text", MaxText>>20), splitHint))
			continue
		}
		if d := p.document(o); d.Text != "" || d.Title != "" {
			out = append(out, d)
		}
	}
	if len(out) == 0 && err == nil {
		err = fault(name, errors.New("no text was found in it"), "a scanned page has no text: run it through OCR first")
	}
	return out, err
}

// splitHint is what to do with a document that is too long.
var splitHint = fmt.Sprintf("split it into files of at most %d MB of text, and read their folder", MaxText>>20)

func readPages(ctx context.Context, name string, data []byte) ([]page, error) {
	head := data[:min(len(data), 4096)]
	extension := strings.ToLower(filepath.Ext(name))
	for _, f := range formats() {
		if !f.is(head, extension) {
			continue
		}
		pages, err := f.read(ctx, data)
		if err != nil {
			return pages, fmt.Errorf("read as %s: %w", f.name, err)
		}
		return pages, ctx.Err()
	}
	return nil, nil
}

func fault(name string, err error, hint string) error {
	if _, already := errors.AsType[*enduse.Error](err); already {
		return err
	}
	return &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: name, Hint: hint, Err: err}
}

// beginsWith reports whether content begins with one of several words, blanks and
// a byte-order mark ignored, in any case.
func beginsWith(head []byte, words ...string) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	for _, w := range words {
		if len(head) >= len(w) && strings.EqualFold(string(head[:len(w)]), w) {
			return true
		}
	}
	return false
}
