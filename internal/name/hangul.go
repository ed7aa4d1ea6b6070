package name

import "strings"

// The letters of Hangul in Revised Romanization, in the order of Unicode, and
// in McCune-Reischauer without its diacritics.
var (
	rrLeads  = strings.Split("g kk n d tt r m b pp s ss - j jj ch k t p h", " ")
	rrVowels = strings.Split("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i", " ")
	rrTails  = strings.Split("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t", " ")
	mrLeads  = strings.Split("k kk n t tt r m p pp s ss - ch tch ch k t p h", " ")
	mrVowels = strings.Split("a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i", " ")
)

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
func hangulReadings(word string) (out []string) {
	runes := []rune(word)
	if len(runes) == 0 {
		return nil
	}
	for _, r := range runes {
		if r < hangulFirst || r > hangulLast {
			return nil
		}
	}
	whole := hangul(runes, rrLeads, rrVowels)
	out = appendReading(out, whole)
	for i, surname := range strings.Fields(koreanSurnames[runes[0]]) {
		if i > 1 && len(runes) > 1 || len(runes) > mostHanName {
			break
		}
		out = appendReading(out, surname+hangul(runes[1:], rrLeads, rrVowels))
		out = appendReading(out, surname+hangul(runes[1:], mrLeads, mrVowels))
	}
	return appendReading(out, hangul(runes, mrLeads, mrVowels))
}

func hangul(runes []rune, leads, vowels []string) string {
	var b strings.Builder
	for i, r := range runes {
		lead, vowel, tail := jamo(r)
		l := leads[lead]
		if i > 0 && (lead == 0 || lead == 3 || lead == 7 || lead == 12) {
			l = rrLeads[lead] // k, t, p and ch inside a word are voiced
		}
		b.WriteString(strings.Trim(l, "-") + vowels[vowel] + strings.Trim(rrTails[tail], "-"))
	}
	return b.String()
}
