package edition

import (
	"errors"
	"io/fs"
	"syscall"

	"github.com/enduse/enduse"
)

// diskFaults are errors of the machine, with what to do about each.
var diskFaults = []struct {
	err  error
	hint string
}{
	{syscall.ENOSPC, "free some space on the disk, or name another folder with --data"},
	{syscall.EDQUOT, "free some space: the quota is used up; or name another folder with --data"},
	{syscall.EROFS, "name a folder that you may write to with --data"},
	{syscall.EIO, "check the disk: it could not be read or written"},
}

const hintWrite = "name a folder that you may write to with --data"

// DiskError gives an error that the disk caused its own code and a hint, so that
// it is not mistaken for an error of the input: a list that could not be written
// for lack of space is not a bad list. Any other error is returned unchanged.
func DiskError(err error) error {
	if err == nil {
		return nil
	}
	for _, f := range diskFaults {
		if errors.Is(err, f.err) {
			return &enduse.Error{Code: enduse.CodeInternal, Err: err, Hint: f.hint}
		}
	}
	if _, ok := errors.AsType[*enduse.Error](err); !ok && errors.Is(err, fs.ErrPermission) {
		return &enduse.Error{Code: enduse.CodeInternal, Err: err, Hint: hintWrite}
	}
	return err
}

// unreadable is the error for a file of the store that cannot be read. A file
// without permission to read is not damaged: deleting or replacing it would be
// the wrong advice.
func unreadable(path string, err error, hint string) error {
	code := enduse.CodeCorrupt
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EIO) {
		code, hint = enduse.CodeInternal, "check that you may read the data directory and all that is in it, and that its disk is sound"
	}
	return &enduse.Error{Op: "lists", Code: code, Subject: path, Err: err, Hint: hint}
}
