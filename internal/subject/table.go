package subject

import (
	"errors"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/sectionfile"
)

// Table holds the subjects of more than one entity. It is flat arrays that lie in memory
// or in a file; the nil Table has no subjects.
type Table struct {
	of      []uint32 // the subject of each entity, counted from 1; 0 where it is alone
	starts  []uint32 // where the members of each subject begin; one more at the end
	members []int32  // by subject, in the order of their ids
	merged  []uint32 // where the merges of each subject begin; one more at the end
	merges  []int32  // three numbers each: two entities, and the place of the rule in Rules
	values  []uint32 // where the value of each merge begins; one more at the end
	texts   []byte
}

// Entities returns one more than the highest number of an entity that has a subject.
func (t *Table) Entities() int {
	if t == nil {
		return 0
	}
	return len(t.of)
}

// Len returns the number of subjects.
func (t *Table) Len() int {
	if t == nil {
		return 0
	}
	return len(t.starts) - 1
}

// Members returns the entities of the subject of an entity, itself among them, in the
// order of their ids; nil if it is alone. Settings may divide the subject; id names an
// entity by its number.
func (t *Table) Members(entity int32, s *Settings, id func(entity int32) enduse.EntityID) []int32 {
	if t == nil || int(entity) >= len(t.of) || t.of[entity] == 0 {
		return nil
	}
	subject := int(t.of[entity]) - 1
	if !s.divides() {
		return t.MembersOf(subject)
	}
	part := t.divided(subject, s, id)[entity]
	if len(part) < 2 {
		return nil
	}
	return part
}

// MembersOf returns the entities of a subject by its number.
func (t *Table) MembersOf(subject int) []int32 {
	return t.members[t.starts[subject]:t.starts[subject+1]]
}

// Merges returns why the entities of a subject are one, the surest rule first.
func (t *Table) Merges(subject int) (out []Merge) {
	for i := t.merged[subject]; i < t.merged[subject+1]; i++ {
		m := t.merges[3*i : 3*i+3]
		out = append(out, Merge{m[0], m[1], Rules[m[2]], sectionfile.String(t.texts[t.values[i]:t.values[i+1]])})
	}
	slices.SortStableFunc(out, func(a, b Merge) int { return slices.Index(Rules, a.Rule) - slices.Index(Rules, b.Rule) })
	return out
}

// divided merges the members of a subject again under settings, and returns the part of
// each.
func (t *Table) divided(subject int, s *Settings, id func(int32) enduse.EntityID) map[int32][]int32 {
	parts := map[int32][]int32{}
	for _, m := range t.MembersOf(subject) {
		parts[m] = []int32{m}
	}
	for _, m := range t.Merges(subject) {
		a, b := parts[m.A], parts[m.B]
		if slices.Contains(s.Off, m.Rule) || slices.Contains(a, m.B) || slices.ContainsFunc(a, func(x int32) bool {
			return slices.ContainsFunc(b, func(y int32) bool { return s.apart(id(x), id(y)) })
		}) {
			continue
		}
		both := slices.Concat(a, b)
		slices.SortFunc(both, func(x, y int32) int {
			return slices.Index(t.MembersOf(subject), x) - slices.Index(t.MembersOf(subject), y)
		})
		for _, x := range both {
			parts[x] = both
		}
	}
	return parts
}

// Subject is a subject and the merges that made it, under settings.
type Subject struct {
	Members []int32
	Merges  []Merge
}

// All returns every subject of more than one entity, under settings.
func (t *Table) All(s *Settings, id func(entity int32) enduse.EntityID) (out []Subject) {
	for i := range t.Len() {
		merges := t.Merges(i)
		if !s.divides() {
			out = append(out, Subject{t.MembersOf(i), merges})
			continue
		}
		parts := t.divided(i, s, id)
		for _, m := range t.MembersOf(i) {
			part := parts[m]
			if len(part) < 2 || part[0] != m {
				continue
			}
			within := slices.DeleteFunc(slices.Clone(merges), func(m Merge) bool {
				return slices.Contains(s.Off, m.Rule) || !slices.Contains(part, m.A) || !slices.Contains(part, m.B)
			})
			out = append(out, Subject{part, within})
		}
	}
	return out
}

