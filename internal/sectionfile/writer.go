package sectionfile

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/zeebo/xxh3"
)

const opWrite = "writing an index"

// temporary is what the names of unfinished files end in.
const temporary = ".flat-tmp"

// Writer writes a file section by section. It is for one goroutine.
type Writer struct {
	f       *os.File
	path    string
	head    header
	entries []entry
	names   map[string]bool
	at      uint64
	err     error // the first one; nothing is written after it
}

// Create begins a file of a kind, with the version of what its sections hold.
// It is written under another name in the same folder until Commit; a caller
// defers Discard.
func Create(path, kind string, version uint32) (*Writer, error) {
	if err := checkText(kind, kindSize); err != nil {
		return nil, fault(opWrite, path, fmt.Errorf("kind %q: %w", kind, err))
	}
	if !littleEndian() {
		return nil, fault(opWrite, path, errBigEndian)
	}
	hidden := fmt.Sprintf(".%s.%016x%s", filepath.Base(path), rand.Uint64(), temporary) // #nosec G404 -- a name that is free, not a secret
	f, err := os.OpenFile(filepath.Join(filepath.Dir(path), hidden), os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return nil, fault(opWrite, path, err)
	}
	w := &Writer{f: f, path: path, head: header{container: container, payload: version, kind: kind}, names: map[string]bool{}}
	w.write(make([]byte, headerSize)) // no magic yet: unfinished files are foreign
	return w, w.failed()
}

// Add appends a section. Its name has 1 to 40 bytes and occurs once in a file;
// b is not kept.
func (w *Writer) Add(name string, b []byte) error {
	err := checkText(name, nameSize)
	if w.names[name] {
		err = errors.New("it stands there already")
	}
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("section %q: %w", name, err)
	}
	if w.err != nil {
		return w.failed()
	}
	e := entry{name: name, offset: w.at, length: uint64(len(b)), sum: sumOf(b)}
	w.names[name] = true
	w.entries = append(w.entries, e)
	w.write(b)
	w.write(make([]byte, aligned(w.at)-w.at))
	return w.failed()
}

func (w *Writer) write(b []byte) {
	if w.err != nil {
		return
	}
	n, err := w.f.Write(b)
	w.at += uint64(n)
	w.err = err
}

func (w *Writer) failed() error { return fault(opWrite, w.path, w.err) }

// Commit finishes the file: it is whole and on the disk before it has its name.
// A file of that name is replaced in one step (on Windows, only if nobody has it
// open). After an error there is no new file.
func (w *Writer) Commit() error {
	defer w.Discard()
	if w.err == nil {
		w.finish()
	}
	if w.err != nil {
		return w.failed()
	}
	hidden := w.f.Name()
	w.err = w.f.Close()
	w.f = nil
	if w.err == nil {
		w.err = os.Rename(hidden, w.path)
	}
	if w.err != nil {
		_ = os.Remove(hidden)
		return w.failed()
	}
	w.err = ErrClosed // of what may still be added
	return fault(opWrite, w.path, syncFolder(filepath.Dir(w.path)))
}

// finish writes the table, then the header, and sees both onto the disk.
func (w *Writer) finish() {
	var table []byte
	for _, e := range w.entries {
		table = e.append(table)
	}
	w.head.sections = uint32(len(w.entries))
	w.head.table, w.head.tableSum = w.at, xxh3.Hash(table)
	w.write(table)
	w.head.total = w.at
	if w.err == nil {
		_, w.err = w.f.WriteAt(w.head.append(nil), 0)
	}
	if w.err == nil {
		w.err = w.f.Sync()
	}
}

// Discard gives up a file that is not committed; after Commit it does nothing.
func (w *Writer) Discard() {
	if w.f == nil {
		return
	}
	hidden := w.f.Name()
	_ = w.f.Close()
	_ = os.Remove(hidden)
	w.f = nil
	if w.err == nil {
		w.err = ErrClosed
	}
}

// RemoveTemporary deletes the unfinished files that killed writers left in a
// folder. Call it only where nobody else is writing.
func RemoveTemporary(folder string) error {
	files, err := os.ReadDir(folder)
	for _, f := range files {
		if strings.HasPrefix(f.Name(), ".") && strings.HasSuffix(f.Name(), temporary) {
			err = errors.Join(err, os.Remove(filepath.Join(folder, f.Name())))
		}
	}
	return fault(opWrite, folder, err)
}

// syncFolder makes a rename durable. Some systems cannot sync a folder; the
// rename is atomic there all the same.
func syncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}
