package name

import "strings"

// The letters of Hangul in Revised Romanization, in the order of Unicode, and
// in McCune-Reischauer without its diacritics.
var (
	rrLeads  = jamoOf("g kk n d tt r m b pp s ss - j jj ch k t p h")
	rrVowels = jamoOf("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
	rrTails  = jamoOf("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")
	mrLeads  = jamoOf("k kk n t tt r m p pp s ss - ch tch ch k t p h")
	mrVowels = jamoOf("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i")
)

// jamoOf reads a table of letters; "-" is not read.
func jamoOf(text string) []string {
	letters := strings.Split(text, " ")
	for i, l := range letters {
		letters[i] = strings.Trim(l, "-")
	}
	return letters
}

// koreanSurnames are the spellings that bearers of the most common surnames
// use, beside the two systems. (Statistics Korea, the 30 most common.)
var koreanSurnames = map[rune]string{
	'김': "kim gim", '이': "lee yi ri rhee li i", '리': "ri lee li rhee", '박': "park pak bak", '최': "choi choe", '정': "jung chung jeong chong jong",
	'강': "kang gang", '조': "cho jo", '윤': "yoon yun", '장': "jang chang", '임': "lim im rim", '림': "rim lim", '한': "han",
	'오': "oh o", '서': "seo suh so", '신': "shin sin", '권': "kwon gwon", '황': "hwang", '안': "ahn an", '송': "song",
	'류': "ryu yoo", '유': "yoo yu ryu", '홍': "hong", '전': "jeon chon jun chun", '고': "ko go koh", '문': "moon mun", '양': "yang ryang",
	'손': "son sohn", '배': "bae pae", '백': "baek paek paik", '허': "heo ho hur huh", '남': "nam", '심': "shim sim",
	'노': "noh roh no ro", '로': "ro roh", '하': "ha", '곽': "kwak gwak", '성': "sung seong song", '차': "cha", '주': "joo ju chu",
	'우': "woo u", '구': "koo gu ku", '민': "min", '나': "na ra", '진': "jin chin", '지': "ji chi", '엄': "um eom", '채': "chae",
	'원': "won", '천': "chun cheon", '방': "bang pang", '공': "kong gong", '현': "hyun hyon", '함': "ham", '변': "byun pyon byeon",
	'염': "yeom yom", '여': "yeo yo", '추': "choo chu", '도': "do to", '석': "seok sok suk", '선': "sun seon", '설': "seol sol", '마': "ma",
	'길': "gil kil", '연': "yeon yon", '위': "wi", '표': "pyo", '명': "myung myong", '기': "ki gi", '반': "ban pan", '왕': "wang", '금': "keum kum geum",
}

// hangulReadings returns the readings of a word of Hangul syllables: with the
// usual spellings of its first one as a surname, and in both systems. Sound
// changes between syllables are left out, as in names they mostly are.
func hangulReadings(word string) []string {
	var text [2 * stackText]byte
	var ends [mostReadings]int
	r := readings{text[:0], ends[:0], mostReadings}
	return r.addHangul(word).list()
}

func (r readings) addHangul(word string) readings {
	var store [mostRead]rune
	runes := appendRunes(store[:0], word)
	for _, s := range runes {
		if s < hangulFirst || s > hangulLast {
			return r
		}
	}
	if len(runes) == 0 {
		return r
	}
	r = r.addSyllables("", runes, rrLeads, rrVowels)
	if len(runes) <= mostHanName {
		n := 0
		for surname := range strings.FieldsSeq(koreanSurnames[runes[0]]) {
			if n++; n > 2 && len(runes) > 1 {
				break
			}
			r = r.addSyllables(surname, runes[1:], rrLeads, rrVowels)
			r = r.addSyllables(surname, runes[1:], mrLeads, mrVowels)
		}
	}
	return r.addSyllables("", runes, mrLeads, mrVowels)
}

// addSyllables adds a reading that begins as given and goes on with the
// syllables.
func (r readings) addSyllables(begin string, runes []rune, leads, vowels []string) readings {
	r.text = append(r.text, begin...)
	for i, s := range runes {
		lead, vowel, tail := jamo(s)
		l := leads[lead]
		if i > 0 && (lead == 0 || lead == 3 || lead == 7 || lead == 12) {
			l = rrLeads[lead] // k, t, p and ch inside a word are voiced
		}
		r.text = append(r.text, l...)
		r.text = append(r.text, vowels[vowel]...)
		r.text = append(r.text, rrTails[tail]...)
	}
	return r.end()
}
