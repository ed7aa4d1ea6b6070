package wire

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/enduse/enduse"
)

// Run is the head of the results of a screening: what they all rest on. It is the
// first line of their NDJSON.
type Run struct {
	Stamp       enduse.Stamp `json:"stamp"`
	StampDigest string       `json:"stamp_digest"`
	PolicyName  string       `json:"policy_name,omitempty"`
	// Columns say how each column of the files was read.
	Columns []Column `json:"columns"`
	// Gaps are those of the whole run, such as a list that is missing; each result that
	// they concern names them in its own.
	Gaps []enduse.Gap `json:"gaps"`
	// Regimes say of each whether it binds the seller: yes, no or unknown.
	Regimes map[string]string `json:"regimes,omitempty"`
	Notes   []string          `json:"notes,omitempty"` // what was assumed in reading the files
	Input   string            `json:"input,omitempty"` // the file, where one was screened
	Records int               `json:"records"`
	// Outcomes count the records by their outcome.
	Outcomes map[enduse.Outcome]int `json:"outcomes"`
}

// DigestOf names a stamp: "sha256:" and the 64 hex digits of its JSON.
func DigestOf(s enduse.Stamp) string {
	s.Editions = list(s.Editions)
	b, err := marshal(s)
	if err != nil {
		return "" // a stamp is text and numbers
	}
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}
