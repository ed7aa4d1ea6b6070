package catalog

import (
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/australia"
	"github.com/enduse/enduse/internal/list/bis"
	"github.com/enduse/enduse/internal/list/canada"
	"github.com/enduse/enduse/internal/list/csl"
	"github.com/enduse/enduse/internal/list/eu"
	"github.com/enduse/enduse/internal/list/mapped"
	"github.com/enduse/enduse/internal/list/ofac"
	"github.com/enduse/enduse/internal/list/ofac/advanced"
	"github.com/enduse/enduse/internal/list/ofac/enhanced"
	"github.com/enduse/enduse/internal/list/ofac/sdnxml"
	"github.com/enduse/enduse/internal/list/opensanctions"
	"github.com/enduse/enduse/internal/list/seco"
	"github.com/enduse/enduse/internal/list/uk"
	"github.com/enduse/enduse/internal/list/un"
)

// Formats returns the formats that are recognised by content, in the order in
// which they are tried.
func Formats() []list.Format {
	all := ofac.Formats()
	all = append(all, sdnxml.Formats()...)
	all = append(all, advanced.Formats()...)
	all = append(all, enhanced.Formats()...)
	all = append(all, un.Format())
	all = append(all, csl.Formats()...)
	all = append(all, bis.Format(), canada.Format(), australia.Format())
	all = append(all, opensanctions.Formats()...)
	all = append(all, eu.Formats()...)
	all = append(all, uk.Formats()...)
	all = append(all, seco.Format())
	for _, m := range mapped.Shipped() {
		all = append(all, m.Format())
	}
	return all
}
