package redflag

import "testing"

func TestPacksLoad(t *testing.T) {
	rs, err := Packs()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int]bool{}
	for _, r := range rs {
		seen[r.Flag] = true
	}
	for n := 1; n <= 25; n++ {
		if !seen[n] {
			t.Errorf("sign %d has no rule", n)
		}
	}
}
