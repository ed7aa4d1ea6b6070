package ofac

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/list"
)

var directiveNumber = regexp.MustCompile(`Subject to Directives? (\d[a-z]?)\b`)

// directive notes which directive of an order a piece names.
func directive(order string) func(*remarks, string) bool {
	return func(r *remarks, rest string) bool {
		m := directiveNumber.FindStringSubmatch(rest)
		if m != nil && !slices.Contains(r.directives[order], m[1]) {
			r.directives[order] = append(r.directives[order], m[1])
		}
		// "for more information ... visit" is under the same label
		return m != nil || strings.Contains(rest, "visit the following link")
	}
}

var listingDate = regexp.MustCompile(`^\((?:EO )?([^)]*)\)[: ]*(.*)$`)

// listingDate reads "(CMIC) 03 Jun 2021" and "(EO 14024 Directive 2): 24 Feb
// 2022".
func (r *remarks) listingDate(rest string) bool {
	m := listingDate.FindStringSubmatch(rest)
	if m == nil {
		return false
	}
	d, ok := list.ParseTreasuryDate(m[2])
	if !ok {
		return false
	}
	what := strings.Replace(m[1], " Directive ", "/", 1)
	r.listed[what] = d
	if order, number, ok := strings.Cut(what, "/"); ok && !slices.Contains(r.directives[order], number) {
		r.directives[order] = append(r.directives[order], number)
	}
	return true
}

// share says how a row bears on whether its file is the consolidated list.
type share int

const (
	eitherList share = iota
	onlyConsolidated
	neverConsolidated
)

// consolidatedRow judges a row by its programmes alone.
func consolidatedRow(programs []string) share {
	found := neverConsolidated
	for _, p := range programs {
		if _, ok := programmeActs[p]; ok {
			return onlyConsolidated
		}
		if _, menu := menuActs[p]; menu || directivePrograms[p] != "" {
			found = eitherList
		}
	}
	return found
}
