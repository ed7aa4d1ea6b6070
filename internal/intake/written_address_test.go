package intake

import (
	"strings"
	"testing"
	"unicode"
)

// TestSplitName: the address in a cell of names is parted from the name, and a name is never
// taken for one.
func TestSplitName(t *testing.T) {
	for cell, want := range map[string]string{
		"Example Maschinenbau GmbH\nHauptstr. 5\n70839 Gerlingen":    "Example Maschinenbau GmbH | Hauptstr. 5; 70839 Gerlingen",
		"Mahan Airlines\nHauptstr. 90\n42699 Teheran":                "Mahan Airlines | Hauptstr. 90; 42699 Teheran",
		"Example A\n5 Example Road\nLondon SW1A 1AA\nUnited Kingdom": "Example A | 5 Example Road; London SW1A 1AA; United Kingdom",
		"Example Trading\nHong Kong":                                 "Example Trading | Hong Kong",
		"Example A\nP.O. Box 1234\nDubai":                            "Example A | P.O. Box 1234; Dubai",
		"Example A\nRoad 5\nc/o Example B Ltd":                       "Example A; c/o Example B Ltd | Road 5",
		"Example A Ltd\nExample B Ltd":                               "Example A Ltd\nExample B Ltd |",
		"Example A\nExample Trading LLC":                             "Example A\nExample Trading LLC |",
		"Example Handels-\ngesellschaft mbH":                         "Example Handels-\ngesellschaft mbH |",
		"Global Example, Inc., Hauptstr. 51, 67580 Musterstadt":      "Global Example, Inc. | Hauptstr. 51; 67580 Musterstadt",
		"Example A, 12 Rue de l'Exemple, 69001 Lyon, France":         "Example A | 12 Rue de l'Exemple; 69001 Lyon; France",
		"OOO Example, 7 Lenina St, Moscow, Russia":                   "OOO Example | 7 Lenina St; Moscow; Russia",
		"Acme, Inc.":                     "Acme, Inc. |",
		"Acme, Inc., Delaware":           "Acme, Inc., Delaware |",
		"Brand 24, S.A.":                 "Brand 24, S.A. |",
		"KRAYINVESTBANK, JSC, KRASNODAR": "KRAYINVESTBANK, JSC, KRASNODAR |",
		"Sberbank, Moscow":               "Sberbank, Moscow |",
		"LASERSERVICE, Moscow, Russia":   "LASERSERVICE, Moscow, Russia |",
		"Plant No. 7":                    "Plant No. 7 |",
		"Zavod 51":                       "Zavod 51 |",
		"Zavod 51, Zavod 52":             "Zavod 51, Zavod 52 |",
		"Smith, John, 1970":              "Smith, John, 1970 |",
		"Road 5\n70839 Gerlingen":        "Road 5 | 70839 Gerlingen",
		"":                               " |",
	} {
		names, address := splitName(cell)
		if got := strings.TrimRight(strings.Join(names, "; ")+" | "+strings.Join(address, "; "), " "); got != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// TestIsPlaceSurely: what could be somebody's name is searched as one.
func TestIsPlaceSurely(t *testing.T) {
	for line, want := range map[string]bool{
		"Hong Kong": true, "70839 Gerlingen": true, "Hauptstr. 5": true, "5 Example Road": true, "P.O. Box 12": true, "London SW1A 1AA": true, "Moscow": true, "ул. Ленина, 5": true,
		"MAHAN AIR": false, "ALMAZ-ANTEY MOSCOW": false, "ALMAZ-ANTEY, MOSCOW": false, "Bank of Moscow": false, "Iran Air": false, "Tehran Trading": false, "Zavod 51": false, "Plant 7": false, "Example Street": false, "Brigade 41": false, "Gerlingen": false,
	} {
		if got := isPlaceSurely(line); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}

// FuzzSplitName: whatever is in a cell, no letter or digit of it is lost between the names
// and the address.
func FuzzSplitName(f *testing.F) {
	for _, seed := range []string{"Example GmbH\nHauptstr. 5\n70839 Gerlingen", "Example, Inc., 12 Road, Paris, France", "a,b,c,1", "\n\n,", "x\nHong Kong\nc/o y"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		names, address := splitName(cell)
		if len(address) == 0 {
			if len(names) != 1 || names[0] != cell {
				t.Errorf("%q: a cell without an address is not left as it is: %q", cell, names)
			}
			return
		}
		got := strings.Join(append(names, address...), "")
		for _, r := range cell {
			if (unicode.IsLetter(r) || unicode.IsDigit(r)) && !strings.ContainsRune(got, r) {
				t.Errorf("%q: %q is lost: %q %q", cell, r, names, address)
			}
		}
	})
}
