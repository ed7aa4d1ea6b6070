package sectionfile_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/enduse/enduse/internal/sectionfile"
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

	w, err := sectionfile.Create(path, "example", 1)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer w.Discard()
	_ = w.Add("words", []byte("aerocaribbean")) // the error stays, and Commit has it
	_ = w.Add("ends", sectionfile.Bytes([]uint32{4, 13}))
	if err := w.Commit(); err != nil {
		fmt.Println(err)
		return
	}

	f, err := sectionfile.Open(path, "example", 1)
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
	ends, err := sectionfile.Array[uint32](f, "ends")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(sectionfile.String(words[:ends[0]]), sectionfile.String(words[ends[0]:ends[1]]))
	// Output: aero caribbean
}
