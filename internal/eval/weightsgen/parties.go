package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/snapshot"
)

// files are the lists of the fit, in the folder of the real lists.
var files = []string{
	"canada/sema-lmes_2025.xml",
	"australia/dfat_regulation8_consolidated_2026-08.xlsx",
	"jp_cn_lists/jp.json",
	"opensanctions/ua_war_sanctions_targets.simple_2026-03-13.csv",
}

// day is the date of the lists.
var day = time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC)

// parties are the entities of the lists, with keys to decide whether two of them are
// one party.
type parties struct {
	*index.Index
	names  [][]*name.Name // by entity, without those that have no letter
	keys   [][]string     // by entity: its names, regardless of order and spaces, and its identifiers
	groups []int          // by entity: the first entity that shares a key, over any number of steps
}

// load imports the lists into a folder that is removed at the end.
func load(ctx context.Context, dir string) (*parties, error) {
	tmp, err := os.MkdirTemp("", "weightsgen-*")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(tmp) }()
	store := edition.Open(tmp, func() time.Time { return day }, 72*time.Hour)
	var paths []string
	for _, f := range files {
		paths = append(paths, filepath.Join(dir, filepath.FromSlash(f)))
	}
	if r, err := store.Import(ctx, paths, edition.ImportOptions{}); err != nil || len(r.Skipped) > 0 {
		return nil, fmt.Errorf("importing: %w (skipped: %v)", err, r.Skipped)
	}
	s, err := snapshot.New(store).Snapshot(ctx, enduse.DateOf(day))
	if err != nil {
		return nil, err
	}
	var entities []*enduse.Entity
	for e := range s.Index.All() {
		if e.Source != "starter" { // an excerpt of lists that are not read
			entities = append(entities, e)
		}
	}
	return group(index.Build(entities)), nil
}

// group finds the entities that share a name or an identifier.
func group(x *index.Index) *parties {
	p := &parties{Index: x, names: make([][]*name.Name, x.Len()), keys: make([][]string, x.Len()), groups: make([]int, x.Len())}
	first := map[string]int{}
	for i := range x.Len() {
		p.groups[i] = i
		p.names[i] = namesOf(x, i)
		p.keys[i] = p.keysOf(i)
		for _, k := range p.keys[i] {
			if other, ok := first[k]; ok {
				p.join(i, other)
			} else {
				first[k] = i
			}
		}
	}
	for i := range p.groups {
		p.groups[i] = p.root(i)
	}
	return p
}

func (p *parties) root(i int) int {
	for p.groups[i] != i {
		i = p.groups[i]
	}
	return i
}

func (p *parties) join(i, k int) {
	a, b := p.root(i), p.root(k)
	p.groups[max(a, b)] = min(a, b)
}

func namesOf(x *index.Index, i int) (out []*name.Name) {
	first, end := x.NamesOf(int32(i))
	for k := first; k < end; k++ {
		if n := x.Name(k); len(n.Tokens) > 0 {
			out = append(out, n)
		}
	}
	return out
}

func (p *parties) keysOf(i int) (out []string) {
	for _, n := range p.names[i] {
		out = append(out, nameKey(n))
	}
	for _, id := range p.Entity(i).Identifiers {
		if key := compare.NormalIdentifier(id.Value); key != "" {
			out = append(out, "#"+key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// nameKey is a name without the order of its words.
func nameKey(n *name.Name) string {
	words := make([]string, len(n.Tokens))
	for i, t := range n.Tokens {
		words[i] = t.Text
	}
	slices.Sort(words)
	return strings.Join(words, " ")
}

// apart reports whether a party belongs to the held-out fifth.
func (p *parties) apart(i int) bool {
	h := uint32(2166136261) // FNV-1a
	for _, c := range []byte(p.Entity(p.groups[i]).ID) {
		h = (h ^ uint32(c)) * 16777619
	}
	return h%5 == 0
}

// different reports whether two entities are certainly two parties: they share no
// name and no number, and are on one list, whose publisher distinguishes them, or
// have birth dates years apart.
func (p *parties) different(i, k int) bool {
	a, b := p.Entity(i), p.Entity(k)
	if _, conflict := compare.Schemas(a.Schema, b.Schema, compare.AgreeWeights{}); conflict {
		return false // a person's name is not a query for a ship
	}
	if p.groups[i] == p.groups[k] {
		return false // publishers err in birth dates too
	}
	switch bestDate(a, b) {
	case dateConflict:
		return true
	case dateUnknown, sameYear:
		return a.Source == b.Source
	}
	return false
}

// samePerson reports whether two entities of two lists have a full birth date in
// common. The caller checks their names for a rare word.
func (p *parties) samePerson(i, k int) bool {
	a, b := p.Entity(i), p.Entity(k)
	return a.Source != b.Source && bestDate(a, b) == sameDay
}
