package number

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// vatForms are the forms of VAT identification numbers after the code of the member
// state, as the European Commission describes them (VIES, "what are the VAT number
// formats"), and that of the United Kingdom. EL is Greece, XI Northern Ireland.
var vatForms = map[string]*regexp.Regexp{
	"AT": form(`U\d{8}`), "BE": form(`[01]\d{9}`), "BG": form(`\d{9,10}`), "CY": form(`\d{8}[A-Z]`), "CZ": form(`\d{8,10}`),
	"DE": form(`\d{9}`), "DK": form(`\d{8}`), "EE": form(`\d{9}`), "EL": form(`\d{9}`), "ES": form(`[0-9A-Z]\d{7}[0-9A-Z]`),
	"FI": form(`\d{8}`), "FR": form(`[0-9A-Z]{2}\d{9}`), "GB": form(`\d{9}|\d{12}`), "HR": form(`\d{11}`), "HU": form(`\d{8}`),
	"IE": form(`\d{7}[A-Z]{1,2}`), "IT": form(`\d{11}`), "LT": form(`\d{9}|\d{12}`), "LU": form(`\d{8}`), "LV": form(`\d{11}`),
	"MT": form(`\d{8}`), "NL": form(`\d{9}B\d{2}`), "PL": form(`\d{10}`), "PT": form(`\d{9}`), "RO": form(`\d{6,10}`),
	"SE": form(`\d{12}`), "SI": form(`\d{8}`), "SK": form(`\d{10}`), "XI": form(`\d{9}|\d{12}`),
}

func form(s string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + s + `)$`) }

// vat splits a VAT number into its country and the number itself.
func vat(text string) (enduse.Country, string, bool) {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(" .-\u00a0", r) {
			return -1
		}
		return r
	}, strings.ToUpper(text))
	if len(plain) < 8 || len(plain) > 14 {
		return "", text, false
	}
	code, rest := plain[:2], plain[2:]
	f, ok := vatForms[code]
	if !ok || !f.MatchString(rest) {
		return "", text, false
	}
	switch code {
	case "EL":
		code = "GR"
	case "XI":
		code = "GB"
	}
	return enduse.Country(code), rest, true
}
