package subject

import (
	"cmp"
	"hash/maphash"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// maxShared is how many entities may share a value before it says nothing: a
// name of more of them is a common one, and such a number fills a field.
const maxShared = 40

// maxMembers bounds a subject, and with it the work of checking its members.
const maxMembers = 40

// Resolve finds the subjects among entities with their numbers, by every rule but those
// left out, which then do not keep entities apart either.
func Resolve(entities iter.Seq2[int32, *enduse.Entity], without ...Rule) *Table {
	r := resolver{seed: maphash.MakeSeed()}
	for number, e := range entities {
		f := factsOf(number, e)
		if slices.Contains(without, PublisherNumber) {
			f.numbered = ""
		}
		if slices.Contains(without, UNReference) {
			f.references = nil
		}
		r.all = append(r.all, f)
	}
	slices.SortFunc(r.all, byID)
	r.group = make([]int32, len(r.all))
	for i := range r.group {
		r.group[i] = alone
	}
	for _, rule := range Rules {
		if !slices.Contains(without, rule) {
			r.merge(rule)
		}
	}
	return r.table()
}

func byID(a, b facts) int { return cmp.Or(strings.Compare(string(a.id), string(b.id)), byNumber(a, b)) }

// resolver joins entities into groups. The entities are in the order of their ids, which
// the numbers of an index in several segments are not.
type resolver struct {
	all    []facts
	seed   maphash.Seed
	group  []int32 // of each entity, or alone
	groups []group
}

// alone is the group of an entity that is joined with none.
const alone = -1

// group is the entities that are one party, and why.
type group struct {
	members []int32
	merges  []Merge // whose A and B are places in all
}

// shared is a value that an entity has, as a hash.
type shared struct {
	key    uint64
	entity int32
}

// merge joins the pairs of a rule.
func (r *resolver) merge(rule Rule) {
	values := r.values(rule)
	slices.SortFunc(values, func(x, y shared) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.entity, y.entity)) })
	values = slices.Compact(values)
	var pairs []Merge
	for len(values) > 0 {
		n := 1
		for n < len(values) && values[n].key == values[0].key {
			n++
		}
		if n <= maxShared {
			pairs = r.appendPairs(pairs, rule, values[:n])
		}
		values = values[n:]
	}
	slices.SortFunc(pairs, func(x, y Merge) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B), strings.Compare(x.Value, y.Value))
	})
	for _, p := range pairs {
		r.join(p)
	}
}

// values are what the entities have that a rule looks for.
func (r *resolver) values(rule Rule) (out []shared) {
	for i := range r.all {
		f := &r.all[i]
		add := func(key uint64) { out = append(out, shared{key, int32(i)}) } // #nosec G115 -- a number of an index
		switch rule {
		case PublisherNumber:
			if f.numbered != "" {
				add(maphash.String(r.seed, f.numbered))
			}
		case UNReference:
			for _, ref := range f.references {
				add(maphash.String(r.seed, ref))
			}
		case EqualNumber:
			for _, id := range f.numbers {
				add(maphash.String(r.seed, compare.NormalIdentifier(id.Value)))
			}
		case NameBirth:
			if len(f.births) > 0 {
				f.eachName(add)
			}
		case NameCountry:
			if len(f.countries) > 0 && !isCraft(f.schema) {
				f.eachName(add)
			}
		}
	}
	return out
}

// eachName adds the key of each full name: of two words or more.
func (f *facts) eachName(add func(key uint64)) {
	for _, n := range f.names {
		add(n.words)
		if n.form != 0 {
			add(n.form)
		}
	}
}

// isCraft reports whether a thing may have the name of many others of its flag.
func isCraft(s enduse.Schema) bool {
	return s == enduse.SchemaVessel || s == enduse.SchemaAircraft || s == enduse.SchemaAddress || s == enduse.SchemaAsset
}

// appendPairs appends the pairs of entities that share a value and that the rule joins.
func (r *resolver) appendPairs(pairs []Merge, rule Rule, of []shared) []Merge {
	for i := range of {
		for k := i + 1; k < len(of); k++ {
			a, b := &r.all[of[i].entity], &r.all[of[k].entity]
			if g := r.group[of[i].entity]; g != alone && g == r.group[of[k].entity] || a.excluded(b) {
				continue
			}
			if value := valueOf(rule, a, b); value != "" {
				pairs = append(pairs, Merge{of[i].entity, of[k].entity, rule, value})
			}
		}
	}
	return pairs
}

