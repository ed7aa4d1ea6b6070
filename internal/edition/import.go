package edition

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// ImportOptions are what the user says of the files to import.
type ImportOptions struct {
	Format       *list.Format // the format of all files; nil: recognise each by content
	Source       string       // the source, or the format, that the files are of; "": recognise it
	Mapping      string       // the file that Format was made from, kept with the edition
	Partial      bool         // import although a companion file is missing
	VerifiedAt   *time.Time   // when the publisher last confirmed these bytes as current
	Published    *enduse.Date // where the files do not say it
	AcceptShrink bool         // take an edition that is much smaller than the one in force
	Progress     func(string) // told what is being done; nil: nobody is
}

// Imported is what became of a group of files.
type Imported struct {
	Edition  enduse.Edition
	State    enduse.EditionState
	InForce  bool   // it is the edition in force now
	Replaced string // the digest that it replaced, if any
	Note     string // why it is not in force, if it is not
	Lost     loss   // of the entities of the edition that it replaced
}

// Gone says how many entities of the edition before are not in this one; "" if
// there was none, or none is gone.
func (i *Imported) Gone() string {
	if i.Lost.gone == 0 {
		return ""
	}
	return i.Lost.String()
}

// Import reads files, and folders one level deep, into editions. It returns
// what was imported even where something else failed.
func (s *Store) Import(ctx context.Context, paths []string, o ImportOptions) (done []Imported, skipped []Skipped, err error) {
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	groups, skipped, err := s.groups(paths, o)
	if err != nil {
		return nil, skipped, err
	}
	unlock, err := s.lock()
	if err != nil {
		return nil, skipped, err
	}
	defer unlock()
	if err := onDisk(errors.Join(sweep(filepath.Join(s.dir, "lists"), 2), sweep(s.dir, 0))); err != nil {
		return nil, skipped, err
	}
	var errs []error
	for i := range groups {
		imported, err := s.importGroup(ctx, &groups[i], o)
		if err = onDisk(err); err != nil {
			errs = append(errs, &enduse.Error{
				Op: "import " + string(groups[i].format.Source.ID), Code: enduse.CodeOf(err), Err: err, Hint: enduse.HintOf(err),
			})
			continue
		}
		done = append(done, imported)
	}
	return done, skipped, errors.Join(errs...)
}

// groups sorts the files into editions to be.
func (s *Store) groups(paths []string, o ImportOptions) ([]group, []Skipped, error) {
	if o.Format == nil {
		known, err := ofSource(o.Source, formats())
		if err != nil {
			return nil, nil, err
		}
		groups, skipped, err := recognise(paths, known, o.Source)
		if err == nil && len(groups) == 0 {
			err = &enduse.Error{
				Op: "import", Code: enduse.CodeInvalid, Err: errors.New("none of the files is a list in a known format"),
				Hint: "if you know which list it is, name it with --source; for a table of your own, write a mapping and name it with --mapping",
			}
		}
		return groups, skipped, err
	}
	g := group{format: *o.Format}
	var skipped []Skipped
	for _, path := range paths {
		files, sub, err := expand(path)
		if err != nil {
			return nil, nil, err
		}
		skipped = append(skipped, sub...)
		for _, f := range files {
			g.files = append(g.files, grouped{f, o.Format.Roles[0].Name})
		}
	}
	if len(g.files) == 0 {
		return nil, skipped, &enduse.Error{Op: "import", Code: enduse.CodeInvalid, Err: errors.New("no files"), Hint: "name a file or a folder that holds files"}
	}
	if o.Mapping != "" {
		g.files = append(g.files, grouped{o.Mapping, mappingRole})
	}
	return []group{g}, skipped, nil
}

// mappingRole is the role of the user's mapping file among the raw files.
const mappingRole = "mapping"

// importGroup makes an edition of a group: stage, compile, guard, put in place,
// put in force.
func (s *Store) importGroup(ctx context.Context, g *group, o ImportOptions) (Imported, error) {
	source := g.format.Source
	if !list.ValidID(string(source.ID)) {
		return Imported{}, &enduse.Error{Code: enduse.CodeInvalid, Subject: fmt.Sprintf("source %q", source.ID), Err: errUnknownSource, Hint: "name it otherwise"}
	}
	own := o.Format != nil
	today := enduse.DateOf(s.clock())
	if own {
		if err := officials().claim(source, today, nil); err != nil {
			return Imported{}, err
		}
	}
	missing, err := g.complete()
	if err != nil {
		return Imported{}, err
	}
	if len(missing) > 0 && !o.Partial {
		return Imported{}, &enduse.Error{
			Code: enduse.CodeInvalid, Err: fmt.Errorf("companion file missing: %v", missing),
			Hint: "name it too or the folder that holds it; --partial imports without, and the edition then never clears",
		}
	}
	parent := filepath.Join(s.dir, "lists", string(g.format.Source.ID))
	staging, err := s.newStaging(parent)
	if err != nil {
		return Imported{}, err
	}
	defer func() { _ = os.RemoveAll(staging) }()
	set, files, err := stage(ctx, g, staging, o.Progress)
	if err != nil {
		return Imported{}, err
	}
	e := s.describe(g, set, files, missing, o)
	if len(g.open) > 0 && !own {
		e.Warnings = append(e.Warnings, strings.Join(g.open, ", ")+": no mark of its end was seen, so a file cut between two records is known by its count only")
	}
	if err := s.build(ctx, g.format, set, &e, staging, o); err != nil {
		return Imported{}, err
	}
	if own {
		if err := officials().claim(source, today, e.OnList); err != nil {
			return Imported{}, err
		}
	}
	if err := s.place(staging, &e); err != nil {
		return Imported{}, err
	}
	return s.enforce(&e, o)
}

