package attribution_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/text"
	"github.com/enduse/enduse/internal/testkit"
)

// TestSentences holds what is found in sentences of the kind that news is written
// in, invented for this test, in a golden file: how each way to attribute words is
// read, and which are not. A line is a text; \n in it is the end of a line.
func TestSentences(t *testing.T) {
	finder := reading.NewFinder(nil)
	var out strings.Builder
	for _, language := range []string{"en", "es", "fr", "ru", "zh"} {
		data, err := os.ReadFile(filepath.Join("testdata", "sentences", language+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			fmt.Fprintf(&out, "%s %s", language, line)
			raw := strings.ReplaceAll(strings.TrimSpace(line), `\n`, "\n")
			x := text.Cut(raw, language)
			mentions := finder.FindIn(x)
			for _, s := range attribution.Find(x, attribution.Sentences(x, mentions), mentions) {
				if s.Text != raw[s.Start:s.End] {
					t.Errorf("%q is not at %d of %q", s.Text, s.Start, raw)
				}
				fmt.Fprintf(&out, "    %s | %s, %s, %s | %s\n", s.Speaker.Resolved, s.Class, s.Kind, s.Modality, strings.Join(strings.Fields(s.Text), " "))
				if s.Addressee != "" {
					fmt.Fprintf(&out, "        to %s\n", s.Addressee)
				}
				for _, e := range s.Events {
					fmt.Fprintf(&out, "        %s\n", e)
				}
			}
		}
	}
	testkit.Golden(t, "sentences.golden", []byte(out.String()))
}
