package list

import (
	"errors"
	"io"

	"github.com/enduse/enduse"
)

// Open opens the first file that plays a role, and returns its name for
// messages.
func (s Set) Open(role string) (io.ReadCloser, string, error) {
	file, err := s.one(role)
	if err != nil {
		return nil, role, err
	}
	src, err := file.Reopen()
	return src, file.Name, err
}

// one returns the first file that plays a role.
func (s Set) one(role string) (File, error) {
	files := s.Role(role)
	if len(files) == 0 {
		return File{}, &enduse.Error{
			Op: "read", Code: enduse.CodeNotFound, Subject: role, Err: errors.New("the file is missing"),
		}
	}
	return files[0], nil
}

// Reopen opens the file from its beginning. Its error names the file.
func (f File) Reopen() (io.ReadCloser, error) {
	src, err := f.Open()
	if err != nil {
		return nil, &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: f.Name, Err: err}
	}
	return src, nil
}
