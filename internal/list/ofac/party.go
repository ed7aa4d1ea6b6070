package ofac

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Party is a party on its way to an entity. The readers of the XML formats fill
// it; what a label means, which measures follow from a programme and how the
// remarks are read is the same for all of them and for CSV. What needs no
// reading is set in the Entity itself.
type Party struct {
	*list.EntityBuilder
	remarks  remarks
	said     []string // statements that no field holds, for the remarks
	programs []string
	listings []Listing
}

// NewParty begins a party. The number is OFAC's for it, the same in all
// formats: ent_num, uid, FixedRef or entity id.
func NewParty(source enduse.SourceID, number string) (*Party, error) {
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || n <= 0 {
		return nil, fmt.Errorf("%q is not a party's number", number)
	}
	p := &Party{EntityBuilder: list.NewEntity(source, strconv.Itoa(n))}
	p.remarks = remarks{entity: p.EntityBuilder, directives: map[string][]string{}, listed: map[string]enduse.Date{}}
	return p, nil
}

// PartyID returns the id of another party of the same source, or "" if that is not
// a number.
func (p *Party) PartyID(number string) enduse.EntityID {
	n, err := strconv.Atoi(strings.TrimSpace(number))
	if err != nil || n <= 0 {
		return ""
	}
	return partyID(p.Source, n)
}

func partyID(source enduse.SourceID, n int) enduse.EntityID {
	return enduse.EntityID(fmt.Sprintf("%s:%d", source, n))
}

// SetType takes OFAC's word for what the party is: Individual, Entity, Vessel
// or Aircraft.
func (p *Party) SetType(word string) {
	word = strings.ToLower(list.OneLine(word))
	if word == "entity" {
		word = ""
	}
	setType(p.EntityBuilder, word)
}

// AddName adds a name that is not empty.
func (p *Party) AddName(n enduse.Name) {
	if n.Text = list.OneLine(n.Text); n.Text != "" {
		p.Names = append(p.Names, n)
	}
}

// FullName writes a person's name as OFAC does, "FAMILY, Given".
func FullName(family, given string) string {
	if family == "" || given == "" {
		return family + given
	}
	return family + ", " + given
}

// AddTitles takes the titles, with "; " between them.
func (p *Party) AddTitles(text string) {
	for t := range strings.SplitSeq(text, "; ") {
		if t = strings.TrimSpace(t); t != "" {
			p.Titles = append(p.Titles, t)
		}
	}
}

// AddAddress adds an address that says something, with its country as printed.
func (p *Party) AddAddress(a enduse.Address, countryText string) {
	addAddress(p.EntityBuilder, a, countryText)
}

// AddProgram adds a programme under which the party is listed.
func (p *Party) AddProgram(code string) {
	if code = list.OneLine(code); code != "" {
		p.programs = addNew(p.programs, []string{code})
	}
}

// AddListing adds a list on which the party is, its programmes too.
func (p *Party) AddListing(l Listing) { p.listings = append(p.listings, l) }

// ReadRemarks reads the remarks by the grammar of the CSV. The XML formats
// print "(Linked To: NAME)" where the CSV has "Linked To: NAME".
func (p *Party) ReadRemarks(text string) {
	text = strings.TrimSpace(text)
	p.remarks.read(joined{text: unwrapLinks(text), whole: text})
}

// unwrapLinks takes the parentheses off the links, and sets each apart.
func unwrapLinks(text string) string {
	const open = "(Linked To: "
	for {
		i := strings.Index(text, open)
		if i < 0 {
			return text
		}
		end, depth := len(text), 0
		for j := i; j < len(text); j++ {
			if text[j] == '(' {
				depth++
			} else if text[j] == ')' {
				if depth--; depth == 0 {
					end = j
					break
				}
			}
		}
		link := "; Linked To: " + text[i+len(open):end]
		before := strings.TrimRight(text[:i], " ;.")
		after := strings.TrimLeft(strings.TrimPrefix(text[end:], ")"), " ;.")
		if after != "" {
			after = "; " + after
		}
		text = strings.TrimPrefix(before+link+after, "; ")
	}
}

// Finish returns the entity. It is valid or the record a fault: that is for
// the caller to see.
func (p *Party) Finish() enduse.Entity {
	source := publicationOf(p.Source)
	if len(p.listings) > 0 {
		p.Designations = p.designateListed(p.listings)
	} else {
		p.Designations = source.designate(p.programs, &p.remarks)
	}
	p.List = source.source.Lists[0]
	if len(p.Designations) > 0 {
		p.List = p.Designations[0].List
	}
	setParts(p.EntityBuilder)
	p.Remarks = strings.Join(append(nonEmpty(p.Remarks), p.said...), "; ")
	return p.Build()
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func publicationOf(id enduse.SourceID) publication {
	if id == consolidated.source.ID {
		return consolidated
	}
	return sdn
}

// Say adds a statement that no field holds to the remarks.
func (p *Party) Say(text string) {
	if text = list.OneLine(text); text != "" {
		p.said = append(p.said, text)
	}
}
