package name

import "strings"

// kanaRows are the syllables of katakana in Hepburn romanisation; hiragana is converted to
// katakana first.
const kanaRows = `ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi ツ tsu テ te ト to
	ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro
	ワ wa ヰ i ヱ e ヲ o ン n ガ ga ギ gi グ gu ゲ ge ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be
	ボ bo パ pa ピ pi プ pu ペ pe ポ po ヴ vu ァ -a ィ -i ゥ -u ェ -e ォ -o ャ -ya ュ -yu ョ -yo ヮ -wa`

var kana = func() map[rune]string {
	m := map[rune]string{}
	fields := strings.Fields(kanaRows)
	for i := 0; i < len(fields); i += 2 {
		m[[]rune(fields[i])[0]] = fields[i+1]
	}
	return m
}()

// kanaRomanisations returns the Hepburn romanisations of a word in kana, with long vowels as
// written and with short ones.
func kanaRomanisations(word string) (out []string) {
	var b strings.Builder
	double := false
	for _, r := range word {
		if r >= 'ぁ' && r <= 'ゖ' {
			r += 'ァ' - 'ぁ'
		}
		syllable := kana[r]
		switch {
		case r == 'ッ':
			double = true
			continue
		case r == 'ー':
			continue
		case syllable == "":
			return nil
		case syllable[0] == '-':
			appendSmallKana(&b, syllable[1:])
			continue
		}
		if double {
			b.WriteByte(syllable[0])
			double = false
		}
		b.WriteString(syllable)
	}
	long := b.String()
	if long == "" {
		return nil
	}
	return appendRomanisation([]string{long}, strings.NewReplacer("ou", "o", "oo", "o", "uu", "u").Replace(long))
}

// appendSmallKana joins a small kana to the syllable before it: ki + ya is kya, shi + ya is
// sha, fu + i is fi.
func appendSmallKana(b *strings.Builder, s string) {
	before := b.String()
	if before == "" {
		b.WriteString(s)
		return
	}
	stem := before[:len(before)-1]
	if s[0] == 'y' && (strings.HasSuffix(stem, "sh") || strings.HasSuffix(stem, "ch") || strings.HasSuffix(stem, "j")) {
		s = s[1:]
	}
	b.Reset()
	b.WriteString(stem + s)
}
