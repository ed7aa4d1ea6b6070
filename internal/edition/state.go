package edition

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/enduse/enduse/internal/index"
)

// state is all that a compiled index follows from. Equal states have equal hits,
// so an index is either of this state or another one.
type state struct {
	Program string       `json:"program"` // names are taken apart by it
	Parts   []statedPart `json:"parts"`
}

// statedPart is an edition, or the starter, as far as a change shows without
// reading its entities.
type statedPart struct {
	Name     string `json:"name"` // the source
	Edition  string `json:"edition"`
	Compiled string `json:"compiled,omitempty"`
	Size     int64  `json:"size,omitempty"`
	Modified int64  `json:"modified,omitempty"` // Unix nanoseconds
	Entities int    `json:"entities"`
}

// starterPart is the name of the part that the starter is.
const starterPart = "starter"

// stateOf is the state of what a snapshot searches.
func (s *Store) stateOf(b *builder) (state, error) {
	program, err := programDigest()
	if err != nil {
		return state{}, err
	}
	st := state{Program: fmt.Sprintf("%d-%s", index.Version, program)}
	for _, e := range b.parts {
		info, err := os.Stat(filepath.Join(s.folder(e.Source, e.Digest), entitiesFile))
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

// changed returns the parts of a state that another one does not have, or not
// so, and the names of those that only the other one has.
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
