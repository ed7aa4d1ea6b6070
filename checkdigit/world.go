package checkdigit

import "github.com/enduse/enduse"

// checkLEI tests a Legal Entity Identifier: 18 letters or digits and two check
// digits, ISO 7064 MOD 97-10 (ISO 17442-1:2020).
func checkLEI(s string) enduse.Check {
	return fits(len(s) == 20 && allAlnum(s) && allDigits(s[18:]) && mod97(s) == 1)
}

// checkIBAN tests an International Bank Account Number: country, two check
// digits and up to 30 letters or digits; the first four moved to the end, MOD
// 97-10 (ISO 13616-1:2020). The length that each country uses is not tested.
func checkIBAN(s string) enduse.Check {
	ok := len(s) >= 15 && len(s) <= 34 && allAlnum(s) && allDigits(s[2:4]) && enduse.Country(s[:2]).Valid()
	return fits(ok && mod97(s[4:]+s[:4]) == 1)
}

// mod97 is the remainder of the number that s is, with A as 10 and Z as 35.
func mod97(s string) (rest int) {
	for i := range len(s) {
		v := alnumValue(s[i])
		if v > 9 {
			rest *= 10
		}
		rest = (rest*10 + v) % 97
	}
	return rest
}

// checkISIN tests an International Securities Identification Number: a country
// or another prefix of two letters, nine letters or digits, and a Luhn digit
// over their values (ISO 6166:2021, annex A).
func checkISIN(s string) enduse.Check {
	if len(s) != 12 || !allLetters(s[:2]) || !allAlnum(s) || !allDigits(s[11:]) {
		return enduse.CheckWrong
	}
	var digits []int
	for i := range len(s) {
		if v := alnumValue(s[i]); v > 9 {
			digits = append(digits, v/10, v%10)
		} else {
			digits = append(digits, v)
		}
	}
	return fits(luhn(digits))
}

// luhn is the formula of ISO/IEC 7812-1, annex B.
func luhn(digits []int) bool {
	sum := 0
	for i := range digits {
		d := digits[len(digits)-1-i]
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// checkIMO tests an IMO ship identification number: seven digits, the last one
// being the units of the others times 7, 6, 5, 4, 3, 2 (IMO resolution
// A.1117(30)). The numbers of companies and registered owners
// (MSC.160(78)), which lists print in the same way, have weights 8, 6, 4, 2,
// 9, 7 and the units of 11 less the remainder by 11; they are accepted too.
// It costs some strength: one wrong number in five passes, not one in ten.
func checkIMO(s string) enduse.Check {
	if len(s) != 7 || !allDigits(s) {
		return enduse.CheckWrong
	}
	ship := weighted(s, 7, 6, 5, 4, 3, 2) % 10
	owner := (11 - weighted(s, 8, 6, 4, 2, 9, 7)%11) % 10
	return fits(digitAt(s, 6) == ship || digitAt(s, 6) == owner)
}

// checkMMSI tests the form of a Maritime Mobile Service Identity: nine digits
// that hold a country's three maritime identification digits (201 to 775),
// where the kind of station puts them (ITU-R M.585-9). It has no check digit.
func checkMMSI(s string) enduse.Check {
	if len(s) != 9 || !allDigits(s) {
		return enduse.CheckWrong
	}
	mid := s[:3] // a ship
	switch {
	case s[:3] == "970" || s[:3] == "972" || s[:3] == "974": // a distress beacon
		return enduse.CheckNone
	case s[:3] == "111": // an aircraft
		mid = s[3:6]
	case s[:2] == "00", s[:2] == "98", s[:2] == "99": // a coast station, a craft of a ship, an aid to navigation
		mid = s[2:5]
	case s[0] == '0', s[0] == '8': // a group of ships, a handheld set
		mid = s[1:4]
	}
	return formOnly(mid >= "201" && mid <= "775")
}

// checkBIC tests the form of a Business Identifier Code: four letters or
// digits, a country, two and perhaps three more (ISO 9362:2022). It has no
// check digit.
func checkBIC(s string) enduse.Check {
	ok := (len(s) == 8 || len(s) == 11) && allAlnum(s) && enduse.Country(s[4:6]).Valid()
	return formOnly(ok)
}

// checkDUNS tests the form of a D-U-N-S number: nine digits. Its issuer
// dropped the check digit in 2006.
func checkDUNS(s string) enduse.Check { return formOnly(len(s) == 9 && allDigits(s)) }

// usccAlphabet are the characters of a unified social credit code: no I, O, S,
// V, Z.
const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// checkUSCC tests a Chinese unified social credit code: 17 characters and a
// check character, weights 3 to the power of the place, modulo 31 (GB
// 32100-2015).
func checkUSCC(s string) enduse.Check {
	if len(s) != 18 {
		return enduse.CheckWrong
	}
	sum, weight := 0, 1
	for i := range len(s) {
		v := usccValue(s[i])
		if v < 0 {
			return enduse.CheckWrong
		}
		if i < 17 {
			sum += v * weight
			weight = weight * 3 % 31
		}
	}
	return fits((31-sum%31)%31 == usccValue(s[17]))
}

func usccValue(c byte) int {
	for i := range len(usccAlphabet) {
		if usccAlphabet[i] == c {
			return i
		}
	}
	return -1
}
