package intake

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/route"
)

// isWrittenAddress reports whether a text has a number and a comma, as addresses do, and
// no legal form or word of trade, as names of firms do.
func isWrittenAddress(text string) bool {
	line := oneLine(text)
	if digitsIn(line) == 0 || !strings.ContainsAny(line, ",，\n") && !strings.Contains(text, "\n") {
		return false
	}
	return !isFirm(line)
}

// isFirm reports whether a text has a legal form or a word of trade, as names of firms do.
// Of two words or fewer it could be either, and counts as one.
func isFirm(line string) bool {
	n := name.Analyse(line)
	for i := range n.Tokens {
		if c := n.Tokens[i].Class; c == name.Legal || c == name.Business {
			return true
		}
	}
	return len(n.Tokens) <= 2
}

// hasOwnName reports whether the second part of a name could be the whole name of somebody:
// "GmbH & Co. KG" and "Else" could not.
func hasOwnName(text string) bool {
	n, plain := name.Analyse(text), 0
	for i := range n.Tokens {
		if n.Tokens[i].Class == name.Plain {
			plain++
		}
	}
	return plain > 1
}

// hasForm reports whether a text has a legal form that is no word of addresses too.
func hasForm(line string) bool {
	n := name.Analyse(line)
	for i := range n.Tokens {
		if n.Tokens[i].Class == name.Legal {
			return true
		}
	}
	return false
}

// carriesName are the words that begin a line with another name.
var carriesName = regexp.MustCompile(`(?i)^\s*(?:c\s*/\s*o|att(?:entio)?n|z\.? ?h(?:d|ä|a)n?d?s?\.?|fao|on behalf of|notify|a/c|t/a|d/b/a|dba)\b`)

// streetLine is a line or a piece of an address that shows it by a number: of a house, of
// a post code, of a post box.
var streetLine = regexp.MustCompile(`(?i)^(?:p\.? ?o\.? ?box\b.*|[\p{L}.'’\-/ ]{3,}\s\d{1,5}\s?[a-z]?(?:[-/]\d{1,4}[a-z]?)?|\d{1,5}[a-z]?(?:[-/]\d{1,4}[a-z]?)?,?\s+[\p{L}.'’\-/ ]{3,}|(?:[A-Z]{1,2}-)?\d{4,6}\s+[\p{L}.'’\-/ ()]{2,}|[\p{L}.'’\-/ ()]{2,}\s(?:[A-Z]{2}\s)?\d{4,6}|.*\b[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2}\b.*)$`)

// splitName parts a cell that holds a name and an address: on lines of their own, or with
// commas between them. The address begins with the first line or piece after the name that
// shows a number as addresses do, and goes on to a line with a legal form or with "c/o",
// which names somebody again. In one line, a piece before the number is the address's too
// where it is a country; else it stays with the name, as a city after a name does. A text
// whose address does not show itself stays whole.
func splitName(text string) (names []string, address []string) {
	pieces, separator := strings.Split(strings.TrimSpace(text), "\n"), "\n"
	if len(pieces) == 1 {
		pieces, separator = strings.Split(pieces[0], ","), ","
		if len(pieces) < 3 && !streetAndTown(pieces) {
			return []string{text}, nil
		}
	}
	in := false
	for i, p := range pieces {
		p = oneLine(p)
		if placeholder(p) {
			continue
		}
		firm := hasForm(p) || carriesName.MatchString(p)
		switch {
		case i > 0 && !firm && (in || addressShows(p)):
			in = true
			address = append(address, p)
		case separator == "," && in:
			return []string{text}, nil // a name again: no order that could be relied on
		default:
			in = false
			names = append(names, p)
		}
	}
	if len(address) == 0 || len(names) == 0 || separator == "," && digitsIn(strings.Join(address, " ")) == 0 {
		return []string{text}, nil
	}
	if separator == "," {
		names = []string{strings.Join(names, ", ")}
	}
	return names, address
}

// streetAndTown reports whether the second of two pieces is a whole address.
func streetAndTown(pieces []string) bool {
	return len(pieces) == 2 && addressShows(oneLine(pieces[1])) && len(strings.Fields(pieces[1])) > 2
}

// addressShows reports whether a text is a line of an address by its number, or a country.
func addressShows(line string) bool {
	if streetLine.MatchString(line) {
		return true
	}
	_, ok := country.Parse(line)
	return ok && len(line) > 3
}

// streetWords say that a line with a number is a street, a house or a post box.
var streetWords = regexp.MustCompile(`(?i)(?:stra(?:ß|ss)e|str|strasse|weg|platz|allee|gasse|ring|damm|ufer|street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|square|highway|hwy|box|building|bldg|floor|flat|unit|suite|rue|chemin|quai|via|viale|piazza|calle|avenida|av|carrera|rua|ulica|ul|aleja|al|ulitsa|prospekt|pr|pereulok|shosse|naberezhnaya|вул|ул|улица|вулиця|пр|проспект|шоссе|переулок|д|дом|sokak|sok|cadde|cad|mah|straat|laan|plein|gatan|vägen|ulice|nám|utca|út)\.?(?:[\s,\d]|$)`)

// isPlaceSurely reports whether a line of an address can be nobody's name: a country, a
// known place, a post code with its town, a street with its number.
func isPlaceSurely(line string) bool {
	if _, ok := country.Parse(line); ok || route.IsPlace(line) {
		return true
	}
	return digitsIn(line) > 0 && (postCode.MatchString(line) || streetWords.MatchString(line))
}

// postCode is a number of four to six digits, or a post code of Great Britain.
var postCode = regexp.MustCompile(`(?:^|[\s-])(?:\d{4,6}|[A-Z]{1,2}\d{1,2}[A-Z]?\s\d[A-Z]{2})(?:\s|$)`)
