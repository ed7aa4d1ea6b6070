package enduse

import "strings"

// Address is a postal address as far as its source splits it. Text holds the
// whole when the source does not.
type Address struct {
	Text       string  `json:"text,omitempty"`
	Street     string  `json:"street,omitempty"`
	City       string  `json:"city,omitempty"`
	Region     string  `json:"region,omitempty"` // state, province
	PostalCode string  `json:"postal_code,omitempty"`
	Country    Country `json:"country,omitempty"`
	// CountryText is the country as printed where no code could be given.
	CountryText string `json:"country_text,omitempty"`
	Note        string `json:"note,omitempty"`
}

// IsZero reports whether the address says nothing.
func (a Address) IsZero() bool { return a == Address{} }

// String writes the address on one line, without the note.
func (a Address) String() string {
	if a.Text != "" {
		return a.Text
	}
	country := a.CountryText
	if country == "" {
		country = string(a.Country)
	}
	return joinNonEmpty(", ", a.Street, a.City, a.Region, a.PostalCode, country)
}

// Place is where somebody was born or something is: a settlement, a
// region, a country, or just a text.
type Place struct {
	Text    string  `json:"text"`
	City    string  `json:"city,omitempty"`
	Region  string  `json:"region,omitempty"`
	Country Country `json:"country,omitempty"`
}

// String returns the place as the list writes it, or its parts on one line.
func (p Place) String() string {
	if p.Text != "" {
		return p.Text
	}
	return joinNonEmpty(", ", p.City, p.Region, string(p.Country))
}

func joinNonEmpty(sep string, parts ...string) string {
	kept := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}
