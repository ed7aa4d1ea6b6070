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
	"github.com/enduse/enduse/internal/list/catalog"
)

// ImportOptions are what the user says about the files to import.
type ImportOptions struct {
	Format       *list.Format // the format of all files; nil: recognise each by content
	Source       string       // the source, or the format, of the files; "": recognise it
	Mapping      string       // the file that Format was made from, kept with the edition
	Partial      bool         // import although a companion file is missing
	VerifiedAt   *time.Time   // when the publisher last confirmed these bytes as current
	Published    *enduse.Date // for files that do not say it themselves
	AcceptShrink bool         // accept an edition that is much smaller than the one in force
	Recursive    bool         // enter folders in folders; the files of each folder are editions of their own
	Progress     func(string) // called with each step; may be nil
}

// Report says what became of the files of an import.
type Report struct {
	Imported []Imported
	Skipped  []Skipped
}

// Changed reports whether the import put an edition in force.
func (r *Report) Changed() bool {
	return slices.ContainsFunc(r.Imported, func(i Imported) bool { return i.InForce })
}

// Imported is the edition that a group of files became.
type Imported struct {
	Edition  enduse.Edition
	State    enduse.EditionState
	InForce  bool   // it is the edition in force now
	Replaced string // the digest that it replaced, if any
	Note     string // why it is not in force, if it is not
	Lost     loss   // of the entities of the edition that it replaced
}

// Gone says how many entities of the edition before are missing from this one;
// "" if there was none, or none is missing.
func (i *Imported) Gone() string {
	if i.Lost.gone == 0 {
		return ""
	}
	return i.Lost.String()
}

// Import reads files, and folders one level deep or as deep as they are, into editions and puts them in
// force unless a guard objects. The report says what was imported even if the
// import of other files failed.
func (s *Store) Import(ctx context.Context, paths []string, o ImportOptions) (r Report, err error) {
	if o.Progress == nil {
		o.Progress = func(string) {}
	}
	groups, skipped, err := o.groups(paths)
	r.Skipped = skipped
	if err != nil {
		return r, err
	}
	unlock, err := s.lock()
	if err != nil {
		return r, err
	}
	defer unlock()
	if err := DiskError(errors.Join(sweep(filepath.Join(s.dir, "lists"), 2), sweep(s.dir, 0))); err != nil {
		return r, err
	}
	var errs []error
	for i := range groups {
		im := importer{store: s, group: &groups[i], options: o}
		imported, err := im.run(ctx)
		if err = DiskError(err); err != nil {
			errs = append(errs, &enduse.Error{
				Op: "import " + string(groups[i].format.Source.ID), Code: enduse.CodeOf(err), Err: err, Hint: enduse.HintOf(err),
			})
			continue
		}
		r.Imported = append(r.Imported, imported)
	}
	return r, errors.Join(errs...)
}

