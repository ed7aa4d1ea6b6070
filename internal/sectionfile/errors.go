package sectionfile

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/enduse/enduse"
)

// What is wrong with a file. The errors of Open, Section and Verify are
// *enduse.Error with one of these, or enduse.ErrTruncated, in their chain.
var (
	ErrForeign   = errors.New("it is not such a file")
	ErrByteOrder = errors.New("its numbers are in the byte order of another kind of machine")
	ErrNewer     = errors.New("it was made by a newer enduse")
	ErrOlder     = errors.New("it was made by an older enduse")
	ErrCorrupt   = errors.New("it is not what was written")
	ErrNoSection = errors.New("it has no such section")
	ErrClosed    = errors.New("the file is closed")
)

// errBigEndian is why such a machine can neither write nor read files.
var errBigEndian = fmt.Errorf("%w: this program needs a little-endian machine", ErrByteOrder)

func damaged(what string) error { return fmt.Errorf("%w: %s is damaged", ErrCorrupt, what) }

func newer(of string, version uint32) error {
	return fmt.Errorf("%w: %s version %d", ErrNewer, of, version)
}

// truncated is a file of size bytes that should have total, 0 if that is not known.
func truncated(size, total uint64) error {
	if total == 0 {
		return fmt.Errorf("%w: it has only %d bytes", enduse.ErrTruncated, size)
	}
	return fmt.Errorf("%w: it has %d of %d bytes", enduse.ErrTruncated, size, total)
}

// causes say what kind of fault each error is, and what to do about it.
var causes = []struct {
	err  error
	code enduse.Code
	hint string
}{
	{ErrForeign, enduse.CodeCorrupt, "delete it and import the lists again"},
	{ErrByteOrder, enduse.CodeConflict, "build it on a little-endian machine, such as amd64 or arm64, and use it there"},
	{ErrNewer, enduse.CodeConflict, "import the lists again with this version, or upgrade enduse"},
	{ErrOlder, enduse.CodeConflict, "import the lists again"},
	{enduse.ErrTruncated, enduse.CodeCorrupt, "delete it and import the lists again; was the disk full, or a copy cut short?"},
	{ErrCorrupt, enduse.CodeCorrupt, "delete it and import the lists again, and check the disk"},
	{ErrNoSection, enduse.CodeCorrupt, "delete it and import the lists again"},
	{ErrClosed, enduse.CodeInternal, "open the file again"},
	{fs.ErrNotExist, enduse.CodeNotFound, "import the lists again"},
	{fs.ErrPermission, enduse.CodeInternal, "check that you may read and write the folder"},
}

// fault gives an error its code and its hint.
func fault(op, path string, err error) error {
	if err == nil {
		return nil
	}
	out := &enduse.Error{Op: op, Code: enduse.CodeInternal, Subject: path, Err: err, Hint: "check the disk and its free space"}
	for _, c := range causes {
		if errors.Is(err, c.err) {
			out.Code, out.Hint = c.code, c.hint
			break
		}
	}
	return out
}
