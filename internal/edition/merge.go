package edition

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/enduse/enduse"
)

// mergeAll makes one entity of the records of an id: publications that carry
// several legal lists have a record for each list that a party is on. The
// order of the records makes no difference.
func mergeAll(records []*enduse.Entity) *enduse.Entity {
	slices.SortFunc(records, func(a, b *enduse.Entity) int { return cmp.Compare(rank(a), rank(b)) })
	for _, more := range records[1:] {
		merge(records[0], more)
	}
	return records[0]
}

// merge adds what a record has more to an entity.
func merge(into, more *enduse.Entity) {
	into.Names = union(into.Names, more.Names)
	into.Identifiers = union(into.Identifiers, more.Identifiers)
	into.Addresses = union(into.Addresses, more.Addresses)
	into.BirthDates = union(into.BirthDates, more.BirthDates)
	into.DeathDates = union(into.DeathDates, more.DeathDates)
	into.BirthPlaces = union(into.BirthPlaces, more.BirthPlaces)
	into.Nationalities = union(into.Nationalities, more.Nationalities)
	into.Countries = union(into.Countries, more.Countries)
	into.Titles = union(into.Titles, more.Titles)
	into.Positions = union(into.Positions, more.Positions)
	into.Founded = union(into.Founded, more.Founded)
	into.Websites = union(into.Websites, more.Websites)
	into.Emails = union(into.Emails, more.Emails)
	into.Phones = union(into.Phones, more.Phones)
	into.Designations = union(into.Designations, more.Designations)
	into.Interests = union(into.Interests, more.Interests)
	into.Unread = union(into.Unread, more.Unread)
	into.Gender = cmp.Or(into.Gender, more.Gender)
	if into.Vessel == nil {
		into.Vessel = more.Vessel
	}
	if more.Remarks != "" && more.Remarks != into.Remarks {
		into.Remarks = joinText(into.Remarks, more.Remarks)
	}
	if more.Record != into.Record {
		into.Record = joinText(into.Record, more.Record)
	}
}

func joinText(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// rank orders the records of one id: the most restrictive measure first, then
// the list, then the whole content.
func rank(e *enduse.Entity) string {
	least := len(enduse.Measures)
	for _, m := range e.Measures() {
		least = min(least, slices.Index(enduse.Measures, m))
	}
	content := *e
	content.Record = ""
	return string(rune('a'+least)) + string(e.List) + encoded(content) + e.Record
}

// union appends what is not there yet; values are the same if they are written
// the same.
func union[T any](into, more []T) []T {
	have := map[string]bool{}
	for _, v := range into {
		have[encoded(v)] = true
	}
	for _, v := range more {
		if key := encoded(v); !have[key] {
			have[key] = true
			into = append(into, v)
		}
	}
	return into
}

func encoded(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // the vocabulary always encodes
	}
	return string(b)
}
