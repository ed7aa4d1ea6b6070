package checkdigit

import "github.com/enduse/enduse"

// checkINN tests a Russian taxpayer number: ten digits for a company, the last
// a check digit; twelve for a person, the last two check digits; weights
// modulo 11, then 10 (order of the Federal Tax Service ED-7-14/559@ of 26 June
// 2020, and MNS order BG-3-09/178 of 3 March 2004 before it).
func checkINN(s string) enduse.Check {
	if !allDigits(s) {
		return enduse.CheckWrong
	}
	switch len(s) {
	case 10:
		return fits(digitAt(s, 9) == weighted(s, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11%10)
	case 12:
		first := weighted(s, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10
		second := weighted(s, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10
		return fits(digitAt(s, 10) == first && digitAt(s, 11) == second)
	}
	return enduse.CheckWrong
}

// checkOGRN tests a Russian state registration number: 13 digits for a
// company, the last being the units of the rest modulo 11; 15 for a sole
// trader (OGRNIP), modulo 13 (order of the Ministry of Finance 165n of 30
// October 2017).
func checkOGRN(s string) enduse.Check {
	if !allDigits(s) {
		return enduse.CheckWrong
	}
	divisor := 11
	switch len(s) {
	case 13:
	case 15:
		divisor = 13
	default:
		return enduse.CheckWrong
	}
	rest := 0
	for i := range len(s) - 1 {
		rest = (rest*10 + digitAt(s, i)) % divisor
	}
	return fits(digitAt(s, len(s)-1) == rest%10)
}

// firstCheckedSNILS is the number above which a SNILS has a check number.
const firstCheckedSNILS = "001001998"

// checkSNILS tests a Russian pension insurance number: nine digits and a check
// number of two, weights 9 to 1 modulo 101, where 100 is written 00 (Pension
// Fund resolution 192p of 31 July 2006).
func checkSNILS(s string) enduse.Check {
	if len(s) != 11 || !allDigits(s) {
		return enduse.CheckWrong
	}
	if s[:9] <= firstCheckedSNILS {
		return enduse.CheckNone
	}
	want := weighted(s, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100
	return fits(digitAt(s, 9)*10+digitAt(s, 10) == want)
}

// checkOKPO tests a code of the Russian register of organisations: eight
// digits, ten for a sole trader, the last a check digit. Weights are 1, 2, 3
// and so on modulo 11; if that gives 10, they begin with 3; if it does so
// again, the digit is 0 (recommendation PR 50.1.024-2005, annex V).
func checkOKPO(s string) enduse.Check {
	if len(s) != 8 && len(s) != 10 || !allDigits(s) {
		return enduse.CheckWrong
	}
	last := len(s) - 1
	rest := okpoRest(s[:last], 1)
	if rest == 10 {
		rest = okpoRest(s[:last], 3)
	}
	return fits(digitAt(s, last) == rest%10)
}

// okpoRest weighs the digits with from, from+1, ... 10, 1, 2, ...
func okpoRest(s string, from int) (sum int) {
	for i := range len(s) {
		sum += digitAt(s, i) * ((from-1+i)%10 + 1)
	}
	return sum % 11
}

// checkKPP tests the form of a Russian tax registration reason code: four
// digits, two digits or letters, three digits (Federal Tax Service order
// MMV-7-6/435@ of 29 June 2012). It has no check digit.
func checkKPP(s string) enduse.Check {
	return formOnly(len(s) == 9 && allDigits(s[:4]) && allAlnum(s[4:6]) && allDigits(s[6:]))
}
