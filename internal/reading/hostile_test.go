package reading

import (
	"strings"
	"testing"
	"time"
)

// TestHostile: the time that a text takes grows with its length, whatever stands
// in it. A quarter of a megabyte takes a tenth of a second; the limit leaves room
// for slow machines and the race detector, and is for what does not end.
func TestHostile(t *testing.T) {
	finder := NewFinder(nil)
	for name, piece := range map[string]string{
		"capitals":   "Abcdef ",
		"offices":    "the President of the Minister of ",
		"pronouns":   "Ann Sample said he said she said ",
		"heads":      "Ministry of ",
		"digits":     "resolution 1718 ",
		"one letter": "A. ",
		"people":     "President Xaqqeb said, Minister Yobbat said, ",
		"characters": "发言人李示例表示他说",
		"dots":       "安·",
		"marks":      "ООО «",
		"no words":   "\xff\u0301\u00ad ",
		"goods":      "electronic, mechanical, ",
	} {
		raw := strings.Repeat(piece, 1<<18/len(piece))
		start := time.Now()
		check(t, raw, finder.Find(raw, ""))
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%s: a quarter of a megabyte took %v", name, took)
		} else {
			t.Logf("%s: %v", name, took)
		}
	}
}
