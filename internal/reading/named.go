package reading

import (
	"github.com/enduse/enduse/internal/mention"
	"github.com/enduse/enduse/internal/reading/document"
)

// exact is the score from which on a name is written as it is listed.
const exact = 0.99

// named returns where a text names listed parties, sure or not.
func (r *Reader) named(text, language string) (out []document.Named) {
	for _, m := range r.Mentions.Find(text, language) {
		if m.Kind == mention.ListedParty {
			out = append(out, document.Named{Start: m.Start, End: m.End, Exact: m.Parties[0].Score >= exact})
		}
	}
	return out
}
