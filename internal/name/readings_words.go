package name

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// words of other scripts that are translated on lists rather than
// transliterated: what firms do, what they are, and where. Each line has the
// word in its own script and what stands for it in Latin. Chinese in simplified
// characters; Japanese where it differs.
const translated = `
	有限公司 ltd|有限责任公司 llc|股份有限公司 ltd|集团有限公司 group|集团公司 group|株式会社 ltd|有限会社 ltd|合同会社 llc|总公司 corporation|公司 ltd|会社 ltd
	集团 group|科技 technology|技术 technology|电子 electronic|电机 electric|电气 electric|电器 electric|贸易 trading|商贸 trading|进出口 import|国际 international|工业 industry|产业 industry|实业 industry
	工程 engineering|设备 equipment|机械 machinery|制造 manufacturing|材料 material|化工 chemical|化学 chemical|石油 oil|能源 energy|电力 power|航空 aviation|航天 aerospace|宇航 aerospace|船舶 ship|造船 shipbuilding|航运 shipping|物流 logistics
	半导体 semiconductor|集成电路 circuit|通信 communication|通讯 communication|网络 network|信息 information|软件 software|系统 system|光电 optoelectronics|光学 optics|仪器 instruments|精密 precision|智能 intelligent|数据 data|卫星 satellite
	研究所 institute|研究院 institute|研究 research|大学 university|学院 college|实验室 laboratory|中心 center|工厂 factory|厂 factory|银行 bank|投资 investment|控股 holding|发展 development|开发 development|服务 service|医药 pharmaceutical|生物 biotechnology
	通用 general|无人机 drones|导弹 missile|飞行 flight|飞机 aircraft|喷气机 jet|发动机 engines|火箭 rocket|燃料 fuel|原子 nuclear|战术 tactical|军械 ordnance|陆地 land|海洋 marine|太平洋 pacific|安全 security|传感 sensor|机器人 robotics|激光 laser|红外 infrared|雷达 radar|无线电 radio|真空 vacuum|水产 fisheries|商事 trading|运输 transport|联合 united|全球 global|环球 global|先进 advanced|解决方案 solution
	中国 china|国家 national|省 province|市 city|重工业 industry|重工 industry|防务 defense|动力 power|汽车 automobile|钢铁 steel|金属 metal|矿业 mining|建设 construction|文化 culture|基金会 foundation
	무역 trading|회사 ltd|주식회사 ltd|유한회사 llc|은행 bank|총국 bureau|연구소 institute|대학 university|해운 shipping|선박 ship|기계 machinery|전자 electronic|기술 technology|개발 development|공장 factory|무역회사 trading
	شركه company|التجاريه trading|للتجاره trading|المحدوده ltd|موسسه foundation|بنك bank|مصرف bank|صناعات industry|الصناعات industry|الدوليه international|العامه general|جامعه university|مجموعه group|بن bin/ben/ibn|ابن ibn/ben/bin|بنت bint/bent|ابو abu/abou/abo|عبد abd/abdul/abdel/abdal|ال al/el|ام umm/oum/om|شيخ sheikh/shaykh/cheikh|الشيخ sheikh/shaykh/cheikh
	شرکت company|بانک bank|دانشگاه university|صنايع industry|بازرگاني trading|تجارت trading
	компания company|группа group|завод plant|банк bank|институт institute|университет university|технологии technology|торговый trading|торговая trading|центр center|предприятие enterprise|корпорация corporation|холдинг holding|фонд foundation|научно scientific|исследовательский research|машиностроительный machine|электроника electronic|промышленность industry|министерство ministry
	北京 beijing|上海 shanghai|天津 tianjin|重庆 chongqing|广州 guangzhou|深圳 shenzhen|香港 hongkong|成都 chengdu|武汉 wuhan|西安 xian|南京 nanjing|杭州 hangzhou|苏州 suzhou|青岛 qingdao|大连 dalian|沈阳 shenyang|长沙 changsha|哈尔滨 harbin|厦门 xiamen|宁波 ningbo|济南 jinan|合肥 hefei|郑州 zhengzhou|福州 fuzhou|无锡 wuxi|东莞 dongguan|珠海 zhuhai|台湾 taiwan|台北 taipei
	广东 guangdong|山东 shandong|江苏 jiangsu|浙江 zhejiang|四川 sichuan|湖北 hubei|湖南 hunan|河北 hebei|河南 henan|陕西 shaanxi|山西 shanxi|辽宁 liaoning|吉林 jilin|黑龙江 heilongjiang|安徽 anhui|福建 fujian|江西 jiangxi|云南 yunnan|贵州 guizhou|广西 guangxi|海南 hainan|新疆 xinjiang|西藏 xizang|内蒙古 neimenggu|宁夏 ningxia|甘肃 gansu|青海 qinghai|东京 tokyo|大阪 osaka|日本 japan|朝鲜 korea|美国 american
	三菱 mitsubishi|住友 sumitomo|三井 mitsui|川崎 kawasaki|富士 fuji|富士通 fujitsu|日立 hitachi|东芝 toshiba|丰田 toyota|本田 honda|日产 nissan|铃木 suzuki|松下 panasonic/matsushita|夏普 sharp|佳能 canon|京都 kyoto|横滨 yokohama|名古屋 nagoya|神户 kobe|广岛 hiroshima|福冈 fukuoka
	佐藤 sato|高桥 takahashi|田中 tanaka|伊藤 ito|渡边 watanabe|山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato|吉田 yoshida|山田 yamada|佐佐木 sasaki|山口 yamaguchi|松本 matsumoto|井上 inoue|木村 kimura|斋藤 saito|清水 shimizu|山崎 yamazaki|池田 ikeda|桥本 hashimoto|阿部 abe|石川 ishikawa|中岛 nakajima|前田 maeda|藤田 fujita|小川 ogawa|冈田 okada|后藤 goto|长谷川 hasegawa|村上 murakami|近藤 kondo|石井 ishii|坂本 sakamoto|远藤 endo|青木 aoki|藤井 fujii|西村 nishimura|福田 fukuda|太田 ota|三浦 miura|藤原 fujiwara|松田 matsuda|中川 nakagawa|中野 nakano|原田 harada|小野 ono|石田 ishida|竹内 takeuchi|金子 kaneko|和田 wada|中山 nakayama|安倍 abe|岸田 kishida|石破 ishiba|麻生 aso|河野 kono
	חברת company|בנק bank|קבוצת group|עמותת foundation|בן ben/bin|בת bat/bath`

