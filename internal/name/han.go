package name

import (
	_ "embed" // the table
	"strings"
	"sync"
	"unicode/utf8"
)

// hanReadingTable has a line for each set of readings: Mandarin, Cantonese in
// Jyutping, Korean, and the characters that are read so. See hangen.
//
//go:embed han_readings.tsv
var hanReadingTable string

// hanReading is how a character is read: in Mandarin, in pinyin and in
// Wade-Giles; in Cantonese, as in Hong Kong; in Korean, in Hangul.
type hanReading struct{ mandarin, wade, hongKong, korean string }

// hanReadings hold the lines of the table, and the line of each character plus
// one.
type hanReadings struct {
	lines []hanReading
	of    []uint16
}

var readHan = sync.OnceValue(func() *hanReadings {
	h := &hanReadings{of: make([]uint16, hanLast-hanFirst+1), lines: make([]hanReading, 0, strings.Count(hanReadingTable, "\n"))}
	wade, hk := map[string]string{}, map[string]string{}
	for line := range strings.Lines(hanReadingTable) {
		mandarin, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		cantonese, rest, _ := strings.Cut(rest, "\t")
		korean, characters, _ := strings.Cut(rest, "\t")
		mandarin = strings.ReplaceAll(mandarin, "v", "u")
		h.lines = append(h.lines, hanReading{mandarin, once(wade, mandarin, wadeGilesOf), once(hk, cantonese, hongKong), korean})
		for _, r := range characters {
			h.of[r-hanFirst] = uint16(len(h.lines))
		}
	}
	return h
})

// once returns what a syllable is written as, and works it out when it is first
// asked for.
func once(known map[string]string, syllable string, write func(string) string) string {
	out, ok := known[syllable]
	if !ok {
		out = write(syllable)
		known[syllable] = out
	}
	return out
}

func hanReadingOf(r rune) hanReading {
	if r < hanFirst || r > hanLast {
		return hanReading{}
	}
	h := readHan()
	if at := h.of[r-hanFirst]; at > 0 {
		return h.lines[at-1]
	}
	return hanReading{}
}

// hanSurnames are the surnames that are read otherwise than the word, and those
// of two characters, in Mandarin.
var hanSurnames = sync.OnceValue(func() map[string]string {
	return mapOf(`曾 zeng 单 shan 仇 qiu 解 xie 区 ou 查 zha 朴 piao 任 ren 华 hua 盖 ge 乐 yue 尉迟 yuchi 万俟 moqi 长孙 zhangsun
	秘 bi 冼 xian 缪 miao 翟 zhai 宓 fu 召 shao 员 yun 幺 yao 那 na 折 she 逄 pang 覃 qin 郇 xun 盛 sheng 洗 xian 尹 yin 隗 wei 繁 po 黑 he 折 she 能 nai 殷 yin
	欧阳 ouyang 司马 sima 上官 shangguan 诸葛 zhuge 司徒 situ 夏侯 xiahou 皇甫 huangfu 东方 dongfang 慕容 murong 令狐 linghu 宇文 yuwen 公孙 gongsun 端木 duanmu 轩辕 xuanyuan 南宫 nangong 西门 ximen 独孤 dugu 澹台 tantai 申屠 shentu 呼延 huyan 淳于 chunyu 单于 chanyu`)
})

// cantoneseSurnames are as their bearers in Hong Kong and Macao write them.
var cantoneseSurnames = sync.OnceValue(func() map[string]string {
	return mapOf(`陈 chan 黄 wong 王 wong 林 lam 张 cheung 章 cheung 李 lee 梁 leung 吴 ng 刘 lau 蔡 choi 杨 yeung 何 ho 郑 cheng 叶 ip 周 chow 邹 chow 冯 fung
	邓 tang 许 hui 罗 lo 曾 tsang 徐 tsui 谢 tse 郭 kwok 马 ma 苏 so 余 yu 萧 siu 江 kong 胡 wu 朱 chu 麦 mak 陆 luk 谭 tam 关 kwan 莫 mok 潘 poon 蒋 cheung 高 ko 袁 yuen
	邱 yau 游 yau 甘 kam 金 kam 卢 lo 伍 ng 欧阳 auyeung 司徒 szeto 简 kan 戴 tai 丁 ting 董 tung 唐 tong 韩 hon 沈 shum 阮 yuen 孙 suen 黎 lai 赖 lai 霍 fok 姚 yiu 钟 chung 曹 tso 赵 chiu 石 shek 方 fong 施 sze 范 fan 翁 yung 崔 chui 廖 liu 岑 shum 尹 wan 区 au 连 lin 温 wan 杜 to 庄 chong 彭 pang 文 man 程 ching 颜 ngan`)
})

