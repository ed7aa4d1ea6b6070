package main

import (
	"os"
	"path/filepath"
	"testing"
)

// TestEvalFollowsSchema holds a measurement of several kinds against the schema
// that is published.
func TestEvalFollowsSchema(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"clean.csv":   "full_name,date_of_birth,nationality\nExample Person Untested,1970-01-02,FR\n",
		"pairs.csv":   "name1,name2,is_match,quality\nAlpha Works,ALPHA WORKS,true,STRONG\nAlpha Works,Alpha Work,false,WEAK\n",
		"queries.csv": "query,name\nSINO ELECTRONICS,\"SINNO ELECTRONICS CO., LIMITED\"\nx,Nobody Listed Here\n",
		"cross.csv":   "latin,original,is_match\nivan,иван,true\nivan,пётр,false\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	doc := runApp(t, t.TempDir(), "eval", dir, "--self", "--sample", "1", "--format", "json")
	validateEach(t, schema(t, "eval-result.schema.json"), doc)
	validateEach(t, schema(t, "eval-result.schema.json"), runApp(t, t.TempDir(), "eval", filepath.Join(dir, "pairs.csv"), "--format", "json"))
}
