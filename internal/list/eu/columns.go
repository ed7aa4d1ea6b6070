package eu

import (
	"encoding/xml"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/list"
)

// place is the element and the attribute of the XML that a column means.
// The attribute of a remark is its text; those of regulation belong to the
// regulation by which the element came.
type place struct {
	element   string
	attribute string
	law       bool // of the element's regulation
}

// prefixes name the part of a record in which a column is.
var prefixes = map[string]string{
	"Entity": record, "NameAlias": "nameAlias", "Address": "address", "BirthDate": "birthdate",
	"Identification": "identification", "Citizenship": "citizenship",
}

// renamed are the columns whose names are not those of the attributes.
var renamed = map[string]place{
	"Entity_EU_ReferenceNumber":             {element: record, attribute: "euReferenceNumber"},
	"Entity_SubjectType":                    {element: "subjectType", attribute: "classificationCode"},
	"Entity_SubjectType_ClassificationCode": {element: "subjectType", attribute: "code"},
	"BirthDate_BirthDate":                   {element: "birthdate", attribute: "birthdate"},
	"BirthDate_Day":                         {element: "birthdate", attribute: "dayOfMonth"},
	"BirthDate_Month":                       {element: "birthdate", attribute: "monthOfYear"},
	"Identification_IssuedDate":             {element: "identification", attribute: "issueDate"},
	"Identification_TypeCode":               {element: "identification", attribute: "identificationTypeCode"},
	"Identification_TypeDescription":        {element: "identification", attribute: "identificationTypeDescription"},
}

// ignored are columns about the file.
var ignored = []string{"fileGenerationDate"}

// placeOf returns what a column means, and false for one never seen.
func placeOf(column string) (place, bool) {
	if p, ok := renamed[column]; ok {
		return p, true
	}
	prefix, rest, ok := strings.Cut(column, "_")
	p := place{element: prefixes[prefix]}
	if !ok || p.element == "" {
		return place{}, false
	}
	known := strings.Fields(attributes[p.element] + " logicalId regulationLanguage remark")
	if law, ok := strings.CutPrefix(rest, "Regulation_"); ok {
		p.law, rest = true, law
		known = strings.Fields(attributes["regulation"] + " type publicationUrl")
	}
	if rest == "" {
		return place{}, false
	}
	p.attribute = strings.ToLower(rest[:1]) + rest[1:]
	return p, slices.Contains(known, p.attribute)
}

// set adds an attribute, or the text of a remark.
func set(n *list.Node, attribute, value string) {
	if attribute == "remark" {
		n.Kids = append(n.Kids, list.Node{Name: "remark", Text: value})
		return
	}
	n.Attrs = append(n.Attrs, xml.Attr{Name: xml.Name{Local: attribute}, Value: value})
}
