package snapshot

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// TestProgramReplaced: the digest is of the program that runs, not of the one
// that an upgrade has put in its place.
func TestProgramReplaced(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux names the program that runs apart from the file of its name")
	}
	if path := os.Getenv("ENDUSE_TEST_REPLACED"); path != "" {
		printProgram(t, path)
		return
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(self)
	if err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(t.TempDir(), "program")
	if err := os.WriteFile(program, want, 0o700); err != nil { // #nosec G306 -- it is run
		t.Fatal(err)
	}
	out := program + ".out"
	cmd := exec.Command(program, "-test.run=^TestProgramReplaced$")
	cmd.Env = append(os.Environ(), "ENDUSE_TEST_REPLACED="+out)
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the program reads the %d bytes of the one that took its name, not its own %d (%v)", len(got), len(want), err)
	}
}

// printProgram replaces the file of the program that runs, as an upgrade does,
// and writes what openProgram then reads.
func printProgram(t *testing.T, out string) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(self+".new", []byte("EXAMPLE"), 0o700); err != nil { // #nosec G306 -- as a program is
		t.Fatal(err)
	}
	if err := os.Rename(self+".new", self); err != nil {
		t.Fatal(err)
	}
	f, err := openProgram()
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(out, b, 0o600); err != nil {
		t.Fatal(err)
	}
}