// valueOf returns what two entities have in common by a rule, "" if nothing that joins
// them.
func valueOf(rule Rule, a, b *facts) string {
	switch rule {
	case PublisherNumber:
		if a.numbered == b.numbered {
			return a.numbered
		}
	case UNReference:
		for _, ref := range a.references {
			if slices.Contains(b.references, ref) {
				return ref
			}
		}
	case EqualNumber:
		if n := compare.Identifiers(a.numbers, b.numbers, compare.Home{}, weighNumbers); n.Strong {
			return n.Evidence.Listed
		}
	case NameBirth:
		if day, text := a.commonDay(b), a.commonName(b, func(string) bool { return true }); day != "" && text != "" {
			return text + ", born " + day
		}
	case NameCountry:
		if c := a.commonCountry(b); c != "" {
			person := a.schema == enduse.SchemaPerson || b.schema == enduse.SchemaPerson
			if text := a.commonName(b, func(text string) bool { return isRare(text, person) }); text != "" {
				return text + ", " + c
			}
		}
	}
	return ""
}

// commonName returns the first full name that both have and that is good enough.
func (f *facts) commonName(g *facts, good func(string) bool) string {
	for _, n := range f.names {
		for _, other := range g.names {
			if n.equals(other) && good(n.text) {
				return n.text
			}
		}
	}
	return ""
}

// commonDay returns a full birth date that both have.
func (f *facts) commonDay(g *facts) string {
	for _, d := range f.births {
		if d.Precision() == enduse.PrecisionDay && !d.Circa && slices.ContainsFunc(g.births, func(o enduse.Date) bool { return o.String() == d.String() }) {
			return d.String()
		}
	}
	return ""
}

// commonCountry returns a country that both have.
func (f *facts) commonCountry(g *facts) string {
	for _, c := range f.countries {
		if slices.Contains(g.countries, c) {
			return string(c)
		}
	}
	return ""
}

// The least information in a name that two lists give to one party of a country,
// in bits; docs/subjects.md has the measurement.
const (
	firmBits   = 12
	personBits = 40
)

// isRare reports whether the words of a name are so rare that two parties of one country
// do not both have it by chance.
func isRare(text string, person bool) bool {
	n := name.Analyse(text)
	bits, plain := 0.0, 0
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == name.Plain && !t.Place {
			bits += compare.RareBits(t)
			plain++
		}
	}
	if person {
		return plain > 1 && bits >= personBits
	}
	return bits >= firmBits
}

// join makes one group of the groups of two entities, unless members contradict.
func (r *resolver) join(m Merge) {
	a, b := r.members(m.A), r.members(m.B)
	if r.group[m.A] != alone && r.group[m.A] == r.group[m.B] || len(a)+len(b) > maxMembers {
		return
	}
	for _, x := range a {
		for _, y := range b {
			f, g := &r.all[x], &r.all[y]
			if f.excluded(g) || !m.Rule.byPublisher() && f.contradicts(g) {
				return
			}
		}
	}
	at, from := r.group[m.A], r.group[m.B]
	if at == alone {
		r.groups = append(r.groups, group{members: []int32{m.A}})
		at = int32(len(r.groups) - 1) // #nosec G115 -- fewer than entities
		r.group[m.A] = at
	}
	g := &r.groups[at]
	if from == alone {
		g.members = append(g.members, m.B)
	} else {
		g.members = append(g.members, r.groups[from].members...)
		g.merges = append(g.merges, r.groups[from].merges...)
		r.groups[from] = group{}
	}
	for _, member := range b {
		r.group[member] = at
	}
	g.merges = append(g.merges, m)
}

// members are the entities of the group of an entity.
func (r *resolver) members(entity int32) []int32 {
	if g := r.group[entity]; g != alone {
		return r.groups[g].members
	}
	return []int32{entity}
}

// table makes the table of the groups, in the order of their first ids.
func (r *resolver) table() *Table {
	var b builder
	for i := range r.all {
		g := r.group[i]
		if g == alone || len(r.groups[g].members) == 0 {
			continue
		}
		joined := r.groups[g]
		slices.Sort(joined.members)
		members := make([]int32, len(joined.members))
		for k, m := range joined.members {
			members[k] = r.all[m].number
		}
		for k := range joined.merges {
			m := &joined.merges[k]
			m.A, m.B = r.all[m.A].number, r.all[m.B].number
		}
		b.add(members, joined.merges)
		r.groups[g] = group{}
	}
	return b.table()
}
