package document

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

func isDOCX(head []byte, extension string) bool {
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return false
	}
	return extension == ".docx" || extension == "" || bytes.Contains(head, []byte("word/")) || bytes.Contains(head, []byte("[Content_Types]"))
}

// maxUnpacked bounds how many bytes of text a packed file may have.
const maxUnpacked = MaxBytes

func readDOCX(_ context.Context, data []byte) ([]page, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := page{}
	body, err := unpack(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if err := p.readParagraphs(body); err != nil {
		return nil, err
	}
	if core, err := unpack(z, "docProps/core.xml"); err == nil {
		p.readCore(core)
	}
	return []page{p}, nil
}

func unpack(z *zip.Reader, name string) ([]byte, error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, fmt.Errorf("%s is missing: it is not a Word document", name)
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, maxUnpacked+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxUnpacked {
		return nil, fmt.Errorf("%s is longer than %d MB when it is unpacked", name, maxUnpacked>>20)
	}
	return data, nil
}

// readParagraphs reads the text of the runs, and which are titles or headings.
func (p *page) readParagraphs(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	var text strings.Builder
	b, in := block{}, false
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				in = true
			case "tab", "br", "cr":
				text.WriteByte(' ')
			case "pStyle":
				for _, a := range t.Attr {
					style := strings.ToLower(a.Value)
					b.heading = b.heading || strings.HasPrefix(style, "title") || strings.HasPrefix(style, "heading")
				}
			}
		case xml.CharData:
			if in {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				in = false
			case "p":
				if b.text = strings.TrimSpace(text.String()); b.text != "" {
					if b.heading && p.title == "" {
						p.title = b.text
					}
					p.blocks = append(p.blocks, b)
				}
				text.Reset()
				b = block{}
			}
		}
	}
}

func (p *page) readCore(data []byte) {
	var core struct {
		Title   string `xml:"title"`
		Created string `xml:"created"`
	}
	if xml.Unmarshal(data, &core) != nil {
		return
	}
	p.title = firstOf(p.title, core.Title)
	if d, ok := dateIn(core.Created); ok {
		p.published = d
	}
}
