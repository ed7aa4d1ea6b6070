package mapped

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// names adds the names of a column. The first name of an entity is primary
// where its column states no kind.
func (b *builder) names(c nameColumn) {
	for _, v := range b.values(c.column) {
		kind := enduse.NameKind(c.Kind)
		if kind == "" {
			kind = enduse.NameAlias
			if len(b.e.Names) == 0 {
				kind = enduse.NamePrimary
			}
		}
		if c.OtherScript != "" && len(b.e.Names) > 0 && script(v) != b.e.Names[0].Script {
			kind = enduse.NameKind(c.OtherScript)
		}
		b.name(v, kind)
		if base, inner, ok := inParentheses(v); c.Parentheses && ok {
			b.name(base, enduse.NameAlias)
			b.name(inner, enduse.NameOriginal)
		}
	}
}

// name adds a name that the entity does not have yet.
func (b *builder) name(text string, kind enduse.NameKind) {
	for _, n := range b.e.Names {
		if n.Text == text {
			return
		}
	}
	b.e.Names = append(b.e.Names, enduse.Name{Text: text, Kind: kind, Script: script(text)})
}

// inParentheses cuts "Ivan IVANOV (Иван ИВАНОВ)" into the two names. It must
// be two scripts: "(IRGC)" after a name is left as it is.
func inParentheses(s string) (base, inner string, ok bool) {
	base, rest, ok := strings.Cut(s, "(")
	inner, tail, closed := strings.Cut(rest, ")")
	base, inner = strings.TrimSpace(base), strings.TrimSpace(inner)
	if !ok || !closed || strings.TrimSpace(tail) != "" || base == "" || inner == "" {
		return "", "", false
	}
	return base, inner, script(base) != script(inner) && script(inner) != "" && script(inner) != "Latn"
}

// script returns the script of most letters of a text in ISO 15924, or "".
func script(s string) string {
	if code := name.ScriptOf(s); code != "Zyyy" && code != "Zzzz" {
		return code
	}
	return ""
}
