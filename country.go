package enduse

import (
	"slices"
	"strings"
)

// Country is an ISO 3166-1 alpha-2 code in capitals, or one that was formerly
// in that standard (ISO 3166-3) and is still on lists, such as SU and YU;
// XK, user-assigned, is Kosovo.
type Country string

// isoCountries are the codes of ISO 3166-1 as of 2024.
const isoCountries = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR " +
	"GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP " +
	"KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ " +
	"NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW " +
	"SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ " +
	"UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "

// formerCountries are withdrawn codes that lists and birth places need, and
// XK.
const formerCountries = "SU YU CS DD AN ZR BU TP XK "

// Valid reports whether the code is one that Country may hold.
func (c Country) Valid() bool {
	const codes = isoCountries + formerCountries
	return len(c) == 2 && strings.Contains(codes, string(c)+" ")
}

// Successors returns the countries of today on the territory of a former one,
// and nil for a present one. Agreement with any of them is no conflict.
func (c Country) Successors() []Country {
	switch c {
	case "SU":
		return []Country{"RU", "UA", "BY", "MD", "AM", "AZ", "GE", "KZ", "KG", "TJ", "TM", "UZ", "EE", "LV", "LT"}
	case "YU":
		return []Country{"RS", "ME", "HR", "SI", "BA", "MK", "XK"}
	case "CS": // Serbia and Montenegro; before 1993 Czechoslovakia had the same code
		return []Country{"RS", "ME", "XK", "CZ", "SK"}
	case "DD":
		return []Country{"DE"}
	case "AN":
		return []Country{"CW", "SX", "BQ", "AW"}
	case "ZR":
		return []Country{"CD"}
	case "BU":
		return []Country{"MM"}
	case "TP":
		return []Country{"TL"}
	}
	return nil
}

// Compatible reports whether two codes can mean the same country: equal, or
// one is a former country and the other one of its successors.
func (c Country) Compatible(o Country) bool {
	return c == o || slices.Contains(c.Successors(), o) || slices.Contains(o.Successors(), c)
}
