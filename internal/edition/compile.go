package edition

import (
	"bufio"
	"bytes"
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
// faults into e. Of the entities it holds no more than sortMemory at once.
func (s *Store) build(ctx context.Context, format list.Format, set list.Set, e *stored, folder string, o ImportOptions) error {
	progress := o.Progress
	records := &sorter{folder: folder, limit: sortMemory}
	defer records.close()
	e.OnList = map[enduse.ListID]int{}
	if err := read(ctx, format, set, e, records, progress); err != nil {
		return err
	}
	progress(fmt.Sprintf("writing %s", e.Source))
	var err error
	if e.Compiled, err = writeEntities(filepath.Join(folder, entitiesFile), &e.Counts, records); err != nil {
		return err
	}
	if more := e.nobody - keptFaults; more > 0 {
		e.Warnings = append(e.Warnings, fmt.Sprintf("%d more names are a legal form or a class word alone", more))
	}
	e.short(format.Source.FloorOn(day(&e.Edition)), o.AcceptShrink, format.Source.Floor)
	return nil
}

// short says of what an edition has less than a whole one of its day. That the
// list has become shorter than any of its day was may be accepted, but not below
// the least that it ever can be.
func (e *stored) short(floor list.Floor, accepted bool, least int) {
	found := listsShort(floor, e.OnList)
	if e.Counts.Entities < floor.Entities {
		found = append(found, fmt.Sprintf("%d entities, and the whole list has at least %d", e.Counts.Entities, floor.Entities))
	}
	if accepted && e.Counts.Entities >= least {
		e.Warnings = append(e.Warnings, found...)
		return
	}
	e.Partial = append(e.Partial, found...)
}

// onLists counts an entity for each legal list that it stands on.
func (e *stored) onLists(entity *enduse.Entity) {
	e.OnList[entity.List]++
	seen := []enduse.ListID{entity.List}
	for _, d := range entity.Designations {
		if d.List != "" && !slices.Contains(seen, d.List) {
			seen = append(seen, d.List)
			e.OnList[d.List]++
		}
	}
}

// read collects the records of a set and counts what they hold. It gives up on
// errors that are not of one record.
func read(ctx context.Context, format list.Format, set list.Set, e *stored, records *sorter, progress func(string)) error {
	for entity, err := range format.Read(set) {
		if ctx.Err() != nil {
			return ctx.Err()
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
			e.nobodies(&entity)
			err = check(&entity)
		}
		if err != nil {
			if err := fault(&e.Edition, err); err != nil {
				return err
			}
			continue
		}
		count(&e.Counts, &entity, 1)
		e.onLists(&entity)
		text, err := encodeLine(&entity)
		if err != nil {
			return err
		}
		if err := records.add(entity.ID, text); err != nil {
			return err
		}
	}
	return nil
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

// nobodies warns of a name that is a legal form, a title or one word of a class
// alone: it is an error of its publisher, and nobody is found by it.
func (e *stored) nobodies(entity *enduse.Entity) {
	for _, n := range entity.Names {
		if len(n.Text) > longestNobody {
			continue
		}
		parsed := name.Analyse(n.Text)
		if len(parsed.Tokens) == 0 || !parsed.IsNobody() {
			continue
		}
		if e.nobody++; e.nobody <= keptFaults {
			e.Warnings = append(e.Warnings, fmt.Sprintf("name %q of entity %s is a legal form or a class word alone: it will match nobody", n.Text, entity.ID))
		}
	}
}

// longestNobody is the length of a name, in bytes, beyond which it is not asked
// whether it is a legal form alone.
const longestNobody = 100

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

// count adds what an entity holds to the counts, or takes it off with -1.
func count(c *enduse.Counts, entity *enduse.Entity, times int) {
	c.Entities += times
	c.Names += times * len(entity.Names)
	c.Identifiers += times * len(entity.Identifiers)
	c.Addresses += times * len(entity.Addresses)
	c.Unread += times * len(entity.Unread)
	for _, n := range entity.Names {
		if n.Kind != enduse.NamePrimary {
			c.Aliases += times
		}
	}
}

// writeEntities writes one entity a line, in order of their ids, records of one
// id merged, and returns the digest of the file.
func writeEntities(path string, c *enduse.Counts, records *sorter) (digest string, err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode) // #nosec G304 -- the store's own file
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	for group, err := range records.groups() {
		var line []byte
		if err == nil {
			line, err = mergeLines(c, group)
		}
		if err == nil {
			_, err = w.Write(line)
		}
		if err != nil {
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

// mergeLines makes one line of the records of an id, and counts what is left of
// them. Few ids have several.
func mergeLines(c *enduse.Counts, group [][]byte) ([]byte, error) {
	if len(group) == 1 {
		return group[0], nil
	}
	records := make([]*enduse.Entity, len(group))
	for i, text := range group {
		records[i] = &enduse.Entity{}
		if err := json.Unmarshal(text, records[i]); err != nil {
			return nil, err
		}
		count(c, records[i], -1)
	}
	merged := mergeAll(records)
	count(c, merged, 1)
	return encodeLine(merged)
}

// encodeLine writes an entity as a line.
func encodeLine(entity *enduse.Entity) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(entity)
	return bytes.Clone(b.Bytes()), err
}
