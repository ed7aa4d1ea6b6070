package redflag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
)

// References are what the user knows to be usual: prices of goods, the ways that
// they take, where they are delivered and how they are packed. Signs 13, 16, 17 and
// 22 are evaluated against these alone.
type References struct {
	Prices    []ReferencePrice `yaml:"prices"`
	Routes    []ReferenceRoute `yaml:"routes"`
	Delivery  []ReferenceTerms `yaml:"delivery"`
	Packaging []ReferenceTerms `yaml:"packaging"`
	digest    string
}

// ReferenceTerms are words, one of them usually stated: a place of delivery, a way of
// packing.
type ReferenceTerms struct {
	HS          string         `yaml:"hs"`          // empty: of all goods
	Destination enduse.Country `yaml:"destination"` // empty: to anywhere
	Usual       []string       `yaml:"usual"`
}

// ReferencePrice is the usual price of a unit of goods: of a part number, or of
// all goods under an HS code.
type ReferencePrice struct {
	HS       string  `yaml:"hs"`  // 2 to 6 digits
	MPN      string  `yaml:"mpn"` // manufacturer's part number
	Price    float64 `yaml:"price"`
	Currency string  `yaml:"currency"` // ISO 4217; an item in another one is not compared
	Unit     string  `yaml:"unit"`     // empty: of any
	Source   string  `yaml:"source"`   // where the user has it from
}

// ReferenceRoute is a usual way of goods to a destination: by way of these
// countries, in this order; each may be left out.
type ReferenceRoute struct {
	HS          string           `yaml:"hs"`     // empty: of all goods
	Origin      enduse.Country   `yaml:"origin"` // empty: from anywhere
	Destination enduse.Country   `yaml:"destination"`
	Transit     []enduse.Country `yaml:"transit"`
}

// maxReferences bounds, in bytes, a file of references.
const maxReferences = 16 << 20

// ReadReferences reads a file of references, YAML. The error holds every fault,
// each with its line.
func ReadReferences(path string, file io.Reader) (*References, error) {
	fail := func(err error) (*References, error) {
		return nil, &enduse.Error{Op: "references", Code: enduse.CodeInvalid, Subject: path, Err: err, Hint: `prices: [{hs: "854231", currency: EUR, price: 12.5}] and routes: [{destination: KZ, transit: [PL, BY]}]`}
	}
	data, err := io.ReadAll(io.LimitReader(file, maxReferences+1))
	if err != nil {
		return fail(err)
	}
	if len(data) > maxReferences {
		return fail(fmt.Errorf("it is longer than %d MB", maxReferences>>20))
	}
	r := &References{}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(r); err != nil {
		return fail(err)
	}
	var root yaml.Node
	if err := yaml.Unmarshal(data, &root); err != nil {
		return fail(err)
	}
	if err := r.validate(linesOf(&root)); err != nil {
		return fail(err)
	}
	sum := sha256.Sum256(data)
	r.digest = "sha256:" + hex.EncodeToString(sum[:])
	return r, nil
}

// Digest is the SHA-256 of the file, for the stamp.
func (r *References) Digest() string { return r.digest }

// linesOf are the lines of the entries under each key.
func linesOf(root *yaml.Node) map[string][]int {
	lines := map[string][]int{}
	if len(root.Content) == 0 {
		return lines
	}
	fields := root.Content[0].Content
	for i := 0; i+1 < len(fields); i += 2 {
		for _, entry := range fields[i+1].Content {
			lines[fields[i].Value] = append(lines[fields[i].Value], entry.Line)
		}
	}
	return lines
}

func (r *References) validate(lines map[string][]int) error {
	var all []error
	fault := func(list string, i int, is bool, text string) {
		if is {
			line := 0
			if i < len(lines[list]) {
				line = lines[list][i]
			}
			all = append(all, fmt.Errorf("line %d: %s: %s", line, list, text))
		}
	}
	for i, p := range r.Prices {
		fault("prices", i, (p.HS == "") == (p.MPN == ""), "give hs or mpn, one of the two")
		fault("prices", i, p.HS != "" && !isHS(p.HS), fmt.Sprintf("hs %q: write 2, 4 or 6 digits", p.HS))
		fault("prices", i, !(p.Price > 0) || math.IsInf(p.Price, 0), "price must be above zero")
		fault("prices", i, len(p.Currency) != 3, fmt.Sprintf("currency %q: write the three letters of ISO 4217", p.Currency))
	}
	for i, w := range r.Routes {
		fault("routes", i, w.HS != "" && !isHS(w.HS), fmt.Sprintf("hs %q: write 2, 4 or 6 digits", w.HS))
		fault("routes", i, !w.Destination.Valid(), fmt.Sprintf("destination %q is not a country code", w.Destination))
		fault("routes", i, w.Origin != "" && !w.Origin.Valid(), fmt.Sprintf("origin %q is not a country code", w.Origin))
		for _, c := range w.Transit {
			fault("routes", i, !c.Valid(), fmt.Sprintf("transit %q is not a country code", c))
		}
	}
	for _, x := range []struct {
		list  string
		terms []ReferenceTerms
	}{{"delivery", r.Delivery}, {"packaging", r.Packaging}} {
		list := x.list
		for i, w := range x.terms {
			fault(list, i, w.HS != "" && !isHS(w.HS), fmt.Sprintf("hs %q: write 2, 4 or 6 digits", w.HS))
			fault(list, i, w.Destination != "" && !w.Destination.Valid(), fmt.Sprintf("destination %q is not a country code", w.Destination))
			fault(list, i, len(w.Usual) == 0 || slices.Contains(w.Usual, ""), "usual: give the words that are usual")
		}
	}
	if len(r.Prices)+len(r.Routes)+len(r.Delivery)+len(r.Packaging) == 0 {
		all = append(all, errors.New("it gives no prices, routes, delivery or packaging"))
	}
	return errors.Join(all...)
}

