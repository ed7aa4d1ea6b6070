package main

import (
	"bufio"
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/name"
)

// scripts has the files of the data, the script of each, and the longest string that a unit
// is written with.
var scripts = []struct {
	file, script string
	longest      int
	least        float64 // probability below which a string is left out
}{
	{"russian", "Cyrl", 4, 0.002},
	{"arabic", "Arab", 4, 0.002},
	{"hebrew", "Hebr", 4, 0.002},
	{"korean", "Hang", 4, 0.002},
	{"chinese", "Hani", 6, 0.008},
}

func main() {
	if err := run(os.Getenv("ENDUSE_TESTDATA"), filepath.Join("internal", "name", "translit")); err != nil {
		fmt.Fprintln(os.Stderr, "translitgen:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	letters := newBigrams()
	all := make([][]pair, len(scripts))
	for i, s := range scripts {
		file := filepath.Join(from, "name_eval", "netranslit_wikidata", "wd_"+s.file+"_80.tsv")
		pairs, err := readPairs(file, s.longest)
		if err != nil {
			return err
		}
		all[i] = pairs
		for _, p := range pairs {
			letters.count(p.latin, p.weight)
		}
	}
	if err := write(filepath.Join(to, "Latn.tsv"), letters.table()); err != nil {
		return err
	}
	for i, s := range scripts {
		if err := write(filepath.Join(to, s.script+".tsv"), fit(all[i], letters, s.longest, s.least)); err != nil {
			return err
		}
	}
	return nil
}

func write(file string, lines []byte) error {
	head := "# Written by internal/name/translitgen; do not edit.\n"
	return os.WriteFile(file, append([]byte(head), lines...), 0o644)
}

// pair is a name in two scripts.
type pair struct {
	latin  string
	units  []rune
	weight float64
}

// maxPairs bounds the time of a fit: further pairs are left out.
const maxPairs = 60000

// readPairs reads a file that has the Latin name, the other name with its letters separated
// by blanks, and how often the two are a pair.
func readPairs(file string, longest int) (pairs []pair, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 {
			continue
		}
		p := pair{latin: name.LatinLetters(fields[0]), units: name.Units(name.Fold(strings.ReplaceAll(fields[1], " ", "")))}
		n, _ := strconv.Atoi(fields[2])
		p.weight = 1 + math.Log(float64(max(n, 1)))
		fits := p.latin != "" && len(p.units) > 0 && len(p.latin) <= 16 && len(p.units) <= 16 && len(p.latin) <= longest*len(p.units)
		if fits && !name.IsHeldOut(p.latin) && len(pairs) < maxPairs {
			pairs = append(pairs, p)
		}
	}
	return pairs, lines.Err()
}