// importing begins the names of the folders in which editions are built.
const importing = ".import-"

// newStaging makes a folder to build an edition in. The store is locked.
func (s *Store) newStaging(parent string) (string, error) {
	if err := os.MkdirAll(parent, folderMode); err != nil {
		return "", err
	}
	staging, err := os.MkdirTemp(parent, importing+"*")
	if err != nil {
		return "", err
	}
	return staging, os.Chmod(staging, folderMode) // #nosec G302 -- a folder
}

// describe states what is known of an edition before it is read.
func (s *Store) describe(g *group, set list.Set, files []enduse.EditionFile, missing []string, o ImportOptions) stored {
	source := g.format.Source
	e := stored{Compiler: compiler, Own: o.Format != nil}
	e.Edition = enduse.Edition{
		Source: source.ID, Title: source.Title, Publisher: source.Publisher, Lists: source.Lists,
		Format: g.format.ID, Imported: s.clock().UTC().Truncate(time.Second), Verified: o.VerifiedAt,
		Files: files, Fixture: source.FixtureOnly || g.format.FixtureOnly, Digest: digestOf(g.format.ID, files),
	}
	for _, m := range missing {
		e.Partial = append(e.Partial, m+" is missing")
	}
	if g.format.Partial != "" {
		e.Partial = append(e.Partial, g.format.Partial)
	}
	if g.format.Published != nil {
		e.Published = g.format.Published(set)
	}
	if o.Published != nil {
		e.Published = o.Published
	}
	return e
}

// digestOf identifies an edition by its format and the digests of its files,
// whatever their names and their order.
func digestOf(format string, files []enduse.EditionFile) string {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = f.Role + " " + f.Digest + "\n"
	}
	slices.Sort(lines)
	h := sha256.New()
	_, _ = fmt.Fprintln(h, format)
	for _, l := range lines {
		_, _ = fmt.Fprint(h, l)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// place renames a finished folder to where editions are kept. The same edition
// may be there already: then only what is known of it is replaced.
func (s *Store) place(staging string, e *stored) error {
	if err := writeJSON(filepath.Join(staging, "edition.json"), e); err != nil {
		return err
	}
	folder := s.folder(e.Source, e.Digest)
	before, err := s.intact(e.Source, e.Digest)
	if err == nil {
		e.had = &before
	}
	if err == nil && before.Compiled == e.Compiled {
		if e.Verified == nil || before.Verified != nil && before.Verified.After(*e.Verified) {
			e.Verified = before.Verified
		}
		if e.Published == nil {
			e.Published = before.Published
		}
		return writeJSON(filepath.Join(folder, "edition.json"), e)
	}
	if err := os.RemoveAll(folder); err != nil { // it is not there, or it is damaged
		return err
	}
	if err := os.Rename(staging, folder); err != nil {
		return err
	}
	return syncDir(filepath.Dir(folder))
}

// enforce puts an edition in force unless a guard speaks against it.
func (s *Store) enforce(e *stored, o ImportOptions) (Imported, error) {
	out := Imported{Edition: e.Edition, State: e.State(s.clock(), s.maxAge)}
	c, err := s.readCurrent()
	if err != nil {
		return out, err
	}
	now, err := s.ids(e)
	if err != nil {
		return out, err
	}
	base, hasBase := s.readBaseline(e.Source)
	out.Replaced = c.Editions[e.Source]
	if out.Replaced != e.Digest && (out.Replaced != "" || hasBase) {
		against := s.against(e, out.Replaced, now)
		if hasBase {
			against.base = &base
		}
		if out.Note, err = against.guard(&out, o); err != nil {
			if failed := s.refuse(e.Edition, err.Error()); failed != nil {
				return out, errors.Join(err, failed)
			}
			return out, err
		}
		if out.Note != "" {
			return out, nil
		}
	}
	if err := s.setCurrent(e.Source, e.Digest); err != nil {
		return out, err
	}
	out.InForce = true
	whole := len(e.Partial) == 0 && out.State != enduse.StateFailed
	if whole && (!hasBase || o.AcceptShrink || s.clock().Sub(base.Accepted) > baselineDays*24*time.Hour) {
		return out, s.writeBaseline(&e.Edition, now)
	}
	return out, nil
}

// against collects what is left of the edition in force.
func (s *Store) against(e *stored, inForce string, now idSet) comparison {
	c := comparison{now: now, numbered: !e.own()}
	if before, err := s.readEdition(s.folder(e.Source, inForce)); err == nil {
		c.before = &before.Edition
		c.replaced = e.had != nil && e.had.Refused == "" && e.had.Imported.Before(before.Imported)
		if was, err := s.ids(&before); err == nil {
			c.was = was
		}
	}
	return c
}

// refuse writes down why an edition is not to be in force.
func (s *Store) refuse(e enduse.Edition, why string) error {
	folder := s.folder(e.Source, e.Digest)
	kept, err := s.readEdition(folder)
	if err != nil || kept.Refused == why {
		return err
	}
	kept.Refused = why
	return writeJSON(filepath.Join(folder, "edition.json"), kept)
}