// translation has the words that are translated.
type translation struct {
	latin map[string][]string // the Latin words for each, in the ways that they are spelt
	begin map[rune]bool       // what they begin with
}

var translations = sync.OnceValue(func() *translation {
	t := &translation{latin: map[string][]string{}, begin: map[rune]bool{}}
	for line := range strings.Lines(strings.TrimSpace(translated)) {
		for entry := range strings.SplitSeq(strings.TrimSpace(line), "|") {
			word, latin, _ := strings.Cut(entry, " ")
			words := strings.Split(latin, "/")
			if long, ok := abbreviations[latin]; ok {
				words[0] = long
			}
			word = Fold(word)
			first, _ := utf8.DecodeRuneInString(word)
			t.latin[word], t.begin[first] = slices.Clip(words), true
		}
	}
	return t
})

// wordsOf returns the Latin words for a word that is translated, none for any
// other word. The caller must not change them.
func wordsOf(word string) []string {
	words := translations().latin[word]
	if words == nil {
		return nil
	}
	first, _ := utf8.DecodeRuneInString(word)
	if _, servant := classes[words[0]]; servant || hanReadingOf(first) == (hanReading{}) {
		return words
	}
	for _, r := range hanReadingsOf(word) { // a name can also be a Chinese one
		words = appendReading(words, r)
	}
	return words
}

