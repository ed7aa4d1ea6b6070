package ofac

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/name"
)

// NamePart is a part of a name with OFAC's word for it, such as "Last Name".
type NamePart struct{ Type, Value string }

// namePartFields are OFAC's words for the parts of a person's name. A
// matronymic is a second family name, as in Spanish.
var namePartFields = map[string]func(*enduse.NameParts) *string{
	"last name":   func(p *enduse.NameParts) *string { return &p.Family },
	"matronymic":  func(p *enduse.NameParts) *string { return &p.Family },
	"first name":  func(p *enduse.NameParts) *string { return &p.Given },
	"middle name": func(p *enduse.NameParts) *string { return &p.Middle },
	"patronymic":  func(p *enduse.NameParts) *string { return &p.Patronymic },
	"prefix":      func(p *enduse.NameParts) *string { return &p.Title },
	"suffix":      func(p *enduse.NameParts) *string { return &p.Suffix },
}

// wholeNames are the words for parts that are no parts of a person's name, or
// that no field holds.
var wholeNames = map[string]bool{
	"entity name": true, "vessel name": true, "aircraft name": true, "nickname": true, "maiden name": true,
}

// AddNameParts adds a name that is given in parts; where the format does not
// give it whole, as OFAC would write it. One that is not in Latin letters is of
// the kind NameOriginal, unless it is a weak alias.
func (p *Party) AddNameParts(whole string, parts []NamePart, kind enduse.NameKind) {
	var split enduse.NameParts
	var family, rest []string
	for _, part := range parts {
		word, value := strings.ToLower(list.OneLine(part.Type)), list.OneLine(part.Value)
		field, ok := namePartFields[word]
		switch {
		case value == "":
			continue
		case ok:
			f := field(&split)
			*f = strings.TrimSpace(*f + " " + value)
		case !wholeNames[word]:
			p.AddUnread("name part", part.Type)
		}
		if word == "last name" || word == "matronymic" {
			family = append(family, value)
		} else {
			rest = append(rest, value)
		}
	}
	n := enduse.Name{Text: list.OneLine(whole), Kind: kind}
	if n.Text == "" {
		n.Text = FullName(strings.Join(family, " "), strings.Join(rest, " "))
	}
	if split.Family != "" && len(rest) > 0 {
		n.Parts = &split
	}
	p.AddScriptName(n)
}

// AddScriptName adds a name with its script, if that is not Latin.
func (p *Party) AddScriptName(n enduse.Name) {
	if script := name.ScriptOf(n.Text); script != "Latn" && script != "Zyyy" && script != "Zzzz" {
		n.Script = script
		if n.Kind != enduse.NameWeakAlias {
			n.Kind = enduse.NameOriginal
		}
	}
	p.AddName(n)
}

// AliasKind returns the kind of an alias by OFAC's word for it: "Name",
// "A.K.A.", "F.K.A.".
func (p *Party) AliasKind(word string, primary, weak bool) enduse.NameKind {
	kind, ok := map[string]enduse.NameKind{
		"": enduse.NameAlias, "name": enduse.NameAlias, "a.k.a.": enduse.NameAlias,
		"n.k.a.": enduse.NameAlias, "d.b.a.": enduse.NameAlias, "f.k.a.": enduse.NameFormer,
	}[strings.ToLower(list.OneLine(word))]
	if !ok {
		kind = enduse.NameAlias
		p.AddUnread("alias type", word)
	}
	switch {
	case weak:
		return enduse.NameWeakAlias
	case primary:
		return enduse.NamePrimary
	}
	return kind
}
