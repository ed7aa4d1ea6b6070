package triage

import (
	"io"
	"os"
)

// spool keeps bytes, in memory until they are too many and then in a temporary file.
type spool struct {
	most   int
	memory []byte
	file   *os.File
	size   int64
}

// add appends bytes and says where they begin.
func (s *spool) add(b []byte) (at int64, err error) {
	at = s.size
	s.size += int64(len(b))
	if s.file == nil && len(s.memory)+len(b) <= s.most {
		s.memory = append(s.memory, b...)
		return at, nil
	}
	if s.file == nil {
		if s.file, err = os.CreateTemp("", "enduse-run-"); err != nil {
			return 0, err
		}
		_ = os.Remove(s.file.Name()) // where the system lets an open file go nameless
	}
	_, err = s.file.Write(b)
	return at, err
}

// read returns bytes that were added. What did not fit into memory follows it in the
// file.
func (s *spool) read(at int64, length int) ([]byte, error) {
	if at < int64(len(s.memory)) {
		return s.memory[at : at+int64(length)], nil
	}
	b := make([]byte, length)
	_, err := s.file.ReadAt(b, at-int64(len(s.memory)))
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return b, err
}

// close removes the file.
func (s *spool) close() error {
	if s.file == nil {
		return nil
	}
	name := s.file.Name()
	err := s.file.Close()
	_ = os.Remove(name)
	s.file, s.memory = nil, nil
	return err
}
