package intake

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// monthWords begin the names of the months, folded: in English, Spanish, French,
// German, Italian, Portuguese, Russian, Ukrainian, Turkish, Polish, Dutch, and Arabic.
// A word of three letters or fewer means itself or a longer one.
var monthWords = [12]string{
	"jan,ene,gen,янв,січ,oca,sty,يناير,كانون الثاني,جانفي", "feb,fev,fév,фев,лют,sub,şub,lut,فبراير,شباط,فيفري", "mar,mrz,mär,maa,мар,бер,مارس,آذار",
	"apr,abr,avr,avril,апр,квіт,nis,kwi,أبريل,ابريل,نيسان,أفريل", "may,mai,mag,май,мая,трав,mei,maj,مايو,أيار,ماي", "jun,juin,giu,июн,черв,haz,cze,يونيو,حزيران,جوان",
	"jul,juil,lug,июл,лип,tem,lip,يوليو,تموز,جويلية", "aug,ago,aou,août,авг,серп,agu,ağu,sie,أغسطس,اغسطس,آب,أوت", "sep,set,сен,верес,eyl,wrz,سبتمبر,أيلول",
	"oct,okt,ott,out,окт,жовт,eki,paz,أكتوبر,اكتوبر,تشرين الأول", "nov,ноя,листоп,kas,lis,نوفمبر,تشرين الثاني", "dec,dic,dez,déc,дек,груд,ara,gru,ديسمبر,كانون الأول",
}

var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for i, all := range monthWords {
		for w := range strings.SplitSeq(all, ",") {
			m[fold(w)] = i + 1
		}
	}
	return m
})

// dateFillers are words in dates that say nothing.
var dateFillers = map[string]bool{"г": true, "года": true, "год": true, "in": true, "on": true, "the": true, "am": true, "im": true, "en": true, "do": true, "року": true, "р": true, "year": true}

// inWords reads "31 Dec 1990", "December 31, 1990", "31 de diciembre de 1990",
// "December 1990", "21-Feb-77". It gives nothing where there is more than that.
func inWords(s string) (enduse.Date, string) {
	var d enduse.Date
	short, all := -1, words(joinMonths(s))
	for i, w := range all {
		n, err := strconv.Atoi(ordinal(w))
		switch {
		case connectors[w] || dateFillers[w]:
		case err == nil && len(w) == 4 && d.Year == 0:
			d.Year = n
		case err == nil && len(w) == 2 && i == len(all)-1 && d.Day > 0 && d.Month > 0 && d.Year == 0:
			short = n
		case err == nil && n > 0 && n <= 31 && d.Day == 0:
			d.Day = n
		case err != nil && d.Month == 0 && monthOf(w) > 0:
			d.Month = monthOf(w)
		default:
			return enduse.Date{}, ""
		}
	}
	switch {
	case d.Month == 0:
		return enduse.Date{}, ""
	case short >= 0:
		full, ok := century(short)
		if !ok {
			return enduse.Date{}, fmt.Sprintf("the year of %s may be 19%02d or 20%02d: not compared", s, short, short)
		}
		d.Year = full
		return d, fmt.Sprintf("the year of %s is taken as %d", s, full)
	}
	return d, ""
}

// ordinal cuts the ending off an ordinal number.
func ordinal(w string) string {
	for _, ending := range []string{"st", "nd", "rd", "th", "er", "eme", "e", "го"} {
		if rest, ok := strings.CutSuffix(w, ending); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return rest
		}
	}
	return w
}

// joinMonths writes the Arabic months of two words as one.
func joinMonths(s string) string {
	for _, m := range []string{"كانون الثاني", "تشرين الأول", "تشرين الثاني", "كانون الأول"} {
		s = strings.ReplaceAll(s, m, strings.ReplaceAll(m, " ", ""))
	}
	return s
}

// monthOf is the month that a word names, in full or cut short, or 0.
func monthOf(word string) int {
	runes := []rune(fold(word))
	for n := len(runes); n >= 2; n-- {
		if m, ok := months()[string(runes[:n])]; ok {
			return m
		}
	}
	return 0
}
