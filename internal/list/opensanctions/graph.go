package opensanctions

import (
	"fmt"
	"maps"
	"slices"
)

// graph holds what ties parties: edges by the id of each party they touch, and
// the things that edges and parties point to.
type graph struct {
	edges  map[string][]ftm  // by the id of an end
	things map[string]ftm    // addresses and positions, by id
	names  map[string]string // captions of parties, by id
	listed map[string]bool   // parties that have a line of their own
	// strange counts records of a schema that is not known, by schema.
	strange map[string]int
}

func newGraph() *graph {
	return &graph{edges: map[string][]ftm{}, things: map[string]ftm{}, names: map[string]string{}, listed: map[string]bool{}, strange: map[string]int{}}
}

// add sorts a record in.
func (g *graph) add(f ftm) {
	if ends, ok := edgeEnds[f.Schema]; ok {
		seen := map[string]bool{}
		for _, end := range ends {
			for _, id := range f.refs(end) {
				if !seen[id] {
					seen[id] = true
					g.edges[id] = append(g.edges[id], f)
				}
			}
		}
		return
	}
	switch _, party := schemas[f.Schema]; {
	case party:
		g.names[f.ID] = f.Caption
		if f.Caption == "" {
			g.names[f.ID] = f.get("name")
		}
	case f.Schema == "Address" || f.Schema == "Position":
		g.things[f.ID] = f
	default:
		g.strange[f.Schema]++
	}
}

// unnest adds what is nested in the properties of a record, and gives an edge
// that lacks the end that points back to the record.
func (g *graph) unnest(f ftm, depth int) {
	if depth > maxNesting {
		return
	}
	for _, property := range slices.Sorted(maps.Keys(f.Properties)) {
		for _, raw := range f.Properties[property] {
			n := nested(raw)
			if n == nil {
				continue
			}
			if ends, ok := edgeEnds[n.Schema]; ok {
				n.complete(ends, f.ID)
			}
			g.add(*n)
			if n.Target != nil && *n.Target {
				g.listed[n.ID] = true // a target has a line
			}
			g.unnest(*n, depth+1)
		}
	}
}

// line sorts a whole line in.
func (g *graph) line(f ftm) {
	g.add(f)
	if _, party := schemas[f.Schema]; party {
		g.listed[f.ID] = true
	}
	g.unnest(f, 0)
}

// maxNesting is how deep records may be nested; those published are two deep.
const maxNesting = 6

// complete fills in the first end that a nested edge lacks.
func (f *ftm) complete(ends []string, id string) {
	for _, end := range ends {
		if slices.Contains(f.refs(end), id) {
			return
		}
	}
	for _, end := range ends {
		if len(f.Properties[end]) == 0 {
			properties := maps.Clone(f.Properties)
			if properties == nil {
				properties = map[string]several{}
			}
			properties[end] = several{quote(id)}
			f.Properties = properties
			return
		}
	}
}

// loose counts the edges none of whose ends is a party of the file.
func (g *graph) loose() (n int) {
	touched, all := map[string]bool{}, map[string]bool{}
	for id, edges := range g.edges {
		for _, e := range edges {
			all[e.ID] = true
			touched[e.ID] = touched[e.ID] || g.listed[id]
		}
	}
	for id := range all {
		if !touched[id] {
			n++
		}
	}
	return n
}

// doubts says what was not read.
func (g *graph) doubts() (out []string) {
	for _, s := range slices.Sorted(maps.Keys(g.strange)) {
		out = append(out, fmt.Sprintf("%d records of the kind %s were not read: it is not known", g.strange[s], s))
	}
	if n := g.loose(); n > 0 {
		out = append(out, fmt.Sprintf("%d edges tie parties that are not in the file", n))
	}
	return out
}