// isHS reports whether a code is a chapter, a heading or a subheading.
func isHS(code string) bool {
	return (len(code) == 2 || len(code) == 4 || len(code) == 6) && strings.Trim(code, "0123456789") == ""
}

// MarketPrice is the usual price of a unit of an item, in the item's currency: that
// of its part number, else of the longest HS code that it is under. It is 0 where
// none is known in that currency and unit.
func (r *References) MarketPrice(it enduse.Item) float64 {
	codes, best, longest := headings(it.HS), 0.0, -1
	for _, p := range r.Prices {
		if !strings.EqualFold(p.Currency, it.Currency) || p.Unit != "" && !strings.EqualFold(p.Unit, it.Unit) {
			continue
		}
		switch {
		case p.MPN != "" && strings.EqualFold(p.MPN, it.MPN):
			return p.Price
		case p.HS != "" && len(p.HS) > longest && under(codes, p.HS):
			best, longest = p.Price, len(p.HS)
		}
	}
	return best
}

// Fits says whether the "route", the "delivery" or the "packaging" of a shipment is
// one that is usual: "yes", "no", or "" where no reference is of it or the shipment
// does not state it.
func (r *References) Fits(what string, s *enduse.Shipment) string {
	switch what {
	case "route":
		return r.FitsRoute(s)
	case "delivery":
		return fitTerms(r.Delivery, s.Delivery, s)
	case "packaging":
		return fitTerms(r.Packaging, s.Packaging, s)
	}
	return ""
}

// fitTerms looks for one of the usual words in what is stated.
func fitTerms(terms []ReferenceTerms, stated string, s *enduse.Shipment) string {
	if stated == "" {
		return ""
	}
	answer, low := "", strings.ToLower(stated)
	for _, w := range terms {
		if w.Destination != "" && w.Destination != s.Route.Destination || !carries(w.HS, s.Items) {
			continue
		}
		answer = "no"
		if slices.ContainsFunc(w.Usual, func(u string) bool { return strings.Contains(low, strings.ToLower(u)) }) {
			return "yes"
		}
	}
	return answer
}

// FitsRoute says whether the way of a shipment is one that is usual: "yes", "no",
// or "" where no reference is of its goods and destination, or the shipment does
// not state by way of where it goes.
func (r *References) FitsRoute(s *enduse.Shipment) string {
	if len(s.Route.Transit) == 0 {
		return ""
	}
	known := false
	for _, w := range r.Routes {
		if w.Destination != s.Route.Destination || w.Origin != "" && s.Route.Origin != "" && w.Origin != s.Route.Origin || !carries(w.HS, s.Items) {
			continue
		}
		if known = true; leadsBy(w.Transit, s.Route.Transit) {
			return "yes"
		}
	}
	if known {
		return "no"
	}
	return ""
}

// carries reports whether one of the items is of an HS code; "" is every one's.
func carries(hs string, items []enduse.Item) bool {
	if hs == "" {
		return true
	}
	for _, it := range items {
		if under(headings(it.HS), hs) {
			return true
		}
	}
	return false
}

// headings are the codes of a field; a chapter or a heading alone is one too: a
// reference may be of no more.
func headings(hs string) []string {
	if isHS(hs) {
		return []string{hs}
	}
	return sixes(hs)
}

// under reports whether one of the codes is of a chapter, heading or subheading.
func under(codes []string, hs string) bool {
	return slices.ContainsFunc(codes, func(c string) bool { return strings.HasPrefix(c, hs) })
}

// leadsBy reports whether countries are among those of a way, in its order.
func leadsBy(way, countries []enduse.Country) bool {
	for _, c := range way {
		if len(countries) > 0 && countries[0] == c {
			countries = countries[1:]
		}
	}
	return len(countries) == 0
}
