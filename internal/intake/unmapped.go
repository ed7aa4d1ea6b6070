package intake

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// reportUnmapped reports nested values of JSON that have no meaning here: arrays of
// objects that may be parties, such as subsidiaries, and numbers by which somebody
// could be found are gaps; other values that are deeper, or side by side, a note. It looks at each key of the record once.
func (t *rowIssues) reportUnmapped(row table.Row, p *columnMap, extra map[string]string) {
	var doc map[string]json.RawMessage
	if row.JSON() == nil || json.Unmarshal(row.JSON(), &doc) != nil {
		return
	}
	used := map[string]bool{} // top keys under which a value has a meaning of its own
	for _, c := range row.Columns() {
		top := topOf(c, doc)
		m, ok := p.meaning(c)
		used[top] = used[top] || row.Get(c) != "" && ok && m.role != enduse.RoleRelated
	}
	reported, counted := map[string]bool{}, map[string]bool{}
	for _, c := range row.Columns() {
		top := topOf(c, doc)
		if reported[top] || shaped(top) && p.nested {
			continue
		}
		if !used[top] && !counted[top] {
			counted[top] = true
			if n := table.Objects(doc[top]); n > 0 {
				reported[top] = true
				t.notScreened(top, n)
				continue
			}
		}
		if _, ok := extra[c]; ok && (c != top && t.naming(c) || len(row.Values(c)) > 1) {
			t.unused(c, row.Values(c))
		}
	}
}

// topOf is the top key of the path of a column.
func topOf(column string, doc map[string]json.RawMessage) string {
	if _, ok := doc[column]; ok { // perhaps a key with a point in it
		return column
	}
	top, _, _ := strings.Cut(column, ".")
	return top
}

// unused reports values without a meaning. Words are searched; a number by which
// somebody could be found is not.
func (t *rowIssues) unused(column string, texts []string) {
	what := strings.Join(texts, "; ")
	switch {
	case slices.ContainsFunc(texts, namable):
		t.note("%s has no meaning here and was searched as text: %.100s", column, what)
	case t.naming(column):
		t.gap(column, "it has no meaning here and was not used: "+short(what), "write whose it is, such as consignee_"+fold(column[strings.LastIndexByte(column, '.')+1:]))
	default:
		t.note("%s has no meaning here and was not used: %.100s", column, what)
	}
}

func (t *rowIssues) notScreened(key string, n int) {
	what := fmt.Sprintf("%d objects", n)
	if n == 1 {
		what = "1 object"
	}
	t.gap(key, what+" in arrays not read, which may be parties", "write them into an array under the key parties, each with a role; or leave the key out")
}

// naming reports whether the last part of a path names somebody.
func (t *rowIssues) naming(path string) bool {
	m, ok := t.meaning(path[strings.LastIndexByte(path, '.')+1:])
	return ok && m.field.key()
}
