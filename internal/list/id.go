package list

// maxID bounds an id, in bytes: it becomes the name of a folder.
const maxID = 100

// ValidID reports whether a text may be the id of a source, of a list or of a
// format: small letters, digits, hyphens and underscores, beginning with a letter
// or a digit. Ids become parts of paths, so nothing else may pass.
func ValidID(id string) bool {
	for i := range len(id) {
		c := id[i]
		if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			continue
		}
		if i == 0 || c != '-' && c != '_' {
			return false
		}
	}
	return id != "" && len(id) <= maxID
}
