package advanced

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
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
	var out []list.Format
	for _, source := range ofac.Sources() {
		id, role := "ofac-sdn-advanced", "sdn_advanced.xml"
		if source.ID != "ofac-sdn" {
			id, role = "ofac-cons-advanced", "cons_advanced.xml"
		}
		out = append(out, list.Format{
			ID: id, Source: source, Roles: []list.Role{{Name: role, Required: true}},
			Detect: func(h list.Head) string {
				if sourceOf(h) == source.ID {
					return role
				}
				return ""
			},
			Read: func(set list.Set) iter.Seq2[enduse.Entity, error] {
				open := func() (io.ReadCloser, string, error) { return set.Open(role) }
				return Read(open, source.ID)
			},
			Published: func(set list.Set) *enduse.Date { return published(set, role) },
		})
	}
	return out
}

var errFound = errors.New("found")

// manyProgrammes is a number of programmes without non-SDN parties that only
// the SDN list has: the consolidated list of 2020 has 2 of them, that of 2025
// has 4, the SDN list more than 60.
const manyProgrammes = 12

// sourceOf names the source of a file, "" if it is none of this format. The
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
func published(set list.Set, role string) *enduse.Date {
	rc, _, err := set.Open(role)
	if err != nil {
		return nil
	}
	defer rc.Close()
	var date *enduse.Date
	x := list.NewXML(rc, maxRecord)
	// reading stops at the element, or fails before it: the same to the caller
	_ = x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
		n, err := x.Tree(start)
		if err == nil && n.Name == "DateOfIssue" {
			if d, ok := point(n); ok {
				date = &d
			}
		}
		return false, errFound
	})
	return date
}