func mapOf(text string) map[string]string {
	m := map[string]string{}
	fields := strings.Fields(text)
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

// mostHanName is how many characters a person's name has at most; a longer word
// is read in Mandarin only.
const mostHanName = 4

// hanReadingsOf returns the readings of a word of Han characters: Mandarin in
// pinyin and in Wade-Giles, Cantonese as in Hong Kong, Korean.
func hanReadingsOf(word string) []string {
	var store [mostRead]rune
	return hanReadingsOfRunes(appendRunes(store[:0], word))
}

func hanReadingsOfRunes(runes []rune) []string {
	var text [2 * stackText]byte
	var ends [mostReadings]int
	r := readings{text[:0], ends[:0], mostReadings}.addHan("", runes, mandarinOf)
	if len(r.ends) > 0 && len(runes) <= mostHanName {
		r = r.addHanName(runes)
	}
	return r.list()
}

// addHanName adds the readings of what may be a person's name, after its first.
func (r readings) addHanName(runes []rune) readings {
	surname, given := hanSplit(runes)
	special := hanSurnames()[string(surname)]
	if special != "" {
		r = r.addHan(special, given, mandarinOf)
		r = r.addHan(wadeGilesOf(special), given, wadeOf)
	} else {
		r = r.addHan("", runes, wadeOf)
	}
	if hk := cantoneseSurnames()[string(surname)]; hk != "" {
		r = r.addHan(hk, given, hongKongOf)
	} else {
		r = r.addHan("", runes, hongKongOf)
	}
	return r.addKoreanOfHan(runes)
}

// hanSplit parts the surname from the given name.
func hanSplit(runes []rune) (surname, given []rune) {
	n := 1
	if len(runes) > 2 && hanSurnames()[string(runes[:2])] != "" {
		n = 2
	}
	return runes[:n], runes[n:]
}

// addHan adds a reading that begins as given and goes on with that of each
// character, or ends there if one of these has none.
func (r readings) addHan(begin string, runes []rune, read func(rune) string) readings {
	r.text = append(r.text, begin...)
	start := len(r.text)
	for _, c := range runes {
		s := read(c)
		if s == "" {
			r.text = r.text[:start]
			break
		}
		r.text = append(r.text, s...)
	}
	return r.end()
}

func mandarinOf(r rune) string { return hanReadingOf(r).mandarin }
func wadeOf(r rune) string     { return hanReadingOf(r).wade }
func hongKongOf(r rune) string { return hanReadingOf(r).hongKong }
func koreanOf(r rune) string   { return hanReadingOf(r).korean }

// addKoreanOfHan reads characters in Korean, the first one as a surname in its
// most usual spelling, in both systems.
func (r readings) addKoreanOfHan(runes []rune) readings {
	if len(runes) < 2 {
		return r
	}
	var store, text [2 * stackText]byte
	var ends [mostReadings]int
	hangul := readings{store[:0], ends[:0], 1}.addHan("", runes, koreanOf)
	word := string(hangul.text)
	if runes[0] == '金' {
		word = strings.Replace(word, "금", "김", 1) // gold, but as a surname Kim
	}
	all := readings{text[:0], ends[:0], mostReadings}.addHangul(word)
	first, _ := utf8.DecodeRuneInString(word)
	surname, _, _ := strings.Cut(koreanSurnames[first], " ")
	for i, end := range all.ends {
		if one := all.text[all.start(i):end]; strings.HasPrefix(string(one), surname) {
			r.text = append(r.text, one...)
			r = r.end()
		}
	}
	return r
}
