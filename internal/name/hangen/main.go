// Command hangen writes the two tables of Chinese characters that package name reads: the
// traditional characters for a simplified one, and how a character is pronounced in Mandarin,
// Cantonese and Korean.
//
// How it works. The facts are those of the Unicode Han Database (kMandarin,
// kCantonese, kHangul, kSimplifiedVariant). A character is kept if a national
// standard has it (GB 2312, Big5, the Chinese table of general standard
// characters, or a Korean reading). Readings are kept only for the simplified
// one of a pair, because the other is folded to it. Run it from the root of
// the repository, with the folder of the unpacked Unihan text files in
// $UNIHAN:
//
//	go run ./internal/name/hangen
//
// # Invariants
//
// The same files give the same bytes.
//
// # Limitations
//
// A character that is simplified to two is not folded. A character has one reading in each
// language; those of surnames are in surnames.tsv.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func main() {
	if err := run(os.Getenv("UNIHAN"), filepath.Join("internal", "name")); err != nil {
		fmt.Fprintln(os.Stderr, "hangen:", err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	facts := facts{}
	for _, file := range []string{"Readings", "Variants", "OtherMappings", "DictionaryLikeData"} {
		if err := facts.read(filepath.Join(from, "Unihan_"+file+".txt")); err != nil {
			return err
		}
	}
	variants := facts.variants()
	if err := os.WriteFile(filepath.Join(to, "han_variants.tsv"), variantTable(variants), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(to, "han_readings.tsv"), facts.readingTable(variants), 0o644)
}

// facts are the properties of each character of the Basic Multilingual Plane.
type facts map[rune]map[string]string

func (f facts) read(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 || !strings.HasPrefix(fields[0], "U+") {
			continue
		}
		if r := codePoint(fields[0]); r >= 0x4E00 && r <= 0x9FFF {
			if f[r] == nil {
				f[r] = map[string]string{}
			}
			f[r][fields[1]] = fields[2]
		}
	}
	return lines.Err()
}

func codePoint(s string) rune {
	n, _ := strconv.ParseInt(strings.TrimPrefix(s, "U+"), 16, 32)
	return rune(n)
}

// common reports whether a national standard has the character.
func (f facts) common(r rune) bool {
	for _, key := range []string{"kTGH", "kGB0", "kBigFive", "kGradeLevel", "kHangul"} {
		if f[r][key] != "" {
			return true
		}
	}
	return false
}

// variants maps each character that is simplified to exactly one other.
func (f facts) variants() map[rune]rune {
	out := map[rune]rune{}
	for r, properties := range f {
		to := strings.Fields(properties["kSimplifiedVariant"])
		if len(to) != 1 || !f.common(r) || f[codePoint(to[0])] == nil {
			continue
		}
		if s := codePoint(to[0]); s != r {
			out[r] = s
		}
	}
	for r, s := range out {
		if end, ok := out[s]; ok { // a rare chain of two
			out[r] = end
		}
	}
	return out
}

func variantTable(variants map[rune]rune) []byte {
	by := map[rune][]rune{}
	for r, s := range variants {
		by[s] = append(by[s], r)
	}
	var b bytes.Buffer
	for _, s := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[s])
		fmt.Fprintf(&b, "%c\t%s\n", s, string(by[s]))
	}
	return b.Bytes()
}

// readingTable has one line for each set of readings: Mandarin, Cantonese (jyutping), Korean,
// and the characters that are read like this.
func (f facts) readingTable(variants map[rune]rune) []byte {
	by := map[string][]rune{}
	for r, properties := range f {
		if _, folded := variants[r]; folded || !f.common(r) {
			continue
		}
		mandarin := withoutTone(first(properties["kMandarin"]))
		if mandarin == "" {
			continue
		}
		cantonese := strings.TrimRight(first(properties["kCantonese"]), "123456")
		korean, _, _ := strings.Cut(first(properties["kHangul"]), ":")
		key := mandarin + "\t" + cantonese + "\t" + korean
		by[key] = append(by[key], r)
	}
	var b bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[key])
		fmt.Fprintf(&b, "%s\t%s\n", key, string(by[key]))
	}
	return b.Bytes()
}

func first(list string) string {
	s, _, _ := strings.Cut(list, " ")
	return s
}

// withoutTone takes the tone off a syllable; ü is written v, as on keyboards.
func withoutTone(s string) string {
	s = strings.NewReplacer("ü", "v", "ǖ", "v", "ǘ", "v", "ǚ", "v", "ǜ", "v").Replace(s)
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
