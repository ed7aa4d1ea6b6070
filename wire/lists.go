package wire

import (
	"encoding/json"

	"github.com/enduse/enduse"
)

// ListStatus is an edition of a source, its age, and what it may be used for.
type ListStatus struct {
	Source      enduse.SourceID      `json:"list"`
	Title       string               `json:"title"`
	Publisher   string               `json:"publisher"`
	Edition     ListEdition          `json:"edition"`
	Entities    int                  `json:"entities"`
	Names       int                  `json:"names"`
	Aliases     int                  `json:"aliases"`
	Identifiers int                  `json:"identifiers"`
	Addresses   int                  `json:"addresses"`
	Records     int                  `json:"records"`
	FaultCount  int                  `json:"fault_count"` // records that could not be read
	Unread      int                  `json:"unread"`      // pieces that were kept and not understood
	AgeHours    *float64             `json:"age_hours"`   // since the publisher confirmed it; null: never
	State       enduse.EditionState  `json:"state"`
	Verified    string               `json:"verified"` // real-files, or fixture-only: what its importer was tried on
	Lists       []enduse.ListID      `json:"lists"`
	Files       []enduse.EditionFile `json:"files"`
	Warnings    []string             `json:"warnings"`
	Faults      []enduse.RecordFault `json:"faults"`
}

// ListEdition names an edition. Times are RFC 3339.
type ListEdition struct {
	Digest    string       `json:"digest"`
	Published *enduse.Date `json:"published"`
	Newest    *enduse.Date `json:"newest,omitempty"` // the newest day of an entry
	Fetched   *string      `json:"fetched"`
	Verified  *string      `json:"verified"` // when the publisher last confirmed it
	InForce   bool         `json:"in_force"`
}

// Entity is a listed entity: all of it, its caption, and empty arrays where it has
// nothing.
type Entity struct {
	enduse.Entity
	Caption      string               `json:"caption"`
	Names        []enduse.Name        `json:"names"`
	BirthDates   []enduse.Date        `json:"birth_dates"`
	Countries    []enduse.Country     `json:"countries"`
	Identifiers  []enduse.Identifier  `json:"identifiers"`
	Addresses    []enduse.Address     `json:"addresses"`
	Designations []enduse.Designation `json:"designations"`
	// Raw is the record as the publisher's file has it, where it was asked for.
	Raw *string `json:"raw,omitempty"`
}

// FromEntity puts an entity into the form of the contract.
func FromEntity(e *enduse.Entity) Entity {
	return Entity{
		Entity: *e, Caption: e.Caption(), Names: list(e.Names), BirthDates: list(e.BirthDates), Countries: list(e.Countries),
		Identifiers: list(e.Identifiers), Addresses: list(e.Addresses), Designations: list(e.Designations),
	}
}

// Diff is what changed from one edition of a source to another.
type Diff struct {
	From    string           `json:"from"` // digests
	To      string           `json:"to"`
	Added   []*enduse.Entity `json:"added"`
	Removed []*enduse.Entity `json:"removed"`
	Changed []Change         `json:"changed"`
}

// Change is an entity that both editions have and that is not the same in both.
type Change struct {
	ID      enduse.EntityID `json:"id"`
	Caption string          `json:"caption"`
	Fields  []FieldChange   `json:"fields"`
}

// FieldChange holds the two states of a field, as JSON; null where the field is
// absent. Of a field with several values it also says which were added and which
// removed.
type FieldChange struct {
	Field   string            `json:"field"`
	Before  json.RawMessage   `json:"before"`
	After   json.RawMessage   `json:"after"`
	Added   []json.RawMessage `json:"added,omitempty"`
	Removed []json.RawMessage `json:"removed,omitempty"`
}
