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

// keptFaults is how many unreadable records an edition lists one by one. All are
// counted.
const keptFaults = 50

// progressEvery is the number of records between two reports of progress.
const progressEvery = 2000

// compilation reads the files of an edition into entities.ndjson, and what is
// counted on the way into the manifest. It holds at most sortMemory of entities
// at a time.
type compilation struct {
	format       list.Format
	set          list.Set
	folder       string // where entities.ndjson is written
	manifest     *Manifest
	acceptShrink bool
	progress     func(string)

	records *sorter
	nobody  int // names that can match nobody
	newest  newest
}

func (c *compilation) run(ctx context.Context) error {
	m := c.manifest
	c.newest.until = m.Imported
	c.records = &sorter{folder: c.folder, limit: sortMemory}
	defer c.records.close()
	m.OnList = map[enduse.ListID]int{}
	if err := c.read(ctx); err != nil {
		return err
	}
	c.progress(fmt.Sprintf("writing %s", m.Source))
	if err := c.write(); err != nil {
		return err
	}
	if more := c.nobody - keptFaults; more > 0 {
		m.Warnings = append(m.Warnings, fmt.Sprintf("%d more names are a legal form or a class word alone", more))
	}
	c.checkFloor()
	m.Newest = c.newest.of(&m.Edition)
	return nil
}

// checkFloor marks the edition partial if it holds less than a whole one of its
// day. The user may accept that the list has become shorter than it ever was on
// that day, but not that it is below the least it can hold at any time.
func (c *compilation) checkFloor() {
	m, source := c.manifest, &c.format.Source
	floor := source.FloorOn(day(&m.Edition))
	found := listsShort(floor, m.OnList)
	if m.Counts.Entities < floor.Entities {
		found = append(found, fmt.Sprintf("%d entities, and the whole list has at least %d", m.Counts.Entities, floor.Entities))
	}
	if c.acceptShrink && m.Counts.Entities >= source.Floor {
		m.Warnings = append(m.Warnings, found...)
		return
	}
	m.Partial = append(m.Partial, found...)
}

// countLists counts an entity for each legal list that it is on.
func (c *compilation) countLists(entity *enduse.Entity) {
	onList := c.manifest.OnList
	onList[entity.List]++
	seen := []enduse.ListID{entity.List}
	for _, d := range entity.Designations {
		if d.List != "" && !slices.Contains(seen, d.List) {
			seen = append(seen, d.List)
			onList[d.List]++
		}
	}
}

// read collects the records and counts what they hold. It gives up on an error
// that is not a fault of one record.
func (c *compilation) read(ctx context.Context) error {
	m := c.manifest
	for entity, err := range c.format.Read(c.set) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if warning, ok := errors.AsType[*list.Warning](err); ok {
			if warning.Cut {
				m.Partial = appendNew(m.Partial, warning.Error())
			} else {
				m.Warnings = append(m.Warnings, warning.Error())
			}
			continue
		}
		m.Counts.Records++
		if m.Counts.Records%progressEvery == 0 {
			c.progress(fmt.Sprintf("reading %s: %d records", m.Source, m.Counts.Records))
		}
		if err == nil {
			complete(&entity)
			c.warnOfNobody(&entity)
			err = check(&entity)
		}
		if err != nil {
			if err := fault(&m.Edition, err); err != nil {
				return err
			}
			continue
		}
		count(&m.Counts, &entity, 1)
		c.countLists(&entity)
		c.newest.see(&entity)
		text, err := encodeLine(&entity)
		if err != nil {
			return err
		}
		if err := c.records.add(entity.ID, text); err != nil {
			return err
		}
	}
	return nil
}

// warnOfNobody warns of a name that is only a legal form, a title or one word of
// a class. Such a name is an error of its publisher and can match nobody.
func (c *compilation) warnOfNobody(entity *enduse.Entity) {
	for _, n := range entity.Names {
		if len(n.Text) > maxNobody {
			continue
		}
		parsed := name.Analyse(n.Text)
		if len(parsed.Tokens) == 0 || !parsed.IsNobody() {
			continue
		}
		if c.nobody++; c.nobody <= keptFaults {
			c.manifest.Warnings = append(c.manifest.Warnings, fmt.Sprintf("name %q of entity %s is a legal form or a class word alone: it will match nobody", n.Text, entity.ID))
		}
	}
}

// maxNobody is the length in bytes up to which a name is tested for being a
// legal form alone.
const maxNobody = 100

// write writes one entity per line, in order of their ids, with records of the
// same id merged.
func (c *compilation) write() error {
	f, err := os.OpenFile(filepath.Join(c.folder, entitiesFile), os.O_WRONLY|os.O_CREATE|os.O_EXCL, FileMode)
	if err != nil {
		return err
	}
	sum := sha256.New()
	w := bufio.NewWriterSize(io.MultiWriter(f, sum), 1<<16)
	for group, err := range c.records.groups() {
		var line []byte
		if err == nil {
			line, err = mergeLines(&c.manifest.Counts, group)
		}
		if err == nil {
			_, err = w.Write(line)
		}
		if err != nil {
			_ = f.Close()
			return err
		}
	}
	if err := w.Flush(); err != nil {
		_ = f.Close()
		return err
	}
	c.manifest.Compiled = "sha256:" + hex.EncodeToString(sum.Sum(nil))
	return syncClose(f)
}

// complete fills in the script of each name, which importers leave out. A name
// without a letter or a digit cannot be searched; it is counted as unread.
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

// searchable reports whether a name can be found by a character.
func searchable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// check turns an invalid entity into a fault.
func check(entity *enduse.Entity) error {
	if err := entity.Validate(); err != nil {
		return &enduse.RecordError{File: entity.Record, Err: err}
	}
	return nil
}

// fault counts a record that could not be read. Any other error is returned.
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

// count adds the contents of an entity to the counts; times is -1 to subtract.
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

// mergeLines makes one line of the records of an id and corrects the counts. Few
// ids have several records.
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
