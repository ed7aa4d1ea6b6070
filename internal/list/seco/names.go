package seco

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Bounds of one name, far above any real one: what is more is kept as unread.
const (
	maxParts    = 32
	maxVariants = 200 // of all parts together
)

// namePart is one part of a name with its other spellings.
type namePart struct {
	order    int
	kind     string
	value    string
	variants []variant
}

// variant is a spelling, in a language and a script.
type variant struct{ lang, script, text string }

// nameParts are the values of name-part-type.
var nameParts = []string{
	"family-name", "given-name", "further-given-name", "father-name", "grand-father-name", "maiden-name", "tribal-name",
	"whole-name", "suffix", "title", "other",
}

// name takes one name of an identity: what its parts make, and their
// spellings.
func (t *target) name(n list.Node, main bool) {
	t.known(n, "name-part")
	parts := t.nameParts(n)
	kind := t.nameKind(n, main)
	t.AddName(with(parts, nil, true), kind, t.split(parts))
	if kind == enduse.NamePrimary {
		kind = enduse.NameAlias
	}
	for _, v := range variantNames(parts) {
		t.AddName(v.text, v.kind(kind), nil)
	}
}

// nameParts returns the parts of a name in their order; titles go to the
// titles of the target.
func (t *target) nameParts(n list.Node) []namePart {
	var out []namePart
	left := maxVariants
	for i, k := range n.All("name-part") {
		if i >= maxParts {
			t.AddUnread("name-part", whatIn(k))
			continue
		}
		t.known(k, "value", "spelling-variant")
		p := namePart{kind: k.Attr("name-part-type"), value: list.OneLine(k.Get("value"))}
		p.order, _ = strconv.Atoi(k.Attr("order")) // without one it comes first, as in the file
		if p.kind != "" && !slices.Contains(nameParts, p.kind) {
			t.AddUnread("name-part-type", p.kind)
		}
		for _, v := range k.All("spelling-variant") {
			t.known(v)
			if left--; left < 0 {
				t.AddUnread("spelling-variant", v.Text)
			} else if text := list.OneLine(v.Text); text != "" {
				p.variants = append(p.variants, variant{v.Attr("lang"), strings.ToUpper(v.Attr("script")), text})
			}
		}
		if p.kind == "title" {
			t.AddText(&t.Titles, p.value)
			continue
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b namePart) int { return cmp.Compare(a.order, b.order) })
	return out
}

// nameKind tells primary, former and weak names. The primary name of another
// identity than the main one is an alias.
func (t *target) nameKind(n list.Node, main bool) enduse.NameKind {
	switch q := n.Attr("quality"); q {
	case "", "good", "low", "not-defined":
	default:
		t.AddUnread("name/quality", q)
	}
	kind := enduse.NameAlias
	switch k := n.Attr("name-type"); k {
	case "primary-name":
		if main && !slices.ContainsFunc(t.Names, func(n enduse.Name) bool { return n.Kind == enduse.NamePrimary }) {
			return enduse.NamePrimary
		}
	case "formerly-known-as":
		kind = enduse.NameFormer
	case "alias", "":
	default:
		t.AddUnread("name-type", k)
	}
	if n.Attr("quality") == "low" {
		return enduse.NameWeakAlias
	}
	return kind
}

// split keeps the parts of a person's name where there is more than one.
func (t *target) split(parts []namePart) *enduse.NameParts {
	if t.Schema != enduse.SchemaPerson || len(parts) < 2 {
		return nil
	}
	var out enduse.NameParts
	to := map[string]*string{
		"given-name": &out.Given, "further-given-name": &out.Middle, "family-name": &out.Family,
		"father-name": &out.Patronymic, "suffix": &out.Suffix,
	}
	for _, p := range parts {
		if field := to[p.kind]; field != nil {
			*field = list.JoinParts(" ", *field, p.value)
		}
	}
	if out == (enduse.NameParts{}) {
		return nil
	}
	return &out
}

// spelled is a name that other spellings make.
type spelled struct {
	text   string
	latin  bool
	enough bool // at least two parts are in the script, or all
}

// kind is weak for a single part of a name of several, and for the spellings
// of a weak name.
func (s spelled) kind(latin enduse.NameKind) enduse.NameKind {
	switch {
	case s.latin, latin == enduse.NameWeakAlias:
		return latin
	case s.enough:
		return enduse.NameOriginal
	}
	return enduse.NameWeakAlias
}

// variantNames puts names together of the spellings of their parts: the n-th
// of each part in one language and script make one; Latin ones also stand
// alone among the other parts as they are.
func variantNames(parts []namePart) []spelled {
	var out []spelled
	for i, p := range parts {
		for _, v := range p.variants {
			if v.latin() {
				out = append(out, spelled{text: with(parts, map[int]string{i: v.text}, true), latin: true})
			}
		}
	}
	for _, k := range keys(parts) {
		for n := 0; ; n++ {
			chosen := map[int]string{}
			fresh := false
			for i, p := range parts {
				of := p.in(k)
				if n < len(of) {
					fresh = true
				}
				if len(of) > 0 {
					chosen[i] = of[min(n, len(of)-1)]
				}
			}
			if !fresh {
				break
			}
			out = append(out, spelled{text: with(parts, chosen, k.latin()), latin: k.latin(), enough: len(chosen) > 1 || len(parts) == 1})
		}
	}
	return out
}

func (v variant) latin() bool { return v.script == "LATN" || v.script == "" }

// keys are the languages and scripts of the spellings, in their order.
func keys(parts []namePart) []variant {
	var out []variant
	for _, p := range parts {
		for _, v := range p.variants {
			if k := (variant{lang: v.lang, script: v.script}); !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}

// in returns the spellings of a part in a language and a script.
func (p namePart) in(key variant) []string {
	var out []string
	for _, v := range p.variants {
		if v.lang == key.lang && v.script == key.script {
			out = append(out, v.text)
		}
	}
	return out
}

// with joins the parts with some of them spelled otherwise; the others stand
// as they are, or not at all.
func with(parts []namePart, chosen map[int]string, others bool) string {
	var out []string
	for i, p := range parts {
		if text, ok := chosen[i]; ok {
			out = append(out, text)
		} else if others {
			out = append(out, p.value)
		}
	}
	return list.JoinParts(" ", out...)
}
