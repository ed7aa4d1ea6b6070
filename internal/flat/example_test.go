package flat_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/enduse/enduse/internal/flat"
)

// A file of two sections, read in place.
func Example() {
	dir, err := os.MkdirTemp("", "flat")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	path := filepath.Join(dir, "example")

	w, err := flat.Create(path, "example", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer w.Discard()
	_ = w.Add("words", []byte("aerocaribbean")) // the error stays, and Commit has it
	_ = w.Add("ends", flat.Bytes([]uint32{4, 13}))
	if err := w.Commit(); err != nil {
		fmt.Println(err)
		return
	}

	f, err := flat.Open(path, "example", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = f.Close() }()
	words, err := f.Section("words")
	if err != nil {
		fmt.Println(err)
		return
	}
	ends, err := flat.Array[uint32](f, "ends")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(flat.String(words[:ends[0]]), flat.String(words[ends[0]:ends[1]]))
	// Output: aero caribbean
}
