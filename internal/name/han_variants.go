package name

import (
	_ "embed" // the table
	"strings"
	"sync"
)

//go:generate go run ./hangen

// hanVariants has one line per simplified character: the character, a tab, and the
// traditional characters for it.
//
//go:embed han_variants.tsv
var hanVariants string

// shinjitai are pairs of a simplified character in Japanese and its Chinese form.
const shinjitai = "広广沢泽気气辺边竜龙斉齐斎斋桜樱関关鉄铁発发売卖読读権权県县浜滨渋涩黒黑徳德恵惠栄荣円圆済济験验実实図图変变帰归弾弹戦战択择検检残残毎每渓溪焼烧獣兽産产画画総总緑绿縄绳経经続续継继訳译譲让豊丰転转軽轻郷乡釈释銭钱録录隣邻霊灵頼赖顕显駅驿騒骚髪发鶏鸡麦麦麺面"

const (
	hanFirst, hanLast = 0x4E00, 0x9FFF
)

// simplified maps each character of the block to the one that it is folded to, or to 0.
var simplified = sync.OnceValue(func() []rune {
	to := make([]rune, hanLast-hanFirst+1)
	for line := range strings.Lines(hanVariants) {
		runes := []rune(strings.TrimSuffix(line, "\n"))
		for _, r := range runes[2:] {
			to[r-hanFirst] = runes[0]
		}
	}
	pairs := []rune(shinjitai)
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i] != pairs[i+1] {
			to[pairs[i]-hanFirst] = pairs[i+1]
		}
	}
	return to
})

// foldHan returns the simplified form of a character.
func foldHan(r rune) rune {
	if r < hanFirst || r > hanLast {
		return r
	}
	if s := simplified()[r-hanFirst]; s != 0 {
		return s
	}
	return r
}