// longestTranslated is how many letters a translated word has at most, and
// leastSplit from how many on a word written without blanks is cut at them:
// shorter ones are names of persons.
const (
	longestTranslated = 6
	leastSplit        = 4
)

// splitTranslated appends the words of folded text, up to MaxTokens of them, and
// cuts those that are written without blanks at the words that are translated:
// firms put the place, the trade and the legal form in one.
func splitTranslated(folded string, out []string) []string {
	for folded != "" && len(out) < MaxTokens {
		var w string
		w, folded, _ = strings.Cut(folded, " ")
		switch {
		case unparted(w):
			out = appendSplit(out, w)
		case len(w) >= shortestGlued:
			out = appendUnglued(out, w)
		default:
			out = append(out, w)
		}
	}
	return out[:min(len(out), MaxTokens)]
}

// gluedWords are words of legal forms so long that a word which begins or ends
// with one is two whose blank was lost: "shippingcompany", "companyastrakom".
var gluedWords = []string{"company", "limited", "corporation", "incorporated", "enterprise", "sociedad", "obshchestvo", "aktsionernoe"}

// glued are these words and the legal forms that hold one, without blanks, the
// longest first: "limitedliabilitycompanyexample" begins with the form of three
// words, not with "limited".
var glued = sync.OnceValue(func() []string {
	all := slices.Clone(gluedWords)
	for joined, f := range forms().exact {
		if slices.ContainsFunc(f.words, func(w string) bool { return slices.Contains(gluedWords, w) }) {
			all = append(all, joined)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return slices.Compact(all)
})

// leastGlued is how many letters the other word has at least, and shortestGlued
// the length that this makes with the shortest of them.
const (
	leastGlued    = 3
	shortestGlued = 7 + leastGlued
)

func appendUnglued(out []string, word string) []string {
	if _, ok := englishOf[word]; ok {
		return append(out, word) // "aircompany"
	}
	for _, g := range glued() {
		if len(word) < len(g)+leastGlued {
			continue
		}
		if rest, ok := strings.CutPrefix(word, g); ok {
			return append(out, word[:len(g)], rest)
		}
		if rest, ok := strings.CutSuffix(word, g); ok {
			return append(out, rest, word[len(rest):])
		}
	}
	return append(out, word)
}

// unparted reports whether a word is of a script that is written without
// blanks.
func unparted(word string) bool {
	if isPlain(word) || len(word) > longestRead {
		return false
	}
	script := scriptOfWord(word)
	return script == "Hani" || script == "Hang" || script == "Kana"
}

func appendSplit(out []string, word string) []string {
	if n := latinRun(word); n > 0 {
		out, word = append(out, word[:n]), word[n:]
	}
	if utf8.RuneCountInString(word) < leastSplit {
		return append(out, word)
	}
	start := 0
	for at := range word {
		if at < start {
			continue
		}
		n := translatedAt(word[at:])
		if n == 0 {
			continue
		}
		if at > start {
			out = append(out, word[start:at])
		}
		start = at + n
		out = append(out, word[at:start])
	}
	if start < len(word) {
		out = append(out, word[start:])
	}
	return out
}

// latinRun returns how many bytes of Latin letters and digits stand before the
// letters of another script.
func latinRun(word string) int {
	for i, r := range word {
		if r >= latinTo {
			return i
		}
	}
	return 0
}

// translatedAt returns the length in bytes of the longest translated word of
// two letters or more at the front.
func translatedAt(word string) int {
	first, one := utf8.DecodeRuneInString(word)
	table := translations()
	if !table.begin[first] {
		return 0
	}
	longest, n := 0, 1
	for end := one; end < len(word) && n < longestTranslated; n++ {
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
		if table.latin[word[:end]] != nil {
			longest = end
		}
	}
	return longest
}
