package namefield

import (
	"regexp"
	"strings"
	"unicode"
)

// shipKinds are what stands before or behind the name of a ship and says what it is:
// the prefixes of ships' papers and the words of languages, folded, parted by blanks.
// Sources: the prefixes of merchant ships as Lloyd's List and IMO circulars write
// them; the words are of common usage, not verified at a source.
const shipKinds = `motor steam sailing turbine oil crude product products chemical gas lng lpg bulk container general dry reefer
	vessel ship tanker carrier barge tug tugboat trawler ferry freighter supply boat motorship steamship containership vlcc ulcc aframax suezmax panamax vsl
	schiff motorschiff tankschiff frachter tanker kahn schip motorschip zeeschip fartyg skib skip
	buque tanque motonave nave barco navio petrolero granelero navire bateau petrolier cargo vraquier
	теплоход танкер судно сухогруз балкер контейнеровоз буксир баржа паром ледокол нефтеналивной
	gemi gemisi tankeri kapal tau`

var shipWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(shipKinds) {
		m[w] = true
	}
	return m
}()

var (
	// shipPrefix is a prefix of letters: M/V, M.T., S.S., LNG/C, т/х.
	shipPrefix = regexp.MustCompile(`(?i)^(?:(?:m[\s./]?[vtsnfy]|s[\s./]?[sty]|t[\s./]?[ts]|f[\s./]?[vb]|d[\s./]?b|m[\s./]?t[\s./]?[sv]|l[np]g[\s./]?c|ro[\s.-]?ro|т[./][хкр]|д[./]?э|п[./]?т)(?:[.:/]+\s*|\s+))+`)
	// voyageTail is a voyage behind a name: "Voy 12", "V.123E", "рейс 5".
	voyageTail = regexp.MustCompile(`(?i)[\s,/(-]+(?:voyage|voy|viaje|reise|rejs|рейс|sefer|trip|v)(?:[\s.:#№]*(?:no|nr|n)?[\s.:#№]*)[0-9][0-9a-z/-]*\)?\s*$`)
	hanShip    = regexp.MustCompile(`[轮輪号號船]+$`)
)

// Vessel returns the name of a ship without what stands with it in a cell of ships:
// what kind of ship it is, before or behind, and the voyage. It is the text itself
// where there is nothing of the kind, or nothing else.
func Vessel(text string) string {
	out := strings.TrimSpace(voyageTail.ReplaceAllString(text, ""))
	out = shipPrefix.ReplaceAllString(strings.TrimLeft(out, " \"'«“"), "")
	out = hanShip.ReplaceAllString(out, "")
	words := wordsOf(out)
	from, to := 0, len(words)
	for from < to-1 && shipWords[words[from].folded] {
		from++
	}
	for to > from+1 && shipWords[words[to-1].folded] {
		to--
	}
	if from == to || strings.IndexFunc(out[words[from].start:words[to-1].end], unicode.IsLetter) < 0 {
		return text
	}
	return out[words[from].start:words[to-1].end]
}