// builder collects subjects into a table.
type builder struct{ t Table }

func (b *builder) add(members []int32, merges []Merge) {
	t := &b.t
	t.starts, t.merged = append(t.starts, uint32(len(t.members))), append(t.merged, uint32(len(t.values)))
	t.members = append(t.members, members...)
	for _, m := range members {
		if n := int(m) + 1 - len(t.of); n > 0 {
			t.of = append(t.of, make([]uint32, n)...)
		}
		t.of[m] = uint32(len(t.starts)) // #nosec G115 -- at most the number of entities
	}
	for _, m := range merges {
		t.merges = append(t.merges, m.A, m.B, int32(slices.Index(Rules, m.Rule))) // #nosec G115 -- a short list
		t.values = append(t.values, uint32(len(t.texts)))                         // #nosec G115 -- a part of the lists
		t.texts = append(t.texts, m.Value...)
	}
}

func (b *builder) table() *Table {
	t := &b.t
	t.starts, t.merged = append(t.starts, uint32(len(t.members))), append(t.merged, uint32(len(t.values)))
	t.values = append(t.values, uint32(len(t.texts))) // #nosec G115 -- a part of the lists
	return t
}

// section is an array of a table with its name in a file.
type section struct {
	name    string
	numbers *[]uint32
	signed  *[]int32
	bytes   *[]byte
}

func (t *Table) sections() []section {
	return []section{
		{name: "subjects.of", numbers: &t.of},
		{name: "subjects.starts", numbers: &t.starts},
		{name: "subjects.members", signed: &t.members},
		{name: "subjects.merged", numbers: &t.merged},
		{name: "subjects.merges", signed: &t.merges},
		{name: "subjects.values", numbers: &t.values},
		{name: "subjects.texts", bytes: &t.texts},
	}
}

// Write adds the table to a file.
func (t *Table) Write(add func(name string, b []byte) error) error {
	for _, s := range t.sections() {
		var b []byte
		switch {
		case s.numbers != nil:
			b = sectionfile.Bytes(*s.numbers)
		case s.signed != nil:
			b = sectionfile.Bytes(*s.signed)
		default:
			b = *s.bytes
		}
		if err := add(s.name, b); err != nil {
			return err
		}
	}
	return nil
}

// Open reads a table in place from a file, and checks that no number leads out of it.
func Open(f *sectionfile.File) (*Table, error) {
	t := &Table{}
	for _, s := range t.sections() {
		var err error
		switch {
		case s.numbers != nil:
			*s.numbers, err = sectionfile.Array[uint32](f, s.name)
		case s.signed != nil:
			*s.signed, err = sectionfile.Array[int32](f, s.name)
		default:
			*s.bytes, err = f.Section(s.name)
		}
		if err != nil {
			return nil, err
		}
	}
	return t, t.check()
}

// check reports a number that leads out of the table.
func (t *Table) check() error {
	n := len(t.starts) - 1
	if n < 0 || len(t.merged) != n+1 || len(t.values) < 1 {
		return errors.New("subjects: an array is missing")
	}
	for _, a := range []struct {
		name   string
		starts []uint32
		end    int
	}{{"members", t.starts, len(t.members)}, {"merges", t.merged, len(t.values) - 1}, {"values", t.values, len(t.texts)}} {
		if !slices.IsSorted(a.starts) || int(a.starts[len(a.starts)-1]) != a.end {
			return fmt.Errorf("subjects: the %s do not fit", a.name)
		}
	}
	if len(t.merges) != 3*(len(t.values)-1) {
		return errors.New("subjects: the merges do not fit")
	}
	for i := range t.merges {
		if m := t.merges[i]; i%3 == 2 && (m < 0 || int(m) >= len(Rules)) || m < 0 || i%3 < 2 && int(m) >= len(t.of) {
			return errors.New("subjects: a merge does not fit")
		}
	}
	for _, m := range t.members {
		if m < 0 || int(m) >= len(t.of) {
			return errors.New("subjects: a member does not fit")
		}
	}
	for _, s := range t.of {
		if int(s) > n {
			return errors.New("subjects: a number does not fit")
		}
	}
	return nil
}
