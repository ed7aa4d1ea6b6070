package enduse

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// Code classes an error by what the caller can do about it.
type Code string

// The codes.
const (
	CodeInvalid  Code = "invalid"  // the input is at fault
	CodeNotFound Code = "notfound" // what was named is not there
	CodeConflict Code = "conflict" // the state does not allow it
	CodeCorrupt  Code = "corrupt"  // stored data is not what it was
	CodeInternal Code = "internal" // the program or the machine is at fault
)

// ErrTruncated is in the chain of an error about a file that breaks off. What
// was read of it is not the whole.
var ErrTruncated = errors.New("the file is truncated")

// TruncatedError is the error of a record where a file breaks off, in its own words.
type TruncatedError string

func (t TruncatedError) Error() string { return string(t) }

// Is makes it a case of ErrTruncated.
func (t TruncatedError) Is(target error) bool { return target == ErrTruncated }

// Error says what failed, on what, and what to do next.
type Error struct {
	Op      string // what was being done, such as "lists import"
	Code    Code
	Subject string // the file, list or field
	Hint    string // the next command or step
	Err     error
}

func (e *Error) Error() string {
	msg := joinNonEmpty(": ", e.Op, e.Subject)
	if e.Err != nil {
		msg = joinNonEmpty(": ", msg, e.Err.Error())
	}
	return msg
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// HintOf returns the first hint in the chain of an error, or "".
func HintOf(err error) string {
	var e *Error
	for errors.As(err, &e) {
		if e.Hint != "" {
			return e.Hint
		}
		err = e.Err
	}
	return ""
}

// CodeOf returns the first code in the chain of an error, or CodeInternal.
func CodeOf(err error) Code {
	var e *Error
	for errors.As(err, &e) {
		if e.Code != "" {
			return e.Code
		}
		err = e.Err
	}
	return CodeInternal
}

// RecordError is one record that could not be read; the rest of the file still
// can. An importer that yields any other error has given up on the file.
type RecordError struct {
	File  string
	Line  int    // 1 is the first line; 0 where the format has no lines
	Field string // "" where the whole record is at fault
	Hint  string // "" or what to do about it
	Err   error
}

func (e *RecordError) Error() string {
	at := e.File
	if e.Line > 0 {
		at += ":" + strconv.Itoa(e.Line)
	}
	return joinNonEmpty(": ", at, e.Field, e.reason())
}

// reason is the text of the cause.
func (e *RecordError) reason() string {
	if e.Err == nil {
		return "the record could not be read"
	}
	return e.Err.Error()
}

// Unwrap returns the cause.
func (e *RecordError) Unwrap() error { return e.Err }

// faults collects every reason, so that a user mends all of them at once.
type faults []error

func (f *faults) when(bad bool, format string, args ...any) {
	if bad {
		*f = append(*f, fmt.Errorf(format, args...))
	}
}

func (f *faults) add(err error) {
	if err != nil {
		*f = append(*f, err)
	}
}

func (f faults) err(subject string) error {
	if len(f) == 0 {
		return nil
	}
	return &Error{Code: CodeInvalid, Subject: subject, Err: errors.Join(f...)}
}

func known[T comparable](v T, all []T) bool { return slices.Contains(all, v) }
