package edition

import (
	"bufio"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/name"
)

// keptFaults is how many unreadable records an edition shows one by one; all
// are counted.
const keptFaults = 50

// progressEvery is how many records lie between two reports.
const progressEvery = 2000

// build reads a set into an edition: entities into the folder, counts and
// faults into e.
func (s *Store) build(ctx context.Context, format list.Format, set list.Set, e *stored, folder string, progress func(string)) error {
	entities, err := read(ctx, format, set, &e.Edition, progress)
	if err != nil {
		return err
	}
	count(&e.Edition, entities)
	if floor := format.Source.Floor; e.Counts.Entities < floor {
		e.Partial = append(e.Partial, fmt.Sprintf("%d entities, and the whole list has at least %d", e.Counts.Entities, floor))
	}
	e.Compiled, err = writeEntities(filepath.Join(folder, "entities.ndjson"), entities)
	return err
}

// read collects the entities of a set, in order of their ids, records of one
// id merged. It gives up on errors that are not of one record.
func read(ctx context.Context, format list.Format, set list.Set, e *enduse.Edition, progress func(string)) ([]*enduse.Entity, error) {
	byID := map[enduse.EntityID][]*enduse.Entity{}
	for entity, err := range format.Read(set) {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if warning, ok := errors.AsType[*list.Warning](err); ok {
			if warning.Cut {
				e.Partial = appendNew(e.Partial, warning.Error())
			} else {
				e.Warnings = append(e.Warnings, warning.Error())
			}
			continue
		}
		e.Counts.Records++
		if e.Counts.Records%progressEvery == 0 {
			progress(fmt.Sprintf("reading %s: %d records", e.Source, e.Counts.Records))
		}
		if err == nil {
			complete(&entity)
			err = check(&entity)
		}
		if err != nil {
			if err := fault(e, err); err != nil {
				return nil, err
			}
			continue
		}
		byID[entity.ID] = append(byID[entity.ID], &entity)
	}
	entities := make([]*enduse.Entity, 0, len(byID))
	for _, records := range byID {
		entities = append(entities, mergeAll(records))
	}
	slices.SortFunc(entities, func(a, b *enduse.Entity) int { return cmp.Compare(a.ID, b.ID) })
	return entities, nil
}

// complete fills in what follows from the record itself and importers leave
// out: the script of a name. A name without a letter or a digit cannot be
// searched; it is counted as not understood.
func complete(entity *enduse.Entity) {
	for i := range entity.Names {
		n := &entity.Names[i]
		if n.Script == "" {
			n.Script = name.ScriptOf(n.Text)
		}
		if n.Text != "" && !strings.ContainsFunc(n.Text, searchable) {
			entity.Unread = append(entity.Unread, enduse.Unread{Field: "name", Text: n.Text})
		}
	}
}

// searchable is what a name must have some of to be found by it.
func searchable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// check makes a fault of an entity that its importer should not have yielded.
func check(entity *enduse.Entity) error {
	if err := entity.Validate(); err != nil {
		return &enduse.RecordError{File: entity.Record, Err: err}
	}
	return nil
}

// fault counts a record that could not be read; another error ends the import.
func fault(e *enduse.Edition, err error) error {
	record, ok := errors.AsType[*enduse.RecordError](err)
	if !ok {
		return err
	}
	e.Counts.Faults++
	if errors.Is(err, enduse.ErrTruncated) {
		e.Partial = appendNew(e.Partial, fmt.Sprintf("%s breaks off at line %d", record.File, record.Line))
	}
	if len(e.Faults) < keptFaults {
		message := record.Err.Error()
		if record.Field != "" {
			message = record.Field + ": " + message
		}
		e.Faults = append(e.Faults, enduse.RecordFault{File: record.File, Line: record.Line, Message: message})
	}
	return nil
}

func appendNew(to []string, text string) []string {
	if slices.Contains(to, text) {
		return to
	}
	return append(to, text)
}

// count fills in what the edition holds.
func count(e *enduse.Edition, entities []*enduse.Entity) {
	c := &e.Counts
	c.Entities = len(entities)
	for _, entity := range entities {
		c.Names += len(entity.Names)
		c.Identifiers += len(entity.Identifiers)
		c.Addresses += len(entity.Addresses)
		c.Unread += len(entity.Unread)
		for _, n := range entity.Names {
			if n.Kind != enduse.NamePrimary {
				c.Aliases++
			}
		}
	}
}

// writeEntities writes one entity a line and returns the digest of the file.
func writeEntities(path string, entities []*enduse.Entity) (digest string, err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640) // #nosec G304 -- the store's own file
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, entity := range entities {
		if err := enc.Encode(entity); err != nil {
			_ = f.Close()
			return "", err
		}
	}
	if err := w.Flush(); err != nil {
		_ = f.Close()
		return "", err
	}
	return "sha256:" + hex.EncodeToString(sum.Sum(nil)), syncClose(f)
}
