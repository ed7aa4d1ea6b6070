package ofac

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

func (r *remarks) birthDate(rest string) bool {
	d, ok := list.ParseTreasuryDate(rest)
	if ok {
		r.entity.BirthDates = append(r.entity.BirthDates, d)
	}
	return ok
}

func (r *remarks) birthPlace(rest string) bool {
	if rest == "" {
		return false
	}
	r.entity.BirthPlaces = append(r.entity.BirthPlaces, list.PlaceOf(rest))
	return true
}

func (r *remarks) nationality(rest string) bool {
	_, ok := country.Parse(rest)
	if ok {
		r.entity.AddNationality("nationality", rest)
	}
	return ok
}

func (r *remarks) countryOf(rest string) bool {
	c, ok := country.Parse(rest)
	if ok {
		r.entity.AddCountry(c)
	}
	return ok
}

func (r *remarks) gender(rest string) bool {
	g, ok := map[string]enduse.Gender{"Male": enduse.GenderMale, "Female": enduse.GenderFemale}[rest]
	if ok {
		r.entity.Gender = g
	}
	return ok
}

// quotedName reads a name in single quotes: a weak alias, whatever the label
// says in addition.
func quotedName(r *remarks, rest string) bool {
	if len(rest) < 3 || rest[0] != '\'' || rest[len(rest)-1] != '\'' {
		return false
	}
	name := strings.TrimSpace(rest[1 : len(rest)-1])
	if name == "" {
		return false
	}
	r.entity.Names = append(r.entity.Names, enduse.Name{Text: name, Kind: enduse.NameWeakAlias})
	return true
}

// issuer reads the name under which the securities of a company are issued.
func (r *remarks) issuer(rest string) bool {
	for _, n := range r.entity.Names[:min(len(r.entity.Names), 100)] {
		if n.Text == rest {
			return true
		}
	}
	if rest != "" {
		r.entity.Names = append(r.entity.Names, enduse.Name{Text: rest, Kind: enduse.NameAlias})
	}
	return rest != ""
}

func (r *remarks) founded(rest string) bool {
	d, ok := list.ParseTreasuryDate(rest)
	if ok {
		r.entity.Founded = append(r.entity.Founded, d)
	}
	return ok
}

func (r *remarks) linkedTo(rest string) bool {
	return r.interest(rest, "")
}

func (r *remarks) operator(rest string) bool {
	return r.interest(rest, "operator")
}

func (r *remarks) interest(owner, role string) bool {
	if owner == "" {
		return false
	}
	r.entity.Interests = append(r.entity.Interests, enduse.Interest{
		Kind: enduse.InterestLinkedTo, OwnerName: owner, Asset: r.entity.ID, Role: role,
	})
	return true
}

func (r *remarks) position(rest string) bool {
	if rest != "" {
		r.entity.Positions = append(r.entity.Positions, rest)
	}
	return rest != ""
}

func (r *remarks) title(rest string) bool {
	if rest != "" {
		r.entity.Titles = append(r.entity.Titles, rest)
	}
	return rest != ""
}

// text appends what follows a label to one of the entity's texts.
func text(field func(*enduse.Entity) *[]string) func(*remarks, string) bool {
	return func(r *remarks, rest string) bool {
		if rest != "" {
			f := field(&r.entity.Entity)
			*f = append(*f, rest)
		}
		return rest != ""
	}
}

// wallet reads the currency's code and the address: "XBT 12QtD5...".
func (r *remarks) wallet(rest string) bool {
	currency, address, ok := strings.Cut(rest, " ")
	address = strings.TrimSpace(address)
	if !ok || address == "" || strings.ContainsAny(address, " ()") {
		return false
	}
	r.entity.AddIdentifier(enduse.Identifier{Kind: enduse.IDWallet, Value: address, Label: "Digital Currency Address", Note: currency})
	return true
}

func (r *remarks) vessel() *enduse.Vessel {
	if r.entity.Vessel == nil {
		r.entity.Vessel = &enduse.Vessel{}
	}
	return r.entity.Vessel
}

func (r *remarks) built(rest string) bool {
	d, ok := list.ParseTreasuryDate(rest)
	if ok {
		r.vessel().Built = &d
	}
	return ok
}

// vesselText sets a text of the vessel, or adds a second one to it.
func vesselText(field func(*enduse.Vessel) *string) func(*remarks, string) bool {
	return func(r *remarks, rest string) bool {
		f := field(r.vessel())
		switch {
		case rest == "":
			return false
		case *f == "":
			*f = rest
		case *f != rest:
			*f += "; " + rest
		}
		return true
	}
}

func (r *remarks) formerFlag(rest string) bool {
	if rest != "" {
		v := r.vessel()
		v.FormerFlags = append(v.FormerFlags, rest)
	}
	return rest != ""
}

func (r *remarks) flag(rest string) bool {
	c, ok := country.Parse(rest)
	if !ok {
		return false
	}
	if v := r.vessel(); v.Flag == "" {
		v.Flag = c
	}
	r.entity.AddCountry(c)
	return true
}

// identifier reads "VALUE (Country) issued DATE expires DATE".
func identifier(label string) func(*remarks, string) bool {
	return func(r *remarks, rest string) bool {
		v := splitValue(list.OneLine(rest)) // "600879  CN" has a blank too many
		if v.value == "" {
			return false
		}
		id, ok := list.TreasuryIdentifier(label, v.value, r.entity.Schema, v.country)
		if !ok {
			return false
		}
		id.Note = v.note
		r.entity.AddIdentifier(id)
		return true
	}
}

// value is an identifier as the remarks print it.
type value struct {
	value   string
	country enduse.Country
	note    string // issue, expiry and what else follows the number
}

// splitValue takes an identifier apart from its end.
func splitValue(s string) value {
	var notes []string
	for _, word := range []string{"issued", "expires", "expired"} {
		if before, _, ok := strings.Cut(" "+s, " "+word+" "); ok {
			notes = append(notes, strings.TrimSpace((" " + s)[len(before):]))
			s = strings.TrimSpace(before)
		}
	}
	var v value
	for strings.HasSuffix(s, ")") {
		i := strings.LastIndex(s, "(")
		if i < 0 {
			break
		}
		inside := s[i+1 : len(s)-1]
		if c, ok := country.Parse(inside); ok && v.country == "" {
			v.country = c
		} else if i > 0 {
			notes = append(notes, inside)
		} else { // "(5777731)": the number itself
			v.value = inside
		}
		s = strings.TrimSpace(s[:i])
	}
	if s != "" {
		v.value = strings.TrimRight(s, ",; ")
	}
	for _, note := range slices.Backward(notes) {
		v.note = strings.TrimSpace(v.note + " " + note)
	}
	return v
}
