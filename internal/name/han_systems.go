package name

import (
	"slices"
	"strings"
	"sync"
)

// wadeInitials and wadeFinals turn pinyin into Wade-Giles as written in names, without the
// apostrophes that distinguish ch and ch'.
var (
	wadeInitials = []struct{ pinyin, wade string }{
		{"zh", "ch"}, {"ch", "ch"}, {"sh", "sh"}, {"b", "p"}, {"d", "t"}, {"g", "k"}, {"j", "ch"}, {"q", "ch"}, {"x", "hs"}, {"z", "ts"}, {"c", "ts"}, {"r", "j"},
	}
	wadeFinals = mapOf("ian ien ie ieh ue ueh ong ung iong iung uo o e o")
	// wadeWhole has the syllables that follow neither of the two.
	wadeWhole = mapOf(`zhi chih chi chih shi shih ri jih zi tzu ci tzu si ssu ye yeh yan yen yong yung you yu er erh yue yueh xiong hsiung guo kuo huo huo
		luo lo duo to tuo to nuo no zuo tso cuo tso suo so ruo jo zhuo cho chuo cho shuo sho kuo kuo he ho ke ko ge ko de te te te zhe che che che she she re je ze tse ce tse se se le le ne ne me me e o
		gui kuei kui kuei hui hui wei wei jie chieh qie chieh xie hsieh jue chueh que chueh xue hsueh yu yu ju chu qu chu xu hsu jun chun qun chun xun hsun xuan hsuan juan chuan quan chuan`)
)

// wadeGilesOf returns a syllable of pinyin in Wade-Giles.
func wadeGilesOf(pinyin string) string {
	if w := wadeWhole[pinyin]; w != "" {
		return w
	}
	initial, final := "", pinyin
	for _, i := range wadeInitials {
		if rest, ok := strings.CutPrefix(pinyin, i.pinyin); ok {
			initial, final = i.wade, rest
			break
		}
	}
	if initial == "" && len(final) > 1 && strings.ContainsRune("pmfntlkhyw", rune(final[0])) {
		initial, final = final[:1], final[1:]
	}
	if w := wadeFinals[final]; w != "" && final != "e" {
		final = w
	}
	return initial + final
}

// hongKongInitials and hongKongFinals turn Jyutping into the spelling of the
// Hong Kong government.
var (
	hongKongInitials = []struct{ jyutping, hk string }{{"gw", "kw"}, {"kw", "kw"}, {"ng", "ng"}, {"b", "p"}, {"d", "t"}, {"g", "k"}, {"z", "ch"}, {"c", "ch"}, {"j", "y"}}
	hongKongFinals   = mapOf(`aa a aai ai aau au aam am aan an aang ang aap ap aat at aak ak oe eung oeng eung oek euk eoi ui eon un eot ut
		yu yu yun uen yut uet ou o oi oi ung ung uk uk iu iu im im in in ing ing ip ip it it ik ik i i u u ui ui un un ut ut`)
)

// hongKong returns a syllable of Jyutping as it is written in Hong Kong.
func hongKong(jyutping string) string {
	initial, final := "", jyutping
	for _, i := range hongKongInitials {
		if rest, ok := strings.CutPrefix(jyutping, i.jyutping); ok && rest != "" {
			initial, final = i.hk, rest
			break
		}
	}
	if initial == "" && len(final) > 1 && strings.ContainsRune("pmftnlkhws", rune(final[0])) {
		initial, final = final[:1], final[1:]
	}
	if f := hongKongFinals[final]; f != "" {
		final = f
	}
	if initial == "y" && strings.HasPrefix(final, "yu") {
		initial = ""
	}
	return initial + final
}

// mandarinSyllables has every syllable of pinyin, and for each syllable of Wade-Giles without
// apostrophes the syllables of pinyin that it may be.
var mandarinSyllables = sync.OnceValue(func() (out struct {
	pinyin map[string]bool
	wade   map[string][]string
},
) {
	out.pinyin, out.wade = map[string]bool{}, map[string][]string{}
	for _, line := range readHan().lines {
		if p := line.mandarin; p != "" && !out.pinyin[p] {
			out.pinyin[p] = true
			out.wade[line.wade] = append(out.wade[line.wade], p)
		}
	}
	for w := range out.wade {
		slices.Sort(out.wade[w])
	}
	return out
})

// IsPinyin reports whether a folded word is one syllable of pinyin.
func IsPinyin(word string) bool { return mandarinSyllables().pinyin[word] }

// PinyinStartingWith returns the syllables of pinyin that begin with a letter, in order.
func PinyinStartingWith(initial byte) []string { return syllablesFrom()[initial] }

var syllablesFrom = sync.OnceValue(func() map[byte][]string {
	m := map[byte][]string{}
	for s := range mandarinSyllables().pinyin {
		m[s[0]] = append(m[s[0]], s)
	}
	for _, all := range m {
		slices.Sort(all)
	}
	return m
})

// PinyinOfWade returns the syllables of pinyin that a syllable of Wade-Giles may be, fewer if
// it has an apostrophe; nil for what is not a syllable.
func PinyinOfWade(syllable string) []string {
	plain := strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		return r
	}, syllable)
	all := mandarinSyllables().wade[plain]
	if all == nil {
		for _, o := range []struct{ from, to string }{{"ê", "e"}, {"ü", "u"}, {"ŭ", "u"}, {"szu", "ssu"}, {"yi", "i"}, {"i", "yi"}, {"ie", "ieh"}, {"ue", "ueh"}, {"ian", "ien"}} {
			if all = mandarinSyllables().wade[strings.ReplaceAll(plain, o.from, o.to)]; all != nil {
				break
			}
		}
	}
	if plain == syllable {
		return all
	}
	var out []string // an apostrophe marks an aspirated initial
	for _, p := range all {
		if strings.IndexByte("ptkqc", p[0]) >= 0 {
			out = append(out, p)
		}
	}
	return out
}
