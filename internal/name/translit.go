package name

import (
	"embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run ./translitgen

// translitFiles has a table for each script that a model is fitted for: a line
// a unit of the script, and after it the Latin letters that it is written
// with, each with the negative logarithm of its probability, times ten. See
// translitgen for how they are fitted. "-" stands for no letters at all.
// Spelling.tsv is of the same form, set by hand: how a letter of a reading is
// spelt by another language.
//
//go:embed translit/*.tsv
var translitFiles embed.FS

const (
	mostUnits   = 32 // of a word; a longer one is not compared by the model
	mostLetters = 28
	mostChunk   = 6 // letters that one unit may be written with
)

// What the model asks, as a negative logarithm, for what its table does not
// hold.
const (
	costLeftOut    = 5.5 // a unit that no letter stands for
	costExtra      = 5.0 // a letter that no unit stands for
	costExtraVowel = 3.5
	costOther      = 7.5 // a unit written with a letter that it never is
	costOfReading  = 1.5 // a Han character written as it is read in Mandarin
	impossible     = math.MaxFloat32
)

// model says how the units of a script are written in Latin letters.
type model struct {
	units   map[rune]*unit
	spelt   map[string]*unit // of Han characters that are written as they are read
	slots   []slot           // open addressing; the length is a power of two
	longest []int8           // of the letters of each unit
	strict  bool             // what is not in the table is impossible
}

// unit is what the model knows of a letter.
type unit struct {
	id      uint32
	options []option // the skeletons that it may have
	// short and long are the fewest and the most letters that it is written with
	// but for rare cases.
	short, long int
}

// unknown is what a model knows of a letter that it has not.
var unknown = &unit{}

// unit returns what the model knows of a letter.
func (m *model) unit(r rune) *unit {
	if u := m.units[r]; u != nil {
		return u
	}
	if m.spelt != nil {
		if u := m.spelt[mandarinOf(r)]; u != nil {
			return u
		}
	}
	return unknown
}

// rareChunk is the cost from which on a way to write a unit is rare.
const rareChunk = 3.0

// slot holds the cost of a unit written with some letters.
type slot struct {
	key  uint64 // unit and packed letters; 0 is free
	cost float32
}

// chunk is a string of Latin letters with its cost.
type chunk struct {
	letters string
	cost    float32
}

// models reads each table when it is first needed.
var models = func() map[string]func() *model {
	m := map[string]func() *model{}
	for _, script := range []string{"Cyrl", "Arab", "Hebr", "Hang", "Hani"} {
		m[script] = sync.OnceValue(func() *model { return readModel(script) })
	}
	return m
}()

// korean is the model of how Koreans write their own names.
var korean = sync.OnceValue(func() *model {
	m := readModel("Korean")
	m.strict = true
	return m
})

// spelling is the model of words that are known by their reading only.
var spelling = sync.OnceValue(func() *model { return readModel("Spelling") })

func readModel(table string) *model {
	rows := map[rune][]chunk{}
	data, _ := translitFiles.ReadFile("translit/" + table + ".tsv")
	for line := range strings.Lines(string(data)) {
		letter, rest, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		r := []rune(letter)[0]
		for c := range strings.FieldsSeq(rest) {
			letters, cost, _ := strings.Cut(c, ":")
			n, _ := strconv.Atoi(cost)
			rows[r] = append(rows[r], chunk{strings.Trim(letters, "-"), float32(n) / 10})
		}
	}
	if table == "Hani" {
		return newModel(rows, addMandarin(rows))
	}
	return newModel(rows, nil)
}

// addMandarin lets every character be written as it is read, and returns the
// readings.
func addMandarin(rows map[rune][]chunk) []string {
	for r := range rows {
		if pinyin := mandarinOf(r); pinyin != "" {
			rows[r] = append(rows[r], chunk{pinyin, costOfReading})
		}
	}
	var all []string
	for _, line := range readHan().lines {
		if line.mandarin != "" {
			all = append(all, line.mandarin)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func newModel(rows map[rune][]chunk, readings []string) *model {
	n := len(readings) + 1
	for _, chunks := range rows {
		n += len(chunks)
	}
	size := 1
	for size < 3*n {
		size *= 2
	}
	m := &model{units: make(map[rune]*unit, len(rows)), slots: make([]slot, size), longest: make([]int8, 1, len(rows)+len(readings)+1)}
	for r, chunks := range rows {
		m.units[r] = m.newUnit(chunks)
	}
	if len(readings) > 0 {
		m.spelt = make(map[string]*unit, len(readings))
	}
	for _, pinyin := range readings {
		m.spelt[pinyin] = m.newUnit([]chunk{{pinyin, costOfReading}})
	}
	return m
}

// newUnit adds a unit that is written in these ways.
func (m *model) newUnit(chunks []chunk) *unit {
	u := &unit{id: uint32(len(m.longest)), options: optionsOf(chunks), short: mostChunk}
	longest := 0
	for _, c := range chunks {
		if c.cost <= rareChunk {
			u.short, u.long = min(u.short, len(c.letters)), max(u.long, len(c.letters))
		}
		m.set(uint64(u.id)<<32|pack(c.letters), c.cost)
		longest = max(longest, len(c.letters))
	}
	m.longest = append(m.longest, int8(longest))
	return u
}

// set keeps the lower of two costs of a key.
func (m *model) set(key uint64, cost float32) {
	for i := m.hash(key); ; i = (i + 1) & uint64(len(m.slots)-1) {
		switch s := &m.slots[i]; s.key {
		case 0:
			*s = slot{key, cost}
			return
		case key:
			s.cost = min(s.cost, cost)
			return
		}
	}
}

func (m *model) hash(key uint64) uint64 {
	return key * 0x9E3779B97F4A7C15 >> 32 & uint64(len(m.slots)-1)
}

func (m *model) cost(key uint64) float32 {
	for i := m.hash(key); ; i = (i + 1) & uint64(len(m.slots)-1) {
		switch s := &m.slots[i]; s.key {
		case 0:
			return impossible
		case key:
			return s.cost
		}
	}
}

// pack puts up to six letters a to z into 30 bits.
func pack(letters string) (p uint64) {
	for i := range len(letters) {
		p = p<<5 | uint64(letters[i]-'a'+1)
	}
	return p
}

// of returns what the model knows of each unit of a folded word.
func (m *model) of(units []rune, out []*unit) []*unit {
	for _, r := range units {
		out = append(out, m.unit(r))
	}
	return out
}

// ids returns the numbers of units; those that the model does not know are 0.
func ids(units []*unit) []uint32 {
	out := make([]uint32, len(units))
	for i, u := range units {
		out[i] = u.id
	}
	return out
}

// surprise is how much further a path may fall behind what the letters would
// cost by themselves, before it is given up.
const surprise = 6

// evidence is the logarithm of how many times more probable the letters are as
// a way to write the units than as those of any name, along the best
// alignment; -impossible where there is none worth following.
func (m *model) evidence(units []uint32, letters string) float32 {
	if len(letters) > mostLetters || len(units) > mostUnits {
		return -impossible
	}
	var alone, a, b [mostLetters + 2]float32
	all := background(letters, alone[:])
	last, row := a[:len(letters)+1], b[:len(letters)+1]
	fill(last)
	last[0] = 0
	m.extra(last, letters)
	for _, id := range units {
		fill(row)
		possible := false
		for j, cost := range last {
			if cost < alone[j]+surprise {
				possible = true
				m.emit(id, letters[j:], cost, row[j:])
			}
		}
		if !possible {
			return -impossible
		}
		m.extra(row, letters)
		last, row = row, last
	}
	if last[len(letters)] == impossible {
		return -impossible
	}
	return all - last[len(letters)]
}

func fill(row []float32) {
	for i := range row {
		row[i] = impossible
	}
}

// emit writes a unit with none, one or several of the letters.
func (m *model) emit(id uint32, letters string, cost float32, row []float32) {
	key, base := uint64(0), uint64(id)<<32
	leftOut, other := float32(costLeftOut), float32(costOther)
	if m.strict {
		leftOut, other = impossible, impossible
	}
	if c := min(leftOut, m.cost(base)); c != impossible {
		row[0] = min(row[0], cost+c)
	}
	for k := 1; k <= len(letters) && (k == 1 || k <= int(m.longest[id])); k++ {
		key = key<<5 | uint64(letters[k-1]-'a'+1)
		c := m.cost(base | key)
		if k == 1 {
			c = min(c, other)
		}
		if c != impossible {
			row[k] = min(row[k], cost+c)
		}
	}
}

// extra lets letters stand for nothing.
func (m *model) extra(row []float32, letters string) {
	if m.strict {
		return
	}
	for j := range len(letters) {
		c := float32(costExtra)
		if classOfLetter[letters[j]-'a'] == 0 {
			c = costExtraVowel
		}
		row[j+1] = min(row[j+1], row[j]+c)
	}
}
