package edition

import (
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/zeebo/xxh3"
)

// programDigest is a hash of the program that runs.
var programDigest = sync.OnceValues(func() (string, error) {
	f, err := openProgram()
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	h := xxh3.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%016x", h.Sum64()), nil
})

// runningProgram is the file of the program that runs, also where another one
// has taken its name since: an upgrade must not find an index of the old program
// under its own digest. Only Linux has it.
const runningProgram = "/proc/self/exe"

func openProgram() (*os.File, error) {
	if f, err := os.Open(runningProgram); err == nil {
		return f, nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path) // #nosec G304 -- the program itself
}
