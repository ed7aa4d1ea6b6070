package redflag

import (
	_ "embed" // the tables
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

// Functions are what expressions may call; docs/redflags.md says what each does.
type Functions struct {
	CHPL      func(hs string) bool              `expr:"chpl"`
	Tier      func(hs string) string            `expr:"tier"`
	Hub       func(code string) bool            `expr:"hub"`
	HubOf     func(regime, code string) bool    `expr:"hub_of"`
	Embargoed func(code string) bool            `expr:"embargoed"`
	Coalition func(code string) bool            `expr:"coalition"`
	Partner   func(code string) bool            `expr:"partner"`
	InEU      func(code string) bool            `expr:"in_eu"`
	FreeMail  func(email string) bool           `expr:"free_mail"`
	Phone     func(phone string) []string       `expr:"phone_countries"`
	Phone1    func(phone string) string         `expr:"phone_country"`
	Days      func(from, to any) int            `expr:"days"`
	Before    func(day, than any) bool          `expr:"before"`
	After     func(day, than any) bool          `expr:"after"`
	AnyWord   func(text string, words any) bool `expr:"any_word"`
	SameName  func(a, b string) bool            `expr:"same_name"`
	SameGoods func(Purchase) bool               `expr:"same_goods"`
	Bought    func(Item) []Purchase             `expr:"bought"`
	Listed    func(Party) bool                  `expr:"listed"`
	ListedAs  func(Party) []string              `expr:"listed_as"`
	Found     func(ids any) int                 `expr:"found"`
	Located   func(Party) []string              `expr:"co_located"`
	Managed   func(Party) []string              `expr:"management_of"`
	Owner     func(Party) []string              `expr:"owner_unknown"`
	Name      func(name string) []string        `expr:"listed_name"`
	Price     func(Item) float64                `expr:"market_price"`
	Fits      func(what string) string          `expr:"fits"`
	Chapter   func(hs string) string            `expr:"chapter"`
	Chapters  func(hs string) []string          `expr:"chapters"`
}

//go:embed freemail.txt
var freemailText string

//go:embed calling.csv
var callingText string

var freemail = sync.OnceValue(func() []string { return strings.Fields(freemailText) })

var calling = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(callingText) {
		code, countries, _ := strings.Cut(strings.TrimSpace(line), ",")
		m[code] = strings.Fields(countries)
	}
	return m
})

// functions returns the functions of expressions, bound to one evaluation.
func functions(in Input) Functions {
	on := func(list string) func(string) bool {
		return func(code string) bool { return len(route.On(list, code, in.Query.AsOf)) > 0 }
	}
	f := Functions{
		Hub: on(route.Hub), Embargoed: on(route.Embargo), Coalition: on(route.Coalition),
		Partner: on(route.EUPartner), InEU: on(route.EUMember),
		HubOf: func(regime, code string) bool {
			return slices.ContainsFunc(route.On(route.Hub, code, in.Query.AsOf), func(e route.Entry) bool { return string(e.Regime) == regime })
		},
		FreeMail: freeMail, Phone: phoneCountries,
		Phone1: func(phone string) string { return first(phoneCountries(phone)) },
		Days:   days, Before: before, After: after, AnyWord: anyWord, SameName: sameName,
		SameGoods: func(p Purchase) bool {
			return slices.ContainsFunc(in.Query.Shipment.Items, func(it enduse.Item) bool { return SameGoods(p.HS, p.MPN, it) })
		},
		Chapter: func(hs string) string { return first(chapters(hs)) }, Chapters: chapters,
	}
	f.searched(in)
	return f
}

// searched binds the functions that use Facts. An absent one returns nothing, and Needs
// keep rules from calling it.
func (f *Functions) searched(in Input) {
	facts := in.Facts
	f.Tier = func(hs string) string {
		if facts.CHPL == nil || hs == "" {
			return ""
		}
		return facts.CHPL(hs)
	}
	f.CHPL = func(hs string) bool { return f.Tier(hs) != "" }
	ofParty := func(search func(int) []string) func(Party) []string {
		return func(p Party) []string {
			if search == nil || p.Index < 0 {
				return nil
			}
			return search(p.Index)
		}
	}
	f.ListedAs = ofParty(facts.Listed)
	f.Listed = func(p Party) bool { return len(f.ListedAs(p)) > 0 }
	f.Located, f.Managed, f.Owner = ofParty(facts.CoLocated), ofParty(facts.Management), ofParty(facts.OwnerUnknown)
	known := map[string][]string{}
	f.Name = func(name string) []string {
		if facts.ListedName == nil {
			return nil
		}
		if _, ok := known[name]; !ok {
			known[name] = facts.ListedName(name)
		}
		return known[name]
	}
	f.Price = func(i Item) float64 {
		if facts.MarketPrice == nil {
			return 0
		}
		return facts.MarketPrice(in.item(i.Line))
	}
	f.Bought = func(i Item) []Purchase {
		if facts.Bought == nil {
			return nil
		}
		return purchases(facts.Bought(in.item(i.Line)))
	}
	f.Fits = func(what string) string {
		if facts.Fits == nil {
			return ""
		}
		return facts.Fits(what)
	}
}

func (in Input) item(line int) enduse.Item {
	for _, it := range in.Query.Shipment.Items {
		if it.Line == line {
			return it
		}
	}
	return enduse.Item{}
}

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

// freeMail reports whether an address is of a domain where anybody gets one.
func freeMail(email string) bool {
	_, domain, ok := strings.Cut(strings.ToLower(strings.TrimSpace(email)), "@")
	return ok && slices.Contains(freemail(), strings.TrimRight(domain, ">. "))
}

// phoneCountries returns the countries of a number's calling code (ITU-T E.164);
// none for a number that does not begin with + or 00.
func phoneCountries(phone string) []string {
	digits := strings.Map(func(r rune) rune {
		if r == '+' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, phone)
	rest, ok := strings.CutPrefix(digits, "+")
	if !ok {
		if rest, ok = strings.CutPrefix(digits, "00"); !ok {
			return nil
		}
	}
	for n := min(3, len(rest)); n > 0; n-- {
		if c, ok := calling()[rest[:n]]; ok {
			return c
		}
	}
	return nil
}

// dateOf reads a date of an expression: a Date, a text, or a time.
func dateOf(v any) enduse.Date {
	switch d := v.(type) {
	case enduse.Date:
		return d
	case time.Time:
		return enduse.DateOf(d)
	case string:
		if parsed, err := enduse.ParseDate(d); err == nil {
			return parsed
		}
	}
	return enduse.Date{}
}

// days counts the days from one date to another, by the first day that each may
// mean; 0 where either is not known.
func days(from, to any) int {
	a, b := dateOf(from), dateOf(to)
	if a.IsZero() || b.IsZero() {
		return 0
	}
	return int(b.First().Sub(a.First()).Hours() / 24)
}

// before reports whether a date may be before a day; false where it is not known.
func before(day, than any) bool {
	a, b := dateOf(day), dateOf(than)
	return !a.IsZero() && !b.IsZero() && a.First().Before(b.First())
}

// after reports whether a date may be after a day; false where it is not known.
func after(day, than any) bool {
	a, b := dateOf(day), dateOf(than)
	return !a.IsZero() && !b.IsZero() && a.Last().After(b.Last())
}
