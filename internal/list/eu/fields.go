package eu

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/list"
)

// field is what an element of a record means. A nil function is one that is
// read elsewhere.
type field func(*party, list.Node)

// fields are the elements in a sanctionEntity.
var fields = map[string]field{
	"remark":                func(p *party, n list.Node) { p.AddRemark(n.Text) },
	"regulation":            func(p *party, n list.Node) { p.only(n, "publicationUrl", "corrigendum", "remark") },
	"subjectType":           func(*party, list.Node) {},
	"nameAlias":             func(p *party, n list.Node) { p.only(n, parts...) },
	"citizenship":           (*party).citizenship,
	"birthdate":             (*party).birth,
	"address":               (*party).address,
	"identification":        (*party).identification,
	"additionalInformation": func(p *party, n list.Node) { p.AddNote(n.Attr("key"), n.Attr("value")) },
}

// parts are the elements that may stand in every part of a record.
var parts = []string{"regulationSummary", "remark", "additionalInformation"}

// attributes are those that are read in each element, or that say nothing of
// the party: the language of a regulation, the number of a row.
var attributes = map[string]string{
	record:                  "euReferenceNumber logicalId designationDate designationDetails unitedNationId delistingDate",
	"regulation":            "programme numberTitle publicationDate entryIntoForceDate regulationType organisationType",
	"subjectType":           "code classificationCode",
	"nameAlias":             "firstName middleName lastName wholeName function gender title nameLanguage strong",
	"citizenship":           "region countryIso2Code countryDescription acquisitionDate disenfranchisementDate",
	"birthdate":             "circa calendarType birthdate year monthOfYear dayOfMonth yearRangeFrom yearRangeTo city place region zipCode countryIso2Code countryDescription",
	"address":               "street poBox city zipCode region place asAtListingTime contactInfo countryIso2Code countryDescription",
	"identification":        "identificationTypeCode identificationTypeDescription number latinNumber issuedBy issueDate validFrom validTo nameOnDocument diplomatic knownExpired knownFalse reportedLost revokedByIssuer region countryIso2Code countryDescription",
	"additionalInformation": "key value",
}

// attributes keeps attributes that are not in the table as unread.
func (p *party) attributes(n list.Node) {
	known := strings.Fields(attributes[n.Name] + " logicalId regulationLanguage")
	for _, a := range n.Attrs {
		if a.Value != "" && !slices.Contains(known, a.Name.Local) {
			p.AddUnread(n.Name+"/"+a.Name.Local, a.Value)
		}
	}
}

// only keeps children that are not among the known ones as unread.
func (p *party) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		p.AddUnread(n.Name+"/"+k.Name, whole(k))
	}
}

// remarks returns the remarks on a part, and its further information.
func remarks(n list.Node) string {
	var out []string
	for _, k := range n.All("remark") {
		out = append(out, k.Text)
	}
	for _, k := range n.All("additionalInformation") {
		out = append(out, list.JoinParts(": ", k.Attr("key"), k.Attr("value")))
	}
	return list.JoinParts("; ", out...)
}

// whole is everything that an element says, for one that is not understood.
func whole(n list.Node) string {
	var out []string
	for _, a := range n.Attrs {
		if a.Value != "" {
			out = append(out, a.Name.Local+"="+a.Value)
		}
	}
	return list.JoinParts(" ", append(out, n.AllText())...)
}
