package list

import (
	"errors"
	"io"

	"github.com/enduse/enduse"
)

// Open opens the first file that plays a role, and returns its name for
// messages.
func (s Set) Open(role string) (io.ReadCloser, string, error) {
	files := s.Role(role)
	if len(files) == 0 {
		return nil, role, &enduse.Error{
			Op: "read", Code: enduse.CodeNotFound, Subject: role, Err: errors.New("the file is missing"),
		}
	}
	rc, err := files[0].Open()
	if err != nil {
		return nil, files[0].Name, &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: files[0].Name, Err: err}
	}
	return rc, files[0].Name, nil
}
