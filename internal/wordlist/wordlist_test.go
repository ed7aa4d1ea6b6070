package wordlist_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/wordlist"
)

func ExampleRows() {
	const table = "# Short forms of given names.\nlanguage\tnames\nen\tandrew andy drew\ntr\tşaban şabo\n"
	for column := range wordlist.Rows(table) {
		fmt.Println(column[0], strings.Fields(column[1]))
	}
	// Output:
	// en [andrew andy drew]
	// tr [şaban şabo]
}

func TestDigest(t *testing.T) {
	if wordlist.Digest("a\n", "b\n") == wordlist.Digest("a\nb\n", "") {
		t.Error("a row that moved to another table left the digest as it was")
	}
	// The digest of one table is that of its bytes.
	if got := wordlist.Digest("abc"); got != "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" {
		t.Error(got)
	}
}
