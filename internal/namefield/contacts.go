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

// address reports whether a text without blanks is a web address: letters, dots and
// hyphens alone look like a name otherwise.
func address(text string) bool {
	return strings.Contains(text, ".") && !strings.Contains(text, " ") && site.MatchString(text)
}

// contacts adds the names in e-mail and web addresses: the local part, the domain
// without its ending, and the parts of a path.
func (f *Field) contacts(text string) {
	if !strings.ContainsAny(text, "@.") {
		return
	}
	for _, m := range mail.FindAllString(text, 4) {
		local, domain, _ := strings.Cut(m, "@")
		f.contact(local, "from an e-mail address")
		f.domain(domain, "from an e-mail address")
	}
	for _, m := range site.FindAllString(mail.ReplaceAllString(text, " "), 4) {
		m = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(m), "https://"), "http://")
		host, path, _ := strings.Cut(m, "/")
		f.domain(host, "from a web address")
		path, _, _ = strings.Cut(path, "?")
		for part := range strings.SplitSeq(path, "/") {
			f.contact(strings.TrimSuffix(strings.TrimSuffix(part, ".html"), ".php"), "from a web address")
		}
	}
}

// domain adds the labels of a host but its ending and what every host begins
// with. Free mail says nothing of a name.
func (f *Field) domain(host, how string) {
	labels := strings.Split(strings.ToLower(host), ".")
	if len(labels) < 2 || freeMail[labels[len(labels)-2]] {
		return
	}
	for _, l := range labels[:len(labels)-1] {
		if l != "www" && l != "mail" && len(l) > 3 {
			f.contact(l, how)
		}
	}
}

var freeMail = map[string]bool{"gmail": true, "mail": true, "yahoo": true, "hotmail": true, "outlook": true, "yandex": true, "icloud": true, "aol": true, "gmx": true, "proton": true, "protonmail": true, "qq": true, "163": true, "126": true, "inbox": true, "bk": true, "list": true, "rambler": true, "live": true, "msn": true, "web": true}

// contact adds the words of a part of an address: parted by dots, hyphens and
// underscores as a name, and all of them as letters without blanks.
func (f *Field) contact(part, how string) {
	words := strings.FieldsFunc(part, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, " ")
	grade := Guess
	if len(words) > 1 {
		grade = Part
	}
	f.add(Reading{Text: text, Grade: grade, How: how, Words: true})
}
