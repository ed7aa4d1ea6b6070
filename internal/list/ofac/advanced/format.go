package advanced

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

const (
	root = "Sanctions"
	// maxRecord bounds the bytes of one party. The longest known has 200 KiB.
	maxRecord = 4 << 20
)

// Formats returns the format for the SDN list and for the consolidated list.
func Formats() []list.Format {
	return ofac.XML{
		Name: "advanced", Title: "ADVANCED XML", SDN: "sdn_advanced.xml", Consolidated: "cons_advanced.xml", TriedConsol: "Mar 2020: 375 entities",
		SourceOf: sourceOf, Reopen: Read, Published: published,
	}.Formats()
}

var errFound = errors.New("found")

// manyProgrammes is a number of programmes without non-SDN parties that only
// the SDN list has: the consolidated list of 2020 has 2 of them, that of 2025
// has 4, the SDN list more than 60.
const manyProgrammes = 12

// sourceOf names the source of a file, "" if it is not in this format. The
// reference values hold the programmes that occur; where these do not decide,
// the name of the file does.
func sourceOf(h list.Head) enduse.SourceID {
	others, found, is := 0, false, false
	x := list.NewXML(bytes.NewReader(h.Bytes), maxRecord)
	// the head ends where it ends: that is an error of the document, not here
	_ = x.Walk(root, func(path []string, start xml.StartElement) (bool, error) {
		is = is || path[0] == "DateOfIssue"
		if len(path) == 1 && path[0] == "ReferenceValueSets" {
			return true, nil
		}
		n, err := x.Tree(start)
		if err != nil || n.Name != "SanctionsProgramValues" {
			return false, err
		}
		found = true
		for _, p := range n.Kids {
			if ofac.SourceOf("", [][]string{{p.Text}}) == "ofac-sdn" {
				others++
			}
		}
		return false, errFound
	})
	name := strings.ToLower(h.Name)
	switch {
	case !is:
		return ""
	case found && others <= manyProgrammes, strings.HasPrefix(name, "cons"):
		return "ofac-cons"
	}
	return "ofac-sdn"
}

// published reads the date of issue.
func published(src io.Reader) (d enduse.Date, ok bool) {
	n, err := list.FirstChild(src, maxRecord, root)
	if err != nil || n.Name != "DateOfIssue" {
		return d, false
	}
	return point(n)
}
