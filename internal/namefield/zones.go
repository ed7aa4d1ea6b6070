package namefield

import (
	"regexp"
	"strings"
)

// zone is a line of a machine-readable zone with a name: ICAO Doc 9303 parts 3 to
// 5. The document's type and its state come first on passports and visas; cards
// have the name on a line of its own.
var zone = regexp.MustCompile(`(?:^|\s)(?:[PVIAC][A-Z<][A-Z<]{3})?([A-Z]+(?:<[A-Z]+)*)<<([A-Z]+(?:<[A-Z]+)*)?<*`)

// zones adds the names of machine-readable zones.
func (f *Field) zones(text string) {
	if !strings.Contains(text, "<<") {
		return
	}
	upper := strings.ToUpper(text)
	for _, m := range zone.FindAllStringSubmatch(upper, 4) {
		surname, given := strings.ReplaceAll(m[1], "<", " "), strings.ReplaceAll(m[2], "<", " ")
		f.add(Reading{Text: strings.TrimSpace(given + " " + surname), Grade: Repaired, How: "from the machine-readable zone of a document"})
	}
}
