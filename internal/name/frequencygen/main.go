// Command frequencygen counts how often words are in names, and writes the table by which
// package name weighs them.
//
// How it works. Parts of persons' names are counted in the name pairs of
// Wikidata (Amazon's NETransliteration data, CC0), words of companies' and of
// persons' names in OFAC's SDN list and the US Consolidated Screening List
// (public domain). A word keeps one digit for each of the two uses: the binary
// logarithm of its count, plus one; 0 where it does not occur. Run it from the
// root of the repository, with the folder of the real lists in
// $ENDUSE_TESTDATA:
//
//	go run ./internal/name/frequencygen > internal/name/frequency.tsv
//
// # Invariants
//
// The same files give the same bytes. A word that occurs less than three times is left out:
// nothing is known about it except that it is rare.
//
// # Limitations
//
// Counts are of names in an encyclopedia and on lists, not of a population.
package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/name"
)

// minCount is the count below which a word is left out.
const minCount = 3

// counts holds how often a word is in the names of persons and of other parties.
type counts map[string]*[2]int

const (
	person = iota
	company
)

func main() {
	if err := run(os.Getenv("ENDUSE_TESTDATA"), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "frequencygen:", err)
		os.Exit(1)
	}
}

func run(dir string, out io.Writer) error {
	if dir == "" {
		return errors.New("ENDUSE_TESTDATA is not set: it names the folder of the real lists")
	}
	c := counts{}
	for _, read := range []func(string) error{c.wikidata, c.csl} {
		if err := read(dir); err != nil {
			return err
		}
	}
	if err := c.sdn(dir); err != nil {
		return err
	}
	return c.write(out)
}

func (c counts) add(text string, use, n int) {
	for _, t := range name.Analyse(text).Tokens {
		if len(t.Text) < 2 || !isLatin(t.Text) {
			continue
		}
		if c[t.Text] == nil {
			c[t.Text] = &[2]int{}
		}
		c[t.Text][use] += n
	}
}

func isLatin(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// wikidata counts each part of a name once for each person, by the language
// that has it most often.
func (c counts) wikidata(dir string) error {
	files, err := filepath.Glob(filepath.Join(dir, "name_eval", "netranslit_wikidata", "*_80.tsv"))
	if err != nil {
		return err
	}
	most := map[string]int{}
	for _, path := range files {
		these := map[string]int{}
		err := lines(path, func(line string) error {
			cells := strings.Split(line, "\t")
			n, err := strconv.Atoi(cells[len(cells)-1])
			if err != nil {
				return err
			}
			these[cells[0]] += n
			return nil
		})
		if err != nil {
			return err
		}
		for w, n := range these {
			most[w] = max(most[w], n)
		}
	}
	for w, n := range most {
		c.add(w, person, n)
	}
	return nil
}

func (c counts) csl(dir string) error {
	return lines(filepath.Join(dir, "us_csl_ccl", "csl_2026-07-31_flat.jsonl"), func(line string) error {
		var row struct {
			Name string   `json:"name"`
			Alts []string `json:"alt_names"`
			Type string   `json:"type"`
		}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			return err
		}
		for _, n := range append(row.Alts, row.Name) {
			c.add(n, use(row.Type == "Individual"), 1)
		}
		return nil
	})
}

func use(isPerson bool) int {
	if isPerson {
		return person
	}
	return company
}

func (c counts) sdn(dir string) error {
	f, err := os.Open(filepath.Join(dir, "ofac", "2026-08", "sdn.csv")) // #nosec G304 -- the user names the folder
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if len(row) > 2 {
			c.add(row[1], use(strings.Contains(row[2], "individual")), 1)
		}
	}
}

func lines(path string, use func(string) error) error {
	f, err := os.Open(path) // #nosec G304 -- the user names the folder
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		if err := use(s.Text()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return s.Err()
}

func (c counts) write(out io.Writer) error {
	words := make([]string, 0, len(c))
	for w, n := range c {
		if n[person]+n[company] >= minCount {
			words = append(words, w)
		}
	}
	sort.Strings(words)
	w := bufio.NewWriter(out)
	for _, word := range words {
		n := c[word]
		if _, err := fmt.Fprintf(w, "%s\t%x%x\n", word, bits.Len(uint(n[person])), bits.Len(uint(n[company]))); err != nil {
			return err
		}
	}
	return w.Flush()
}
