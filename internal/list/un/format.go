package un

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "un-sc"
	root   = "CONSOLIDATED_LIST"
	// roleMain is the only file of an edition.
	roleMain = "consolidated.xml"
)

// Format returns the Security Council's consolidated XML.
func Format() list.Format {
	return list.Format{
		ID: "un-sc-xml",
		Source: list.Source{
			ID: listID, Title: "United Nations Security Council Consolidated List",
			Publisher: "United Nations Security Council",
			URL:       "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
			Lists:     []enduse.ListID{listID},
			// About half of the 1,011 records of 1 August 2026.
			Floor: 500,
		},
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      open,
		Published: published,
	}
}

func detect(h list.Head) string {
	if start, err := rootOf(bytes.NewReader(h.Bytes)); err == nil && start.Name.Local == root {
		return roleMain
	}
	return ""
}

// rootOf returns the first element of a file.
func rootOf(r io.Reader) (xml.StartElement, error) {
	dec := newDecoder(r)
	for {
		token, err := dec.token()
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return start, nil
		}
	}
}

// published reads the day on which the file was made, in UTC.
func published(set list.Set) *enduse.Date {
	for _, f := range set.Role(roleMain) {
		rc, err := f.Open()
		if err != nil {
			continue
		}
		start, err := rootOf(rc)
		rc.Close()
		if err != nil {
			continue
		}
		for _, a := range start.Attr {
			if d, ok := isoDay(a.Value); ok && a.Name.Local == "dateGenerated" {
				return &d
			}
		}
	}
	return nil
}

func open(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		files := set.Role(roleMain)
		if len(files) == 0 {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeNotFound, Subject: roleMain, Err: errors.New("the file is missing"),
			})
			return
		}
		rc, err := files[0].Open()
		if err != nil {
			yield(enduse.Entity{}, &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: files[0].Name, Err: err})
			return
		}
		defer rc.Close()
		Read(rc, files[0].Name)(yield)
	}
}
