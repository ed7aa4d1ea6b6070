package namefield

import "testing"

// TestVessel: what people add to the name of a ship in a cell, and what belongs to
// the name.
func TestVessel(t *testing.T) {
	for text, want := range map[string]string{
		"Motor Tanker ZORVATIN": "ZORVATIN", "T/T ZORVATIN": "ZORVATIN", "M.T.ZORVATIN": "ZORVATIN", "m.t. zorvatin": "zorvatin",
		"S.S. ZORVATIN": "ZORVATIN", "LNG/C ZORVATIN": "ZORVATIN", "т/х ЗОРВАТИН": "ЗОРВАТИН", "танкер ЗОРВАТИН": "ЗОРВАТИН",
		"Crude oil tanker ZORVATIN STAR": "ZORVATIN STAR", `Tanker "ZORVATIN"`: "ZORVATIN", "ZORVATIN Voy 12": "ZORVATIN",
		"ZORVATIN V.123E": "ZORVATIN", "MV ZORVATIN (voy. 0123)": "ZORVATIN", "ZORVATIN VSL": "ZORVATIN", "佐尔瓦号": "佐尔瓦",
		"ZORVATIN": "ZORVATIN", "ZORVATIN 2": "ZORVATIN 2", "Oil Tanker": "Tanker", "Star of the Sea": "Star of the Sea", "STS ZORVATIN": "STS ZORVATIN",
		"": "", "12": "12", "M/V": "M/V",
	} {
		if got := Vessel(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func FuzzVessel(f *testing.F) {
	for _, s := range []string{"Motor Tanker X", "M.T.X", "X Voy 1", "т/х \xff", "号", "« "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if text != "" && Vessel(text) == "" {
			t.Fatalf("nothing is left of %q", text)
		}
	})
}
