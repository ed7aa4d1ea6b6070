package document

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/charset"
)

// mailHeader is how a message begins.
var mailHeader = regexp.MustCompile(`(?mi)^(from|to|subject|date|message-id|received|mime-version|return-path|delivered-to|content-type):`)

func isMail(head []byte, extension string) bool {
	n := len(mailHeader.FindAll(head, -1))
	return n >= 3 || n >= 1 && extension == ".eml"
}

// maxParts bounds how many parts of a mail are read, and maxNesting how deeply they may be
// nested.
const (
	maxParts   = 200
	maxNesting = 10
)

func readMail(ctx context.Context, data []byte) ([]page, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	r := mailReader{ctx: ctx}
	err = r.part(m.Header.Get, m.Body, 0)
	body := page{blocks: r.blocks, title: decodeHeader(m.Header.Get("Subject"))}
	if d, err := m.Header.Date(); err == nil {
		body.published = enduse.DateOf(d)
	}
	if from, err := (&mail.AddressParser{WordDecoder: words()}).Parse(m.Header.Get("From")); err == nil {
		body.source = firstOf(r.source, from.Name, from.Address)
	}
	if len(body.blocks) > 0 {
		people, more := correspondents(m.Header)
		body.blocks = append(body.blocks, people...)
		if more {
			gap := fmt.Sprintf("a field of the mail names more than %d people: the others were not searched", maxCorrespondents)
			body.warnings = append(body.warnings, gap)
		}
	}
	pages := r.attached
	if len(body.blocks) > 0 {
		pages = append([]page{body}, pages...)
	}
	if len(pages) == 0 && err == nil {
		err = errNoText
	}
	return pages, err
}

// correspondents returns the names of those who sent and received a mail, as boilerplate,
// and whether there are more than are read.
func correspondents(h mail.Header) (out []block, more bool) {
	parser := mail.AddressParser{WordDecoder: words()}
	for _, field := range []string{"From", "Sender", "Reply-To", "To", "Cc"} {
		all, err := parser.ParseList(h.Get(field))
		if err != nil {
			continue
		}
		more = more || len(all) > maxCorrespondents
		for _, a := range all[:min(len(all), maxCorrespondents)] {
			if a.Name != "" && !slices.ContainsFunc(out, func(b block) bool { return strings.HasSuffix(b.text, ": "+a.Name) }) {
				out = append(out, block{text: field + ": " + a.Name, boilerplate: true})
			}
		}
	}
	return out, more
}

// maxCorrespondents bounds how many names of a field of a mail are read.
const maxCorrespondents = 100

// mailReader collects the text of a mail and the documents that are attached.
type mailReader struct {
	ctx      context.Context
	blocks   []block
	source   string
	attached []page
	parts    int
}

func (r *mailReader) part(header func(string) string, body io.Reader, depth int) error {
	if r.parts++; r.parts > maxParts || depth > maxNesting {
		return fmt.Errorf("it has more than %d parts, or parts nested more than %d deep", maxParts, maxNesting)
	}
	kind, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if strings.HasPrefix(kind, "multipart/") {
		return r.multipart(kind, params["boundary"], body, depth)
	}
	data, err := io.ReadAll(io.LimitReader(decodeBody(header("Content-Transfer-Encoding"), body), MaxBytes))
	if err != nil {
		return err
	}
	disposition, names, _ := mime.ParseMediaType(header("Content-Disposition"))
	switch {
	case disposition == "attachment" || !strings.HasPrefix(kind, "text/"):
		return r.attachment(firstOf(names["filename"], params["name"]), data)
	case kind == "text/html":
		p, err := pageOf(decode(data, firstOf(params["charset"], namedIn(data))))
		if err != nil {
			return err
		}
		r.source = p.source
		r.blocks = append(r.blocks, p.blocks...)
	default:
		r.blocks = append(r.blocks, blocksOf(decode(data, params["charset"]))...)
	}
	return nil
}

// multipart reads each part; of alternatives the one that says the most.
func (r *mailReader) multipart(kind, boundary string, body io.Reader, depth int) error {
	if boundary == "" {
		return errors.New("a part of several has no boundary")
	}
	before := r.blocks
	var best []block
	parts := multipart.NewReader(body, boundary)
	for {
		p, err := parts.NextRawPart()
		switch {
		case errors.Is(err, io.EOF):
			if kind == "multipart/alternative" {
				r.blocks = slices.Concat(before, best)
			}
			return r.ctx.Err()
		case err != nil:
			return err
		}
		if kind == "multipart/alternative" {
			r.blocks = nil
		}
		if err := r.part(p.Header.Get, p, depth+1); err != nil {
			return err
		}
		if kind == "multipart/alternative" && sizeOf(r.blocks) > 2*sizeOf(best)/3 {
			best = r.blocks // the later one says more, or as much in a better form
		}
	}
}

func sizeOf(blocks []block) (n int) {
	for _, b := range blocks {
		if !b.boilerplate {
			n += len(b.text)
		}
	}
	return n
}

// attachment reads an attached document; images and the like are skipped.
func (r *mailReader) attachment(name string, data []byte) error {
	head := data[:min(len(data), 4096)]
	for _, f := range formats() {
		if f.name == "text" || f.name == "e-mail" || !f.is(head, "") {
			continue
		}
		pages, err := f.read(r.ctx, data)
		if err != nil {
			return fmt.Errorf("attachment %s: %w", name, err)
		}
		r.attached = append(r.attached, pages...)
		return nil
	}
	return nil
}

func decodeBody(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &lenient{body})
	}
	return body
}

// lenient removes what is not base64: blanks, line ends, marks.
type lenient struct{ r io.Reader }

func (l *lenient) Read(p []byte) (int, error) {
	for {
		n, err := l.r.Read(p)
		kept := 0
		for _, b := range p[:n] {
			if b > ' ' && b < 0x7f {
				p[kept] = b
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
	}
}

func words() *mime.WordDecoder {
	return &mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		if _, ok := charset.Named(name); !ok {
			return r, nil
		}
		return charset.Decoder(charset.Canonical(name)).Reader(r), nil
	}}
}

func decodeHeader(s string) string {
	if d, err := words().DecodeHeader(s); err == nil {
		return key(d)
	}
	return key(s)
}
