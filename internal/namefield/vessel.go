package namefield

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	// shipPrefix is the kind of a ship in letters: M/V, M.T., S.S., LNG/C, т/х.
	shipPrefix = regexp.MustCompile(`(?i)^(?:(?:m[\s./]?[vtsnfy]|s[\s./]?[sty]|t[\s./]?[ts]|f[\s./]?[vb]|d[\s./]?b|m[\s./]?t[\s./]?[sv]|l[np]g[\s./]?c|ro[\s.-]?ro|т[./][хкр]|д[./]?э|п[./]?т)(?:[.:/]+\s*|\s+))+`)
	// voyageTail is a voyage after a name: "Voy 12", "V.123E", "рейс 5".
	voyageTail = regexp.MustCompile(`(?i)[\s,/(-]+(?:voyage|voy|viaje|reise|rejs|рейс|sefer|trip|v)(?:[\s.:#№]*(?:no|nr|n)?[\s.:#№]*)[0-9][0-9a-z/-]*\)?\s*$`)
	hanShip    = regexp.MustCompile(`[轮輪号號船]+$`)
)

// Vessel returns the name of a ship without what people add to it in a cell: the kind
// of the ship, before or after the name, and the voyage. It returns the text itself if
// nothing was added, or if nothing else would be left.
func Vessel(text string) string {
	out := strings.TrimSpace(voyageTail.ReplaceAllString(text, ""))
	out = shipPrefix.ReplaceAllString(strings.TrimLeft(out, " \"'«“"), "")
	out = hanShip.ReplaceAllString(out, "")
	words := wordsOf(out)
	from, to := 0, len(words)
	for from < to-1 && lexicon().ships[words[from].folded] {
		from++
	}
	for to > from+1 && lexicon().ships[words[to-1].folded] {
		to--
	}
	if from == to || strings.IndexFunc(out[words[from].start:words[to-1].end], unicode.IsLetter) < 0 {
		return text
	}
	return out[words[from].start:words[to-1].end]
}
