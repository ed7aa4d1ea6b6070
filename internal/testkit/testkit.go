package testkit

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite golden files from what the tests get")

// Data returns the path of a file or folder of the real lists, and skips the
// test where there are none.
func Data(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("ENDUSE_TESTDATA")
	if dir == "" {
		t.Skip("ENDUSE_TESTDATA is not set: this test reads the real lists")
	}
	full := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(full); err != nil {
		t.Fatalf("ENDUSE_TESTDATA is set but lacks a file: %v", err)
	}
	return full
}

// EvalData returns the path of a file of the evaluation sets, and skips the
// test where there are none.
func EvalData(t testing.TB, path ...string) string {
	t.Helper()
	dir := os.Getenv("ENDUSE_EVALDATA")
	if dir == "" {
		t.Skip("ENDUSE_EVALDATA is not set: this test reads the evaluation sets")
	}
	full := filepath.Join(append([]string{dir}, path...)...)
	if _, err := os.Stat(full); err != nil {
		t.Fatalf("ENDUSE_EVALDATA is set but lacks a file: %v", err)
	}
	return full
}

// Update reports whether golden files are to be rewritten.
func Update() bool { return *update }

// Golden compares got with testdata/NAME of the package under test.
func Golden(t testing.TB, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; write it with: go test -update", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", path, diff)
	}
}
