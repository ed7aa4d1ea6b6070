package route

import (
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// maxAddress bounds an address that is read, in bytes, and maxParts its parts: of a
// longer one the beginning and the end are read.
const (
	maxAddress = 2000
	maxParts   = 24
)

// weight says how sure it is that somebody is at a place that an address names.
type weight int

const (
	hint         weight = iota + 1 // worth seeing: a phone number, a place next to another country
	contradicted                   // the address ends there, while another country is stated
	stated                         // nothing speaks against it
)

// spot is a place that a party says something about.
type spot struct {
	at     Location
	field  string // of the address, or of the party
	text   string // what names it
	weight weight
	final  bool // where the text ends, or a field of its own
}

// readAddress returns the places that an address names, each weighed against the
// others and against the countries that are stated elsewhere. A place counts only
// as a part of its own ("…, Tehran, Iran"), or at the end of the last part
// ("12 Example Ave Tehran"): never within a street ("Tehran Street, Seoul").
func readAddress(a enduse.Address, home []enduse.Country) []spot {
	var spots []spot
	text, street := a.Text, a.Street
	if text == "" && a.City == "" && a.Region == "" {
		text, street = street, ""
	}
	spots = append(spots, readText(street, "street", false)...)
	spots = append(spots, readText(text, "text", true)...)
	for _, f := range []struct{ name, text string }{{"city", a.City}, {"region", a.Region}, {"country", a.CountryText}} {
		own := readText(f.text, f.name, true)
		for i := range own {
			own[i].final = true
		}
		spots = append(spots, own...)
	}
	said := home
	if a.Country != "" {
		said = []enduse.Country{a.Country}
	}
	weigh(spots, said, fold(a.String()))
	return spots
}

// weigh sets the weights of the places of one address.
func weigh(spots []spot, said []enduse.Country, whole string) {
	var end enduse.Country // where the address ends by its own words
	for _, s := range spots {
		if s.final {
			end = s.at.Country
		}
	}
	for i := range spots {
		s := &spots[i]
		var others []enduse.Country
		agrees := s.at.Code == string(end) && !s.final
		for _, c := range append(slices.Clone(said), end) {
			switch {
			case c == "":
			case c.Compatible(s.at.Country), len(s.at.Code) > 2 && c == "RU":
				agrees = agrees || slices.Contains(said, c) || c == end
			default:
				others = append(others, c)
			}
		}
		switch {
		case otherNamesake(s, whole):
			s.weight = 0
		case len(others) == 0 || agrees && slices.ContainsFunc(said, func(c enduse.Country) bool { return c.Compatible(s.at.Country) }):
			s.weight = stated
		case namesake(s.text, others):
			s.weight = 0
		case s.final && s.at.Country == end || s.field == "city" || s.field == "region" || s.field == "country":
			s.weight = contradicted
		default:
			s.weight = hint
		}
	}
}

// otherNamesake reports a city whose address names a region where another city
// has the name.
func otherNamesake(s *spot, whole string) bool {
	return s.at.Kind == "city" && slices.ContainsFunc(elsewhere()[s.at.Code], func(w string) bool {
		return strings.Contains(" "+whole+" ", " "+w+" ")
	})
}

// namesake reports whether one of the countries has a place of the same name.
func namesake(text string, in []enduse.Country) bool {
	key := strings.Join(bare(text), " ")
	return slices.ContainsFunc(in, func(c enduse.Country) bool { return slices.Contains(namesakes()[key], c) })
}

// readText returns the places of a text, in its order.
func readText(text, field string, whole bool) (spots []spot) {
	all := partsOf(text)
	for i, part := range all {
		last := i == len(all)-1
		if at, ok := wholePart(part, last && whole); ok {
			spots = append(spots, spot{at: at, field: field, text: part, final: whole && last})
			continue
		}
		if joined := hyphened(part, field); joined != nil {
			spots = append(spots, joined...)
			continue
		}
		if last && whole {
			spots = append(spots, ends(part, field)...)
		}
		if at, words, ok := begins(part); ok {
			spots = append(spots, spot{at: at, field: field, text: words})
		}
	}
	return spots
}

// partsOf cuts an address into its parts, and leaves out those without a letter.
func partsOf(text string) []string {
	if len(text) > maxAddress {
		text = text[:maxAddress/2] + "\n" + text[len(text)-maxAddress/2:]
	}
	text = strings.NewReplacer(" - ", "\n", " – ", "\n", " — ", "\n").Replace(text)
	all := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\n\r\t,;|()[]/،؛，；、•", r) })
	kept := all[:0]
	for _, p := range all {
		if p = strings.TrimSpace(p); strings.ContainsFunc(p, unicode.IsLetter) && !strings.ContainsRune(p, '@') {
			kept = append(kept, p)
		}
	}
	if len(kept) > maxParts {
		kept = append(kept[:maxParts/2], kept[len(kept)-maxParts/2:]...)
	}
	return kept
}

// wholePart reads a part that is a place. A code of two letters is one at the end
// only, and in capitals.
func wholePart(part string, last bool) (Location, bool) {
	letters := strings.TrimFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
	if letters == strings.ToUpper(letters) && isASCII(letters) {
		if at, ok := lexica().states[letters]; ok {
			return at, true
		}
		if c := enduse.Country(letters); last && c.Valid() {
			return ofCountry(c), true
		}
		if at, ok := locode(letters); ok {
			return at, true
		}
	}
	if words := bare(part); len(words) > 0 {
		if at, ok := lexica().states[strings.Join(words, " ")]; ok {
			return at, true
		}
	}
	return single(part)
}

// hyphened reads parts that hyphens divide, if two or more of them are places of one
// country: "Iran-Tehran-Vanak Sq.".
func hyphened(part, field string) (spots []spot) {
	pieces := strings.Split(part, "-")
	if len(pieces) < 2 || len(pieces) > maxParts {
		return nil
	}
	for _, p := range pieces {
		at, ok := single(strings.TrimSpace(p))
		switch {
		case !ok:
		case len(spots) > 0 && spots[0].at.Country != at.Country:
			return nil
		default:
			spots = append(spots, spot{at: at, field: field, text: strings.TrimSpace(p)})
		}
	}
	if len(spots) < 2 {
		return nil
	}
	return spots
}

// ends reads the places at the end of a part: "12 Example Ave Damascus Syria". A
// name that belongs to a street in front of it ("Rue de Téhéran") counts only if
// its country follows it.
func ends(part, field string) (spots []spot) {
	raw := strings.Fields(part)
	words := strings.Fields(fold(part))
	for len(words) > 1 && strings.ContainsAny(words[len(words)-1], "0123456789") && len(words[len(words)-1]) > 3 {
		words = words[:len(words)-1] // a postal code
	}
	last := strings.Trim(raw[len(raw)-1], ".,")
	if at, ok := lexica().states[last]; ok && len(last) == 2 {
		return []spot{{at: at, field: field, text: last, final: true}}
	}
	if c := enduse.Country(last); c.Valid() && len(raw) > 1 && len(words) > 1 {
		spots = append(spots, spot{at: ofCountry(c), field: field, text: last, final: true})
		words = words[:len(words)-1]
	}
	for len(words) > 0 {
		at, n := tail(words)
		if n == 0 || n == len(words) && len(spots) == 0 {
			break
		}
		sure := len(spots) > 0 && spots[len(spots)-1].at.Country == at.Country
		if !sure && inStreet(words[:len(words)-n]) {
			break
		}
		spots = append(spots, spot{at: at, field: field, text: strings.Join(words[len(words)-n:], " "), final: true})
		words = words[:len(words)-n]
	}
	if len(spots) == 1 && len(words) > 0 && inStreet(words) {
		return nil
	}
	slices.Reverse(spots)
	return spots
}

// tail finds the longest name of a place that words end with.
func tail(words []string) (Location, int) {
	for n := min(maxNameWords, len(words)); n > 0; n-- {
		key := strings.Join(words[len(words)-n:], " ")
		if at, ok := byKey(key); ok {
			return at, n
		}
		if at, ok := lexica().states[key]; ok {
			return at, n
		}
	}
	return Location{}, 0
}

// inStreet reports whether words open the name of a street that no number closes.
func inStreet(words []string) bool {
	for i := range slices.Backward(words) {
		if strings.ContainsAny(words[i], "0123456789") && i > 0 || lexica().after[words[i]] && !lexica().before[words[i]] {
			return false
		}
		if lexica().before[words[i]] {
			return true
		}
	}
	return false
}

// begins reads the place in front of a part in a script whose addresses go from
// the whole to the part: "伊朗德黑兰…", "Крым Ялта ул …", "تهران خیابان …".
func begins(part string) (Location, string, bool) {
	if isASCII(part) {
		return Location{}, "", false
	}
	words := strings.Fields(fold(part))
	for n := min(3, len(words)-1); n > 0; n-- {
		key := strings.Join(words[:n], " ")
		if isASCII(key) {
			continue
		}
		if at, ok := byKey(key); ok {
			_, m := tail(words[n : n+1])
			if m > 0 || lexica().before[words[n]] || slices.Contains(lexica().label, words[n]) {
				return at, key, true
			}
		}
	}
	r := []rune(strings.Join(words, ""))
	if len(r) == 0 || !unicode.In(r[0], unicode.Han, unicode.Hangul, unicode.Katakana) {
		return Location{}, "", false
	}
	for n := min(10, len(r)-1); n > 1; n-- {
		at, ok := byKey(string(r[:n]))
		if !ok {
			continue
		}
		rest := r[n:]
		if strings.ContainsRune("市省州区道시도", rest[0]) {
			return at, string(r[:n]), rest[0] != '道' || len(rest) > 1
		}
		for m := min(10, len(rest)); m > 1; m-- {
			if next, ok := byKey(string(rest[:m])); ok && next.Country == at.Country {
				return next, string(r[:n+m]), true
			}
		}
	}
	return Location{}, "", false
}

// countryOfText is the country that an address ends in by its own words.
func countryOfText(a enduse.Address) (c enduse.Country, text string) {
	for _, s := range readAddress(a, nil) {
		if s.weight == stated && (s.final || c == "") {
			c, text = s.at.Country, s.text
		}
	}
	return c, text
}

// nameOf returns the name of a country or a region.
func nameOf(code string) string {
	if len(code) == 2 {
		return country.Name(enduse.Country(code))
	}
	for _, r := range readTable("regions.csv") {
		if r[0] == code {
			return r[1]
		}
	}
	return code
}
