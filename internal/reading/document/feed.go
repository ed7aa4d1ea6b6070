package document

import (
	"bytes"
	"context"
	"encoding/xml"
	"io"
	"net/mail"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/charset"
)

func isFeed(head []byte, _ string) bool {
	if beginsWith(head, "<rss", "<feed", "<rdf:RDF") {
		return true
	}
	if !beginsWith(head, "<?xml") {
		return false
	}
	low := bytes.ToLower(head)
	return bytes.Contains(low, []byte("<rss")) || bytes.Contains(low, []byte("<feed")) || bytes.Contains(low, []byte("<rdf:rdf"))
}

// entry is an entry of a feed, RSS or Atom.
type entry struct {
	Title       string `xml:"title"`
	Description string `xml:"description"`
	Content     rich   `xml:"content"`
	Encoded     string `xml:"encoded"`
	Summary     rich   `xml:"summary"`
	PubDate     string `xml:"pubDate"`
	Date        string `xml:"date"`
	Published   string `xml:"published"`
	Updated     string `xml:"updated"`
	Source      string `xml:"source"`
}

// rich is text with mark-up, escaped or not.
type rich struct {
	Text  string `xml:",chardata"`
	Inner string `xml:",innerxml"`
}

func (r rich) html() string {
	if key(r.Text) != "" {
		return r.Text
	}
	return r.Inner
}

// maxEntries bounds how many entries of a feed are read.
const maxEntries = 10_000

func readFeed(ctx context.Context, data []byte) ([]page, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(name string, r io.Reader) (io.Reader, error) {
		if _, ok := charset.Named(name); !ok {
			return r, nil
		}
		return charset.Decoder(canonical(name)).Reader(r), nil
	}
	var pages []page
	title := ""
	for len(pages) < maxEntries && ctx.Err() == nil {
		t, err := d.Token()
		if err == io.EOF { //nolint:errorlint // the decoder gives it as it is
			break
		}
		if err != nil {
			return pages, err
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch start.Name.Local {
		case "title":
			if title == "" {
				_ = d.DecodeElement(&title, &start)
			}
		case "item", "entry":
			var e entry
			if err := d.DecodeElement(&e, &start); err != nil {
				return pages, err
			}
			p, err := e.page(key(title))
			if err != nil {
				return pages, err
			}
			pages = append(pages, p)
		}
	}
	return pages, ctx.Err()
}

func (e *entry) page(feed string) (page, error) {
	p, err := pageOf(firstOf(e.Encoded, e.Content.html(), e.Summary.html(), e.Description))
	if err != nil {
		return p, err
	}
	for i := range p.blocks {
		p.blocks[i].boilerplate = false
	}
	p.title, p.source = key(e.Title), firstOf(e.Source, feed)
	for _, v := range []string{e.Published, e.PubDate, e.Date, e.Updated} {
		if d, ok := dateIn(v); ok {
			p.published = d
			break
		}
		if t, err := mail.ParseDate(v); err == nil {
			p.published = enduse.DateOf(t)
			break
		}
	}
	return p, nil
}
