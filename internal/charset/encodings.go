package charset

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// encodings are those that can be recognised or named, other than UTF-8.
var encodings = map[string]encoding.Encoding{
	"windows-1251": charmap.Windows1251,
	"windows-1252": charmap.Windows1252,
	"windows-1254": charmap.Windows1254,
	"windows-1250": charmap.Windows1250,
	"koi8-r":       charmap.KOI8R,
	"ibm866":       charmap.CodePage866,
	"iso-8859-1":   charmap.ISO8859_1,
	"gb18030":      simplifiedchinese.GB18030,
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

// aliases are other names of encodings.
var aliases = map[string]string{
	"cp1251": "windows-1251", "cp1252": "windows-1252", "cp1254": "windows-1254", "cp1250": "windows-1250",
	"koi8r": "koi8-r", "gbk": "gb18030", "gb2312": "gb18030", "latin1": "iso-8859-1", "cp866": "ibm866", "utf8": "utf-8",
}

// Names are the encodings that can be named, in order.
func Names() []string {
	all := []string{utf8Name}
	for k := range encodings {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

const utf8Name = "utf-8"

// Canonical is the name by which Decoder knows an encoding.
func Canonical(name string) string {
	key := strings.ToLower(strings.TrimSpace(name))
	if a, ok := aliases[key]; ok {
		return a
	}
	return key
}

// Named returns an encoding by one of its names, nil for UTF-8; false if it is
// not known.
func Named(name string) (encoding.Encoding, bool) {
	key := Canonical(name)
	if key == utf8Name {
		return nil, true
	}
	e, ok := encodings[key]
	return e, ok
}

// Decoder turns an encoding that Guess or ByMark named to UTF-8.
func Decoder(name string) *encoding.Decoder {
	if e := encodings[name]; e != nil {
		return e.NewDecoder()
	}
	return encoding.Nop.NewDecoder()
}

// ByMark recognises a byte-order mark, and UTF-16 without one by the zero
// bytes of its Latin letters. It returns the length of the mark.
func ByMark(head []byte) (string, int) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return "utf-8", 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return "utf-16le", 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "utf-16be", 2
	}
	var zeros [2]int
	n := min(len(head), 1024) &^ 1
	for i, b := range head[:n] {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch half := n / 2; {
	case half < 4:
	case zeros[0] == 0 && zeros[1]*3 > half:
		return "utf-16le", 0
	case zeros[1] == 0 && zeros[0]*3 > half:
		return "utf-16be", 0
	}
	return "", 0
}
