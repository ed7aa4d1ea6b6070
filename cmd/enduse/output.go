package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/gofrs/flock"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/enduse/enduse"
)

// output is standard output, or a file that appears under its name only when
// it is whole.
type output struct {
	w    *bufio.Writer
	file *os.File
	lock *flock.Flock
	path string // "" for a device or a pipe, which keeps its place
	name string // as the user wrote it
}

func openOutput(stdout io.Writer, path string) (*output, error) {
	if path == "" || path == "-" {
		return &output{w: bufio.NewWriterSize(stdout, 1<<16)}, nil
	}
	o, err := outputFile(path)
	if err != nil {
		return nil, outFault(enduse.CodeInvalid, path, err)
	}
	o.name = path
	return o, nil
}

// inputFlags name the files that a command reads besides its arguments.
var inputFlags = []string{"customers", "history", "answers", "references", "columns-file", "profile", "policy", "config"}

// keepInputs refuses an output that is a file which the command reads: the user's own file
// would be lost.
func keepInputs(cmd *cobra.Command, args []string) error {
	inputs := slices.Clone(args)
	for _, f := range inputFlags {
		if flag := cmd.Flag(f); flag != nil && flag.Value.String() != "" {
			inputs = append(inputs, flag.Value.String())
		}
	}
	for _, to := range []string{"out", "save"} {
		flag := cmd.Flag(to)
		if flag == nil || !flag.Changed {
			continue
		}
		outputs := []string{flag.Value.String()}
		if several, ok := flag.Value.(pflag.SliceValue); ok {
			outputs = several.GetSlice()
		}
		for _, out := range outputs {
			if info, err := os.Stat(out); err != nil || !info.Mode().IsRegular() {
				continue
			}
			if slices.ContainsFunc(inputs, func(in string) bool { return in != "-" && sameFile(in, out) }) {
				return &usageError{&enduse.Error{Op: "--" + to, Code: enduse.CodeInvalid, Subject: out, Err: errors.New("it is read by this command too, and would be lost"), Hint: "name another file"}}
			}
		}
	}
	return nil
}

// outFault is what went wrong with an output. A full or a broken disk is not
// the fault of what was asked.
func outFault(code enduse.Code, path string, err error) error {
	hint := "name a file in a folder that you may write to"
	for _, machine := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EIO} {
		if errors.Is(err, machine) {
			code, hint = enduse.CodeInternal, "free some space, or name a file on another disk"
		}
	}
	return &enduse.Error{Op: "--out", Code: code, Subject: path, Err: err, Hint: hint}
}

// outputFile opens what a path names. A link is followed; a device or a pipe is
// written to as it is, for a file in its place would end it.
func outputFile(path string) (*output, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err != nil {
		info = nil
	}
	switch {
	case err == nil && info.IsDir():
		return nil, errors.New("this is a folder")
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, err
		}
		return &output{w: bufio.NewWriterSize(io.Writer(f), 1<<16), file: f}, nil
	}
	return unfinishedOutput(path, info)
}

// unfinishedName begins the names of outputs that are not whole yet.
const unfinishedName = ".enduse-"

// unfinishedOutput makes the file that will get the name of an output when it is
// whole. It holds a lock as long as it is written. One that a killed process has left
// holds none and is removed, because it may hold personal data. The file keeps the
// mode of the one that it replaces.
func unfinishedOutput(path string, replaced os.FileInfo) (*output, error) {
	folder := filepath.Dir(path)
	removeAbandoned(folder)
	for range 10 {
		f, err := os.CreateTemp(folder, unfinishedName+"*")
		if err != nil {
			return nil, err
		}
		lock := flock.New(f.Name())
		if locked, err := lock.TryLock(); err == nil && !locked { // somebody took it for abandoned just now
			_ = f.Close()
			continue
		}
		mine, err1 := f.Stat()
		named, err2 := os.Stat(f.Name())
		if err1 != nil || err2 != nil || !os.SameFile(mine, named) {
			_ = errors.Join(f.Close(), lock.Unlock())
			continue
		}
		if replaced != nil {
			if err := f.Chmod(replaced.Mode().Perm()); err != nil {
				return nil, errors.Join(err, f.Close(), lock.Unlock(), os.Remove(f.Name()))
			}
		}
		return &output{w: bufio.NewWriterSize(io.Writer(f), 1<<16), file: f, path: path, lock: lock}, nil
	}
	return nil, errors.New("no file could be made next to it")
}

// removeAbandoned removes the unfinished outputs of processes that were killed.
func removeAbandoned(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if !strings.HasPrefix(e.Name(), unfinishedName) || !e.Type().IsRegular() {
			continue
		}
		lock := flock.New(path)
		if locked, err := lock.TryLock(); err == nil && locked {
			_ = os.Remove(path)
			_ = lock.Unlock()
		}
	}
}

// finish writes out what is buffered and gives the file its name, or removes
// it if there was an error.
func (o *output) finish(err error) error {
	flushErr := o.w.Flush()
	if o.file == nil {
		if err == nil {
			err = flushErr
		}
		return err
	}
	if closeErr := o.file.Close(); flushErr == nil {
		flushErr = closeErr
	}
	if flushErr != nil && (err == nil || errors.Is(err, flushErr)) {
		err = outFault(enduse.CodeInternal, o.name, flushErr)
	}
	if o.path == "" {
		return err
	}
	if runtime.GOOS == "windows" { // a file that is open keeps its name there
		_ = o.lock.Unlock()
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.path)
	}
	if err != nil {
		_ = os.Remove(o.file.Name())
	}
	_ = o.lock.Unlock()
	return err
}
