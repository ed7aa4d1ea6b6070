package eu

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/name"
)

// lowQuality is how the remark on a name says that it is a weak one.
var lowQuality = regexp.MustCompile(`(?i)\blow? quality`)

// names takes the names, the one that does for the first before all others.
func (p *party) names(nodes []list.Node) {
	first := p.first(nodes)
	if first >= 0 {
		p.alias(nodes[first], enduse.NamePrimary)
	}
	for i, n := range nodes {
		if i != first {
			p.alias(n, kind(n))
		}
	}
}

// first is the first strong name in Latin letters, one without a language
// before one with; else the first strong name, else the first.
func (p *party) first(nodes []list.Node) int {
	best, rank := -1, 4
	for i, n := range nodes {
		text, r := nameText(n), 3
		switch {
		case text == "":
			continue
		case !weak(n) && latin(text) && (n.Attr("nameLanguage") == "" || n.Attr("nameLanguage") == "EN"):
			r = 0
		case !weak(n) && latin(text):
			r = 1
		case !weak(n):
			r = 2
		}
		if r < rank {
			best, rank = i, r
		}
	}
	return best
}

func weak(n list.Node) bool {
	return strings.EqualFold(n.Attr("strong"), "false") || lowQuality.MatchString(n.Get("remark"))
}

func latin(text string) bool {
	script := name.ScriptOf(text)
	return script == "Latn" || script == "Zyyy"
}

// kind tells weak aliases, names in an original script, and the rest.
func kind(n list.Node) enduse.NameKind {
	switch {
	case weak(n):
		return enduse.NameWeakAlias
	case !latin(nameText(n)) && !slices.Contains([]string{"BG", "EL"}, strings.ToUpper(n.Attr("nameLanguage"))):
		return enduse.NameOriginal
	}
	return enduse.NameAlias
}

// nameText is the name as a whole, or put together.
func nameText(n list.Node) string {
	if text := list.OneLine(n.Attr("wholeName")); text != "" {
		return text
	}
	return list.JoinParts(" ", n.Attr("firstName"), n.Attr("middleName"), n.Attr("lastName"))
}

// alias takes a name and what comes with it: title, function, gender.
func (p *party) alias(n list.Node, k enduse.NameKind) {
	text := nameText(n)
	p.AddName(text, k, p.split(n))
	p.AddText(&p.Titles, n.Attr("title"))
	if p.Schema == enduse.SchemaPerson {
		p.AddText(&p.Positions, n.Attr("function"))
	} else {
		p.AddNote("Function", n.Attr("function"))
	}
	p.SetGender("gender", n.Attr("gender"))
	p.AddNote("Name "+text, remarks(n))
}

// split keeps the parts of a person's name where the list has more than one.
func (p *party) split(n list.Node) *enduse.NameParts {
	parts := enduse.NameParts{
		Given: list.OneLine(n.Attr("firstName")), Middle: list.OneLine(n.Attr("middleName")), Family: list.OneLine(n.Attr("lastName")),
	}
	if p.Schema != enduse.SchemaPerson || parts.Given == "" || parts.Family == "" {
		return nil
	}
	parts.Title = list.OneLine(n.Attr("title"))
	return &parts
}
