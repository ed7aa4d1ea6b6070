package snapshot

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"

	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
)

// state is everything that the content of an index depends on. An index is used
// only for the state that it was built for.
type state struct {
	Program string       `json:"program"` // it decides how names are taken apart
	Parts   []statedPart `json:"parts"`
}

// statedPart identifies an edition, or the starter, in a way that shows a change
// without reading the entities.
type statedPart struct {
	Name     string `json:"name"` // the source
	Edition  string `json:"edition"`
	Compiled string `json:"compiled,omitempty"`
	Size     int64  `json:"size,omitempty"`
	Modified int64  `json:"modified,omitempty"` // Unix nanoseconds
	Entities int    `json:"entities"`
}

// starterPart is the name of the part that holds the starter.
const starterPart = "starter"

// stateOf returns the state of what a snapshot searches.
func stateOf(store *edition.Store, b *builder) (state, error) {
	program, err := programDigest()
	if err != nil {
		return state{}, err
	}
	st := state{Program: fmt.Sprintf("%d-%s", index.Version, program)}
	for _, e := range b.parts {
		info, err := os.Stat(store.EntitiesPath(e.Edition))
		if err != nil {
			return state{}, err
		}
		st.Parts = append(st.Parts, statedPart{
			Name: string(e.Source), Edition: e.Digest, Compiled: e.Compiled,
			Size: info.Size(), Modified: info.ModTime().UnixNano(), Entities: e.Counts.Entities,
		})
	}
	if b.starter != "" {
		st.Parts = append(st.Parts, statedPart{Name: starterPart, Edition: b.starter, Entities: len(b.excerpt)})
	}
	return st, nil
}

// key names a state.
func (st state) key() string {
	b, err := json.Marshal(st)
	if err != nil {
		panic(err) // texts and numbers always encode
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:16])
}

// changed compares a state with the parts of an earlier one. It returns the parts
// that are new or different, and the names of those that are gone.
func (st state) changed(before []statedPart) (parts []statedPart, gone []string) {
	had, have := map[statedPart]bool{}, map[string]bool{}
	for _, p := range before {
		had[p] = true
	}
	for _, p := range st.Parts {
		have[p.Name] = true
		if !had[p] {
			parts = append(parts, p)
		}
	}
	for _, p := range before {
		if !have[p.Name] {
			gone = append(gone, p.Name)
		}
	}
	return parts, gone
}
