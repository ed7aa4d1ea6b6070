package intake

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/table"
)

// passedOver tells of what a record of JSON holds inside of it and has no
// meaning here: arrays of objects that may be parties, such as subsidiaries,
// are a gap; other values that stand deeper, or side by side, a note.
func (t *trouble) passedOver(row table.Row, extra map[string]string) {
	var doc map[string]json.RawMessage
	if len(extra) == 0 || row.JSON() == nil || json.Unmarshal(row.JSON(), &doc) != nil {
		return
	}
	told := map[string]bool{}
	for _, column := range slices.Sorted(maps.Keys(extra)) {
		top, _, deep := strings.Cut(column, ".")
		raw, ok := doc[top]
		if !ok { // a key with a point in it
			raw = doc[column]
		}
		n := table.Objects(raw)
		switch {
		case told[top]:
		case n > 0 && whollyIn(row, top+".", extra):
			told[top] = true
			t.notScreened(top, n)
		case deep && naming(column), len(row.Values(column)) > 1:
			t.note("%s has no meaning here and was not used: %.100s", column, extra[column])
		}
	}
}

// whollyIn reports whether no value under a path has a meaning.
func whollyIn(row table.Row, prefix string, extra map[string]string) bool {
	return !slices.ContainsFunc(row.Columns(), func(c string) bool {
		_, unused := extra[c]
		return strings.HasPrefix(c, prefix) && row.Get(c) != "" && !unused
	})
}

func (t *trouble) notScreened(key string, n int) {
	what := fmt.Sprintf("%d objects", n)
	if n == 1 {
		what = "1 object"
	}
	t.gap(key, what+" in arrays not read, which may be parties", "write them into an array under the key parties, each with a role; or leave the key out")
}

// naming reports whether the last part of a path names somebody.
func naming(path string) bool {
	m, ok := meaning(path[strings.LastIndexByte(path, '.')+1:])
	return ok && m.field.key()
}
