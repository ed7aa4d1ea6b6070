package goods

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
)

// ControlNumber is a number of a dual-use list: an ECCN of the US Commerce
// Control List or a number of Annex I to Regulation (EU) 2021/821. Both are
// built the same way: category, product group, three digits, and paragraphs.
type ControlNumber struct {
	Category  int    // 0 nuclear to 9 aerospace
	Group     byte   // A to E
	Number    int    // 0 to 999
	Paragraph string // such as "b.2", or ""
	EAR99     bool   // subject to the EAR and on no entry; nothing else is set
}

// Categories are the headings of the ten categories, by their digit.
var categories = [10]string{
	"nuclear materials, facilities and equipment", "special materials and related equipment", "materials processing", "electronics", "computers",
	"telecommunications and information security", "sensors and lasers", "navigation and avionics", "marine", "aerospace and propulsion",
}

var groups = map[byte]string{
	'A': "systems, equipment and components", 'B': "test, inspection and production equipment", 'C': "materials", 'D': "software", 'E': "technology",
}

var (
	eccnForm = regexp.MustCompile(`^([0-9])[ .-]?([A-E])[ .-]?([0-9]{3})((?:[ .-]?[A-Z0-9]{1,4}){0,8})$`)
	ear99    = regexp.MustCompile(`^EAR[ -]?99$`)
	munition = regexp.MustCompile(`^(ML ?[0-9]{1,2}|USML|CATEGORY [IVX]+|[IVX]{1,5}\()`)
	wordHead = regexp.MustCompile(`^(?:US |EU )?(?:ECCN|CCL|DUAL[- ]USE|AL)[ .:#-]*`)
)

// ParseControlNumber reads "3A001", "eccn: 5a992.c", "9A104", "EAR99". The error
// is an *enduse.Error with a hint.
func ParseControlNumber(text string) (ControlNumber, error) {
	s := strings.ToUpper(strings.TrimSpace(text))
	if len(s) > maxHSText {
		return ControlNumber{}, eccnError(text, fmt.Sprintf("it is longer than %d characters", maxHSText), "give one number a field, such as 3A001.b.2")
	}
	s = strings.TrimSpace(wordHead.ReplaceAllString(s, ""))
	if ear99.MatchString(s) {
		return ControlNumber{EAR99: true}, nil
	}
	m := eccnForm.FindStringSubmatch(s)
	if m == nil {
		if munition.MatchString(s) {
			return ControlNumber{}, eccnError(text, "it is a number of a munitions list, which is not checked", "ask who licenses arms exports; in the US, the ITAR (22 CFR 120-130)")
		}
		return ControlNumber{}, eccnError(text, "it is not a control number", "a digit, a letter A to E and three digits, such as 3A001, or EAR99")
	}
	n, _ := strconv.Atoi(m[3]) // three digits
	return ControlNumber{Category: int(m[1][0] - '0'), Group: m[2][0], Number: n, Paragraph: paragraph(m[4])}, nil
}

// paragraph writes ".B 2" as "b.2"; "B2" stays one.
func paragraph(s string) string {
	return strings.ToLower(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" .-", r) }), "."))
}

func eccnError(text, what, hint string) error {
	return &enduse.Error{Op: "control number", Code: enduse.CodeInvalid, Subject: fmt.Sprintf("%q", clip(text)), Hint: hint, Err: errors.New(what)}
}

// Base returns the number without its paragraphs, such as 3A001.
func (c ControlNumber) Base() string {
	if c.EAR99 {
		return "EAR99"
	}
	return fmt.Sprintf("%d%c%03d", c.Category, c.Group, c.Number)
}

func (c ControlNumber) String() string {
	if c.Paragraph == "" {
		return c.Base()
	}
	return c.Base() + "." + c.Paragraph
}

// Describe says in words what the category and the group are.
func (c ControlNumber) Describe() string {
	if c.EAR99 {
		return "subject to the EAR and on no entry of the Commerce Control List"
	}
	return categories[c.Category] + ": " + groups[c.Group]
}

// Regime returns what the three digits say of the reason for control.
func (c ControlNumber) Regime() (Regime, bool) {
	for _, r := range Regimes {
		if !c.EAR99 && c.Number >= r.From && c.Number <= r.To {
			return r, true
		}
	}
	return Regime{}, false
}
