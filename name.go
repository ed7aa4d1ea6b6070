package enduse

// NameKind says how a list gives a name.
type NameKind string

// The kinds of names. A weak alias ("low quality a.k.a.") is one that its
// publisher calls broad or generic.
const (
	NamePrimary   NameKind = "primary"
	NameAlias     NameKind = "alias"
	NameWeakAlias NameKind = "weak_alias"
	NameFormer    NameKind = "former"
	NameOriginal  NameKind = "original_script" // as written in its own script
)

// NameKinds lists every kind.
var NameKinds = []NameKind{NamePrimary, NameAlias, NameWeakAlias, NameFormer, NameOriginal}

// Name is one name of a listed entity.
type Name struct {
	Text   string     `json:"text"` // as the list writes it
	Kind   NameKind   `json:"kind"`
	Script string     `json:"script,omitempty"` // ISO 15924, such as Latn, Cyrl, Hani
	Parts  *NameParts `json:"parts,omitempty"`  // only where the list itself splits the name
}

// NameParts are the parts of a person's name as the list gives them.
type NameParts struct {
	Given      string `json:"given,omitempty"`
	Family     string `json:"family,omitempty"`
	Middle     string `json:"middle,omitempty"`
	Patronymic string `json:"patronymic,omitempty"`
	Title      string `json:"title,omitempty"`
	Suffix     string `json:"suffix,omitempty"`
}
