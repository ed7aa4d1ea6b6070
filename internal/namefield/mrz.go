package namefield

import (
	"regexp"
	"strings"
)

// zone is the line of a machine-readable zone that has the name: ICAO Doc 9303 parts 3
// to 5. Passports and visas begin it with the type of the document and its state; cards
// have the name on a line of its own.
var zone = regexp.MustCompile(`(?:^|\s)(?:[PVIAC][A-Z<][A-Z<]{3})?([A-Z]+(?:<[A-Z]+)*)<<([A-Z]+(?:<[A-Z]+)*)?<*`)

// machineReadable returns the names in machine-readable zones.
func machineReadable(text string) (out []Reading) {
	if !strings.Contains(text, "<<") {
		return nil
	}
	for _, m := range zone.FindAllStringSubmatch(strings.ToUpper(text), 4) {
		surname, given := strings.ReplaceAll(m[1], "<", " "), strings.ReplaceAll(m[2], "<", " ")
		out = append(out, Reading{Text: strings.TrimSpace(given + " " + surname), Grade: Repaired, How: "from the machine-readable zone of a document"})
	}
	return out
}
