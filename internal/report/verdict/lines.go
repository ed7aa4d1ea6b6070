package verdict

import (
	"encoding/json"
	"io"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// lines writes NDJSON: the head of the run, then a line for each record in the order of
// the file.
type lines struct {
	w      io.Writer
	header Header
}

func (l *lines) Begin(h Header) error {
	l.header = h
	return nil
}

func (l *lines) Each(run *triage.Run) error {
	enc := json.NewEncoder(l.w)
	enc.SetEscapeHTML(false)
	if !l.header.StampEach {
		head := *run.Head()
		if head.Columns == nil {
			head.Columns = []wire.Column{}
		}
		if head.Gaps == nil {
			head.Gaps = []enduse.Gap{}
		}
		if err := enc.Encode(head); err != nil {
			return err
		}
	}
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		if lean, ok := r.Lean(); ok && l.header.Lean {
			if err := enc.Encode(lean); err != nil {
				return err
			}
			continue
		}
		switch {
		case l.header.StampEach:
			r.StampDigest = ""
		case r.StampDigest == run.Head().StampDigest:
			r.Stamp = enduse.Stamp{} // else it rests on something else than the head says
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) End() error { return nil }
