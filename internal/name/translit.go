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

// translitFiles has a table for each script that a model is fitted for: one line per unit of
// the script, and after it the strings of Latin letters that it is written with, each with
// the negative logarithm of its probability, times ten. "-" is the empty string. See
// translitgen for how the tables are fitted. Spelling.tsv has the same form and was written
// by hand: how other languages spell a letter of a romanisation.
//
//go:embed translit/*.tsv
var translitFiles embed.FS

const (
	maxUnits   = 32 // of a word; the model does not compare a longer one
	maxLetters = 28
	maxChunk   = 6 // letters that one unit may be written with
)

// What costs the model has for what is not in its table, as negative logarithms.
const (
	costLeftOut    = 5.5 // a unit that is not written
	costExtra      = 5.0 // a letter that is of no unit
	costExtraVowel = 3.5
	costOther      = 7.5 // a unit written with a letter that the table does not have for it
	costOfPinyin   = 1.5 // a Han character written in pinyin
	impossible     = math.MaxFloat32
)

// model says how the units of a script are written in Latin letters.
type model struct {
	units  map[rune]*unit
	spelt  map[string]*unit // of Han characters that are written in pinyin
	slots  []slot           // open addressing; the length is a power of two
	ways   []ways           // of each unit
	strict bool             // what is not in the table is impossible
}

// ways are the costs of a unit that is written with no letter or with one, by letterNumber,
// the first letters of longer ways, and the lowest cost of all.
type ways struct {
	single  [27]float32
	more    uint32
	longest int
	lowest  float32 // the cost of the cheapest way
}

// newWays returns the ways of a unit that is not in the table.
func (m *model) newWays() ways {
	w := ways{}
	for i := range w.single {
		switch {
		case m.strict:
			w.single[i] = impossible
		case i == 0:
			w.single[i] = costLeftOut
		default:
			w.single[i] = costOther
		}
	}
	w.lowest = w.single[0]
	return w
}

func (w *ways) add(c chunk) {
	w.lowest = min(w.lowest, c.cost)
	switch len(c.letters) {
	case 0:
		w.single[0] = min(w.single[0], c.cost)
	case 1:
		n := letterNumber(c.letters[0])
		w.single[n] = min(w.single[n], c.cost)
	default:
		w.more |= 1 << letterNumber(c.letters[0])
		w.longest = max(w.longest, len(c.letters))
	}
}

// unit is what the model knows about a letter.
type unit struct {
	id      uint32
	options []option // the skeletons that it may have
	// short and long are the fewest and the most letters that it is written with, rare
	// ways aside.
	short, long int
}

// unknown is the unit of a letter that is not in the model.
var unknown = &unit{}

// unit returns what the model knows about a letter.
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

// rareChunk is the cost above which a way to write a unit is rare.
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

// models read each table when it is first needed.
var models = func() map[string]func() *model {
	m := map[string]func() *model{}
	for _, script := range []string{"Cyrl", "Arab", "Hebr", "Hang", "Hani"} {
		m[script] = sync.OnceValue(func() *model { return readModel(script) })
	}
	return m
}()

// korean is the model of how Koreans write their own names.
var korean = sync.OnceValue(func() *model {
	return readModel("Korean")
})

// spelling is the model of words that are known only by their romanisations.
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
		return newModel(rows, addMandarin(rows), false)
	}
	return newModel(rows, nil, table == "Korean")
}

