package reading

import (
	"github.com/enduse/enduse/internal/mention"
)

// named returns where a text names listed parties, sure or not.
func (r *Reader) named(text, language string) (out [][2]int) {
	for _, m := range r.Mentions.Find(text, language) {
		if m.Kind == mention.ListedParty {
			out = append(out, [2]int{m.Start, m.End})
		}
	}
	return out
}
