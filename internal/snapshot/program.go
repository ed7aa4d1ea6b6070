package snapshot

import (
	"fmt"
	"io"
	"os"
	"sync"

	"github.com/zeebo/xxh3"
)

// programDigest returns a hash of the running program.
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

// runningProgram is the file of the running program, even if another one has
// taken its name since: after an upgrade, an old process must not write its index
// under the digest of the new program. Only Linux has it.
const runningProgram = "/proc/self/exe"

func openProgram() (*os.File, error) {
	if f, err := os.Open(runningProgram); err == nil {
		return f, nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}