// groups sorts the files into groups that each become an edition.
func (o *ImportOptions) groups(paths []string) ([]group, []Skipped, error) {
	if o.Format == nil {
		known, err := ofSource(o.Source, catalog.Formats())
		if err != nil {
			return nil, nil, err
		}
		groups, skipped, err := groupFiles(paths, known, o.Source, o.Recursive)
		if err == nil && len(groups) == 0 {
			err = &enduse.Error{
				Op: "import", Code: enduse.CodeInvalid, Err: errors.New("none of the files is a list in a known format"),
				Hint: "if you know which list it is, name it with --source; for a table of your own, write a mapping and name it with --mapping",
			}
		}
		return groups, skipped, err
	}
	g := group{format: *o.Format}
	files, skipped, err := expandAll(paths, o.Recursive)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		g.files = append(g.files, grouped{f, o.Format.Roles[0].Name})
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

// importer makes an edition of one group of files.
type importer struct {
	store    *Store
	group    *group
	options  ImportOptions
	staging  string // the folder in which the edition is made
	manifest Manifest
	previous *Manifest // of the same edition, if the store had it before
}

// run imports: check, stage, compile, guard, commit, activate.
func (im *importer) run(ctx context.Context) (Imported, error) {
	format := im.group.format
	if err := im.checkSource(); err != nil {
		return Imported{}, err
	}
	missing, err := im.missing()
	if err != nil {
		return Imported{}, err
	}
	if err := im.makeStaging(); err != nil {
		return Imported{}, err
	}
	defer func() { _ = os.RemoveAll(im.staging) }()
	files, err := stageFiles(ctx, im.group, im.staging, im.options.Progress)
	if err != nil {
		return Imported{}, err
	}
	im.newManifest(files, missing)
	c := compilation{
		format: format, set: files.set, folder: im.staging, manifest: &im.manifest,
		acceptShrink: im.options.AcceptShrink, progress: im.options.Progress,
	}
	if err := c.run(ctx); err != nil {
		return Imported{}, err
	}
	if im.own() {
		if err := officials().claim(format.Source, im.store.Today(), im.manifest.OnList); err != nil {
			return Imported{}, err
		}
	}
	if err := im.commit(); err != nil {
		return Imported{}, err
	}
	return im.activate()
}

// own reports whether the files are read by a mapping of the user's.
func (im *importer) own() bool { return im.options.Format != nil }

// checkSource refuses an id that cannot name a folder, and a mapping that claims
// an official list.
func (im *importer) checkSource() error {
	source := im.group.format.Source
	if !list.ValidID(string(source.ID)) {
		return &enduse.Error{Code: enduse.CodeInvalid, Subject: fmt.Sprintf("source %q", source.ID), Err: errUnknownSource, Hint: "name it otherwise"}
	}
	if !im.own() {
		return nil
	}
	return officials().claim(source, im.store.Today(), nil)
}

// missing returns the companion files that are not there. Unless the user
// accepts a partial edition, that is an error.
func (im *importer) missing() ([]string, error) {
	missing, err := im.group.complete()
	if err == nil && len(missing) > 0 && !im.options.Partial {
		err = &enduse.Error{
			Code: enduse.CodeInvalid, Err: fmt.Errorf("companion file missing: %v", missing),
			Hint: "name it too or the folder that holds it; --partial imports without, and the edition then never clears",
		}
	}
	return missing, err
}

// importing is the prefix of the folders in which editions are made.
const importing = ".import-"

// makeStaging makes the folder to build the edition in. The store is locked.
func (im *importer) makeStaging() (err error) {
	parent := im.sourceFolder()
	if err := os.MkdirAll(parent, FolderMode); err != nil {
		return err
	}
	if im.staging, err = os.MkdirTemp(parent, importing+"*"); err != nil {
		return err
	}
	return os.Chmod(im.staging, FolderMode)
}

func (im *importer) sourceFolder() string {
	return filepath.Join(im.store.dir, "lists", string(im.group.format.Source.ID))
}

// newManifest states what is known of the edition before it is read.
func (im *importer) newManifest(staged *staged, missing []string) {
	format, o := &im.group.format, &im.options
	source := format.Source
	e := enduse.Edition{
		Source: source.ID, Title: source.Title, Publisher: source.Publisher, Lists: source.Lists,
		Format: format.ID, Imported: im.store.clock().UTC().Truncate(time.Second), Verified: o.VerifiedAt,
		Files: staged.files, Fixture: source.FixtureOnly || format.FixtureOnly, Digest: digestOf(format.ID, staged.files),
	}
	for _, m := range missing {
		e.Partial = append(e.Partial, m+" is missing")
	}
	if format.Partial != "" {
		e.Partial = append(e.Partial, format.Partial)
	}
	if format.Published != nil {
		e.Published = format.Published(staged.set)
	}
	if o.Published != nil {
		e.Published = o.Published
	}
	if len(staged.endless) > 0 && !im.own() {
		e.Warnings = append(e.Warnings, strings.Join(staged.endless, ", ")+": no mark of its end was seen, so a file cut between two records is known by its count only")
	}
	im.manifest = Manifest{Edition: e, Compiler: compiler, Own: im.own()}
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

// commit renames the finished folder to where editions are kept. If the store
// holds the same edition already, only its manifest is replaced.
func (im *importer) commit() error {
	s, m := im.store, &im.manifest
	if err := writeJSON(filepath.Join(im.staging, manifestFile), m); err != nil {
		return err
	}
	folder := s.folder(m.Source, m.Digest)
	before, err := s.intact(m.Source, m.Digest)
	if err == nil {
		im.previous = &before
	}
	if err == nil && before.Compiled == m.Compiled {
		if m.Verified == nil || before.Verified != nil && before.Verified.After(*m.Verified) {
			m.Verified = before.Verified
		}
		if m.Published == nil {
			m.Published = before.Published
		}
		return writeJSON(filepath.Join(folder, manifestFile), m)
	}
	if err := os.RemoveAll(folder); err != nil { // it does not exist, or it is damaged
		return err
	}
	if err := os.Rename(im.staging, folder); err != nil {
		return err
	}
	return syncDir(filepath.Dir(folder))
}

// activate puts the edition in force unless a guard objects.
func (im *importer) activate() (Imported, error) {
	s, m := im.store, &im.manifest
	out := Imported{Edition: m.Edition, State: m.State(s.clock(), s.maxAge)}
	c, err := s.readCurrent()
	if err != nil {
		return out, err
	}
	now, err := s.ids(*m)
	if err != nil {
		return out, err
	}
	baselinePath := filepath.Join(im.sourceFolder(), "BASELINE")
	base, hasBase := readBaseline(baselinePath)
	out.Replaced = c.Editions[m.Source]
	if out.Replaced != m.Digest && (out.Replaced != "" || hasBase) {
		against := im.against(out.Replaced, now)
		if hasBase {
			against.base = &base
		}
		if out.Note, err = against.guard(&out, im.options); err != nil {
			if failed := s.setRefused(m.Edition, err.Error()); failed != nil {
				return out, errors.Join(err, failed)
			}
			return out, err
		}
		if out.Note != "" {
			return out, nil
		}
	}
	if err := s.setCurrent(m.Source, m.Digest); err != nil {
		return out, err
	}
	out.InForce = true
	whole := len(m.Partial) == 0 && out.State != enduse.StateFailed
	if whole && (!hasBase || im.options.AcceptShrink || s.clock().Sub(base.Accepted) > baselineDays*24*time.Hour) {
		return out, writeJSON(baselinePath, newBaseline(&m.Edition, now, s.clock()))
	}
	return out, nil
}

// against collects what is left of the edition in force.
func (im *importer) against(inForce string, now idSet) comparison {
	s := im.store
	c := comparison{now: now, numbered: !im.manifest.own()}
	if before, err := s.readManifest(s.folder(im.manifest.Source, inForce)); err == nil {
		c.before = &before.Edition
		c.replaced = im.previous != nil && im.previous.Refused == "" && im.previous.Imported.Before(before.Imported)
		if was, err := s.ids(before); err == nil {
			c.was = was
		}
	}
	return c
}

// ids returns the ids of the entities of an edition.
func (s *Store) ids(m Manifest) (idSet, error) {
	b, err := s.EntityLines(m)
	if err != nil {
		return nil, err
	}
	ids, err := idsOf(b)
	if err != nil {
		return nil, damaged(s.EntitiesPath(m.Edition), err)
	}
	return ids, nil
}

// setRefused records why an edition is not to be in force; "" lifts it.
func (s *Store) setRefused(e enduse.Edition, why string) error {
	folder := s.folder(e.Source, e.Digest)
	kept, err := s.readManifest(folder)
	if err != nil || kept.Refused == why {
		return err
	}
	kept.Refused = why
	return writeJSON(filepath.Join(folder, manifestFile), kept)
}
