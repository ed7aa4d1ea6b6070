package namefield

import (
	"regexp"
	"strings"
	"unicode"
)

var (
	mail = regexp.MustCompile(`[\pL\pN._%+-]+@[\pL\pN.-]+\.[\pL]{2,}`)
	site = regexp.MustCompile(`(?i)(?:https?://|www\.)[^\s<>"]+|\b[\pL\pN-]+\.(?:com|net|org|biz|info|ru|ir|by|cn|ae|tr|com\.tr|co|su|рф|kz|uz|am|hk|io|eu|de|uk)\b(?:/[^\s<>"]*)?`)
)

// isWebAddress reports whether a text without blanks is a web address. Letters, dots and
// hyphens alone look like a name.
func isWebAddress(text string) bool {
	return strings.Contains(text, ".") && !strings.Contains(text, " ") && site.MatchString(text)
}

// contacts returns the names in e-mail and web addresses: the local part, the domain
// without its ending, and the parts of a path.
func contacts(text string) (out []Reading) {
	if !strings.ContainsAny(text, "@.") {
		return nil
	}
	for _, m := range mail.FindAllString(text, 4) {
		local, domain, _ := strings.Cut(m, "@")
		out = append(out, addressPart(local, "from an e-mail address")...)
		out = append(out, domainParts(domain, "from an e-mail address")...)
	}
	for _, m := range site.FindAllString(mail.ReplaceAllString(text, " "), 4) {
		m = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(m), "https://"), "http://")
		host, path, _ := strings.Cut(m, "/")
		out = append(out, domainParts(host, "from a web address")...)
		path, _, _ = strings.Cut(path, "?")
		for part := range strings.SplitSeq(path, "/") {
			part = strings.TrimSuffix(strings.TrimSuffix(part, ".html"), ".php")
			out = append(out, addressPart(part, "from a web address")...)
		}
	}
	return out
}

// domainParts returns the labels of a host, without its ending and without what every
// host begins with. The host of free mail says nothing about a name.
func domainParts(host, how string) (out []Reading) {
	labels := strings.Split(strings.ToLower(host), ".")
	if len(labels) < 2 || freeMail[labels[len(labels)-2]] {
		return nil
	}
	for _, l := range labels[:len(labels)-1] {
		if l != "www" && l != "mail" && len(l) > 3 {
			out = append(out, addressPart(l, how)...)
		}
	}
	return out
}

var freeMail = map[string]bool{"gmail": true, "mail": true, "yahoo": true, "hotmail": true, "outlook": true, "yandex": true, "icloud": true, "aol": true, "gmx": true, "proton": true, "protonmail": true, "qq": true, "163": true, "126": true, "inbox": true, "bk": true, "list": true, "rambler": true, "live": true, "msn": true, "web": true}

// addressPart returns the words of a part of an address, which dots, hyphens and
// underscores separate. One word alone may be a whole name without blanks, so it is a
// guess.
func addressPart(part, how string) []Reading {
	words := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return nil
	}
	text := strings.Join(words, " ")
	grade := Guess
	if len(words) > 1 {
		grade = Part
	}
	return []Reading{{Text: text, Grade: grade, How: how, Words: true}}
}
