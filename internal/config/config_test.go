package config

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLoadOrder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(file, []byte("data: from-file\nlimit: 3\nformat: csv\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	env := map[string]string{"ENDUSE_LIMIT": "4", "ENDUSE_FORMAT": "json"}
	lookup := func(k string) (string, bool) { v, ok := env[k]; return v, ok }
	c, err := Load(file, lookup, map[string]string{"format": "ndjson"})
	if err != nil {
		t.Fatal(err)
	}
	got := []string{c.Data, c.Origin("data"), c.Value(Settings[4]), c.Origin("limit"), c.Format, c.Origin("format"), c.FailOn, c.Origin("fail-on")}
	want := []string{"from-file", "file", "4", "ENDUSE_LIMIT", "ndjson", "--format", "review", "default"}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestLoadReportsAllFaults(t *testing.T) {
	none := func(string) (string, bool) { return "", false }
	_, err := Load("", none, map[string]string{"format": "pdf", "limit": "-1", "fail-on": "never"})
	for _, want := range []string{`"pdf" is not one of table`, `"-1" is not a number`, `"never" is not one of review`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v lacks %q", err, want)
		}
	}
	if _, err := Load(filepath.Join(t.TempDir(), "none.yaml"), none, nil); err == nil {
		t.Error("a named file that is not there is no error")
	}
	file := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(file, []byte("dta: x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(file, none, nil); err == nil || !strings.Contains(err.Error(), `"dta" is not a setting`) {
		t.Errorf("unknown key: %v", err)
	}
}
