package goods_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/goods"
	"github.com/enduse/enduse/wire"
)

var answer = &wire.GoodsAnswer{
	Code: "854231", System: "hs2022", Description: "processors \x1b[31m", Confidence: 1, Note: "a note",
	Lists: []wire.GoodsListing{
		{List: "chpl", Tier: "1", Citation: "Common High Priority List"},
		{List: "unsc-2397", Citation: "Resolution 2397", Destinations: []enduse.Country{"KP"}},
	},
}

// written writes a value in a format.
func written[T any](t *testing.T, formats report.Formats[report.Style, T], format string, v T) string {
	t.Helper()
	var b bytes.Buffer
	out, err := formats.New(format, &b)
	if err != nil {
		t.Fatal(err)
	}
	if err := report.Write(out, report.Style{}, v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	table := &wire.GoodsTable{Name: "chpl", Title: "Common High Priority List", Entries: 50, Digest: "sha256:0123456789abcdef", Verify: true}
	for format, want := range map[string]string{
		"table": "CODE    SYSTEM  CONFIDENCE  LISTS                        DESCRIPTION\n854231  hs2022  1.00        chpl 1, unsc-2397 (to [KP])  processors [31m\n" +
			"  chpl: Common High Priority List\n  unsc-2397: Resolution 2397\n  a note\n",
		"csv": "code,system,description,confidence,lists,because,note\n854231,hs2022,processors [31m,1,\"chpl 1, unsc-2397 (to [KP])\",,a note\n",
	} {
		if got := written(t, goods.Answers, format, answer); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", format, got, want)
		}
	}
	if got, want := written(t, goods.Tables, "table", table), "TABLE  ENTRIES              DIGEST        TITLE\nchpl   50 entries (verify)  0123456789ab  Common High Priority List\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := written(t, goods.Tables, "json", table); !strings.HasPrefix(got, "[\n  {\n    \"name\": \"chpl\"") || !strings.HasSuffix(got, "\n]\n") {
		t.Errorf("%s", got)
	}
}

func Example() {
	out, err := goods.Answers.New("ndjson", os.Stdout)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.Write(out, report.Style{}, &wire.GoodsAnswer{Code: "854231", System: "hs2022", Confidence: 1, Lists: []wire.GoodsListing{}}); err != nil {
		fmt.Println(err)
	}
	// Output: {"code":"854231","system":"hs2022","description":"","confidence":1,"lists":[]}
}