// addMandarin adds to every character that it is written in pinyin, and returns all
// syllables.
func addMandarin(rows map[rune][]chunk) []string {
	for r := range rows {
		if pinyin := mandarinOf(r); pinyin != "" {
			rows[r] = append(rows[r], chunk{pinyin, costOfPinyin})
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

func newModel(rows map[rune][]chunk, romanisations []string, strict bool) *model {
	n := len(romanisations) + 1
	for _, chunks := range rows {
		n += len(chunks)
	}
	size := 1
	for size < 3*n {
		size *= 2
	}
	m := &model{units: make(map[rune]*unit, len(rows)), slots: make([]slot, size), strict: strict}
	m.ways = append(make([]ways, 0, len(rows)+len(romanisations)+1), m.newWays())
	for r, chunks := range rows {
		m.units[r] = m.newUnit(chunks)
	}
	if len(romanisations) > 0 {
		m.spelt = make(map[string]*unit, len(romanisations))
	}
	for _, pinyin := range romanisations {
		m.spelt[pinyin] = m.newUnit([]chunk{{pinyin, costOfPinyin}})
	}
	return m
}

// newUnit adds a unit that is written in these ways.
func (m *model) newUnit(chunks []chunk) *unit {
	u := &unit{id: uint32(len(m.ways)), options: optionsOf(chunks), short: maxChunk}
	w := m.newWays()
	for _, c := range chunks {
		if c.cost <= rareChunk {
			u.short, u.long = min(u.short, len(c.letters)), max(u.long, len(c.letters))
		}
		w.add(c)
		if len(c.letters) > 1 {
			m.set(uint64(u.id)<<32|pack(c.letters), c.cost)
		}
	}
	m.ways = append(m.ways, w)
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

// unitsOf returns what the model knows about each unit of a folded word.
func (m *model) unitsOf(units []rune, out []*unit) []*unit {
	for _, r := range units {
		out = append(out, m.unit(r))
	}
	return out
}

// ids returns the numbers of units; 0 for those that are not in the model.
func ids(units []*unit) []uint32 {
	out := make([]uint32, len(units))
	for i, u := range units {
		out[i] = u.id
	}
	return out
}

// surprise is by how much a path may cost more than its letters would alone before it is
// given up.
const surprise = 6

// rounding covers differences from the order in which costs are summed.
const rounding = 1e-3

// form is a way to write a word: its units, and for each the lowest cost of it and those
// after it.
type form struct {
	units []uint32
	rest  []float32
}

func (m *model) form(units []*unit) form {
	f := form{ids(units), make([]float32, len(units)+1)}
	for i := len(units) - 1; i >= 0; i-- {
		f.rest[i] = f.rest[i+1] + m.ways[f.units[i]].lowest
	}
	return f
}

// evidence returns the logarithm of how many times more probable the letters are as a way to
// write a form than as those of any name, along the best alignment. It returns -impossible if
// no alignment is worth following, or none reaches the least evidence that is asked for.
func (m *model) evidence(f form, letters string, least float32) float32 {
	if len(letters) > maxLetters || len(f.units) > maxUnits {
		return -impossible
	}
	var alone, a, b, extra [maxLetters + 2]float32
	all := background(letters, alone[:])
	limit := all - least + rounding // of the cost of a path
	if f.rest[0] > limit {
		return -impossible
	}
	last, row := a[:len(letters)+1], b[:len(letters)+1]
	m.extraCosts(letters, extra[:])
	fill(last)
	last[0] = 0
	addExtra(last, extra[:])
	for i, id := range f.units {
		fill(row)
		if !m.write(id, letters, last, row, alone[:], limit-f.rest[i]) {
			return -impossible
		}
		addExtra(row, extra[:])
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

// write extends each path by a unit, which is written with none, one or several of the next
// letters. It leaves out paths that cost more than limit, or much more than their letters
// would alone, and reports whether any path is left.
func (m *model) write(id uint32, letters string, last, row, alone []float32, limit float32) (possible bool) {
	w := &m.ways[id]
	for j, cost := range last {
		if cost > limit || cost >= alone[j]+surprise {
			continue
		}
		possible = true
		if c := cost + w.single[0]; c < row[j] {
			row[j] = c
		}
		if j == len(letters) {
			break
		}
		first := letters[j] - 'a' + 1
		if c := cost + w.single[first]; c < row[j+1] {
			row[j+1] = c
		}
		if w.more>>first&1 != 0 {
			m.writeMore(id, letters[j:], cost, row[j:], w.longest)
		}
	}
	return possible
}

// writeMore extends a path by a unit that is written with several letters.
func (m *model) writeMore(id uint32, letters string, cost float32, row []float32, longest int) {
	key, base := uint64(letters[0]-'a'+1), uint64(id)<<32
	for k := 2; k <= min(len(letters), longest); k++ {
		key = key<<5 | uint64(letters[k-1]-'a'+1)
		if c := m.cost(base | key); c != impossible {
			row[k] = min(row[k], cost+c)
		}
	}
}

// extraCosts writes the costs of letters that are of no unit.
func (m *model) extraCosts(letters string, out []float32) {
	for j := range len(letters) {
		switch {
		case m.strict:
			out[j] = impossible
		case classOfLetter[letters[j]-'a'] == 0:
			out[j] = costExtraVowel
		default:
			out[j] = costExtra
		}
	}
}

// addExtra extends paths by letters that are of no unit. Costs are compared by hand, because
// the builtin min, which also handles NaN, takes several times as long.
func addExtra(row, extra []float32) {
	last := row[0]
	for j := range len(row) - 1 {
		last += extra[j]
		if row[j+1] < last {
			last = row[j+1]
		} else {
			row[j+1] = last
		}
	}
}
