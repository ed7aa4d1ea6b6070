package edition

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"github.com/enduse/enduse"
)

// Store keeps the editions of a data directory. Several programs may read it
// while one imports.
type Store struct {
	dir    string
	clock  enduse.Clock
	maxAge time.Duration
}

// Open returns the store of a data directory, which need not exist yet.
// Editions older than maxAge are stale.
func Open(dir string, clock enduse.Clock, maxAge time.Duration) *Store {
	return &Store{dir: dir, clock: clock, maxAge: maxAge}
}

// Dir returns the data directory.
func (s *Store) Dir() string { return s.dir }

// Today returns the day of the store's clock.
func (s *Store) Today() enduse.Date { return enduse.DateOf(s.clock()) }

// current is the content of the file CURRENT.
type current struct {
	Format   int                        `json:"format"`
	Editions map[enduse.SourceID]string `json:"editions"` // the digest in force, by source
}

// currentFormat is the version of the file CURRENT.
const currentFormat = 1

func (s *Store) currentPath() string { return filepath.Join(s.dir, "CURRENT") }

// readCurrent returns the editions in force. A store without editions has no
// such file.
func (s *Store) readCurrent() (current, error) {
	c := current{Format: currentFormat, Editions: map[enduse.SourceID]string{}}
	b, err := os.ReadFile(s.currentPath())
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err == nil {
		err = json.Unmarshal(b, &c)
	}
	if c.Editions == nil {
		c.Editions = map[enduse.SourceID]string{}
	}
	if err == nil && c.Format != currentFormat {
		err = fmt.Errorf("format %d is not the %d of this program", c.Format, currentFormat)
	}
	if err != nil {
		return c, unreadable(s.currentPath(), err, "delete the file and import the lists again")
	}
	return c, nil
}

// setCurrent puts an edition in force.
func (s *Store) setCurrent(source enduse.SourceID, digest string) error {
	c, err := s.readCurrent()
	if err != nil {
		return err
	}
	c.Editions[source] = digest
	return writeJSON(s.currentPath(), c)
}

// folder is where an edition is kept.
func (s *Store) folder(source enduse.SourceID, digest string) string {
	return filepath.Join(s.dir, "lists", string(source), folderName(digest))
}

// folderName is 32 hex digits of a digest and the version of the compiler: an
// edition that is compiled again does not touch the folder that others read.
func folderName(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return fmt.Sprintf("%s-%d", hex[:min(len(hex), 32)], compiler)
}

// Manifest is what the store knows of an edition: the content of edition.json.
type Manifest struct {
	enduse.Edition
	Compiled string `json:"compiled"` // digest of entities.ndjson
	Compiler int    `json:"compiler"` // version of the program part that wrote it
	// Refused says why a guard kept the edition out of force. An edition that was
	// never in force is not the edition of any day.
	Refused string `json:"refused,omitempty"`
	// Own reports that the edition was read by a mapping of the user's.
	Own bool `json:"own,omitempty"`
	// OnList counts its entities by legal list.
	OnList map[enduse.ListID]int `json:"on_list,omitempty"`
}

// compiler is the version of the form of entities.ndjson and of what the
// importers extract from the raw files. Raise it when either changes.
const compiler = 1

// manifestFile is the name of the file of an edition's manifest.
const manifestFile = "edition.json"

// readManifest reads edition.json. A confirmation in the future is ignored and
// becomes a warning.
func (s *Store) readManifest(folder string) (Manifest, error) {
	var e Manifest
	path := filepath.Join(folder, manifestFile)
	b, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(b, &e)
	}
	if err != nil {
		return e, unreadable(path, err, "import the list again")
	}
	if e.Verified != nil && e.Verified.After(s.clock().Add(clockSlack)) {
		e.Warnings = append(e.Warnings, "confirmed at "+e.Verified.Format(time.RFC3339)+", which is to come: a clock was wrong; not counted")
		e.Verified = nil
	}
	return e, nil
}

// clockSlack is the difference between two clocks that is tolerated.
const clockSlack = 10 * time.Minute

// Status is an edition with what it may be used for.
type Status struct {
	Manifest
	State   enduse.EditionState
	Current bool  // it is the one in force
	Problem error // why it cannot be loaded, if it cannot
}

// Editions returns every edition in the store, by source, the newest first.
func (s *Store) Editions() ([]Status, error) {
	c, err := s.readCurrent()
	if err != nil {
		return nil, err
	}
	folders, err := s.folders()
	if err != nil {
		return nil, err
	}
	var out []Status
	for _, f := range folders {
		e, err := s.readManifest(f)
		st := Status{Manifest: e, Problem: err}
		if err != nil {
			st.Source = enduse.SourceID(filepath.Base(filepath.Dir(f)))
			st.State = enduse.StateFailed
			st.Current = folderName(c.Editions[st.Source]) == filepath.Base(f)
		} else {
			st.State = e.State(s.clock(), s.maxAge)
			st.Current = c.Editions[e.Source] == e.Digest
		}
		out = append(out, st)
	}
	out = append(out, s.missing(c, out)...)
	slices.SortStableFunc(out, newestFirst)
	return out, nil
}

// folders returns the folders of all editions. It reads directories instead of
// matching a pattern, because the path of the data directory may hold any
// character. Names that begin with a dot belong to interrupted imports.
func (s *Store) folders() (out []string, err error) {
	root := filepath.Join(s.dir, "lists")
	sources, err := folderNames(root)
	if err != nil {
		return nil, err
	}
	for _, source := range sources {
		editions, err := folderNames(filepath.Join(root, source))
		if err != nil {
			return nil, err
		}
		for _, e := range editions {
			folder := filepath.Join(root, source, e)
			if _, err := os.Lstat(filepath.Join(folder, manifestFile)); err == nil {
				out = append(out, folder)
			}
		}
	}
	return out, nil
}

// folderNames returns the names of the folders in a folder, sorted; none if the
// folder does not exist.
func folderNames(path string) (out []string, err error) {
	entries, err := os.ReadDir(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(path, err, "check that it is a folder")
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && (e.IsDir() || e.Type()&fs.ModeSymlink != 0) {
			out = append(out, e.Name())
		}
	}
	return out, nil
}

// missing returns the editions that CURRENT names but the store does not hold.
func (s *Store) missing(c current, have []Status) (out []Status) {
	for source, digest := range c.Editions {
		if !slices.ContainsFunc(have, func(st Status) bool { return st.Current && st.Source == source }) {
			out = append(out, Status{
				Manifest: Manifest{Edition: enduse.Edition{Source: source, Digest: digest}},
				State:    enduse.StateFailed, Current: true,
				Problem: &enduse.Error{
					Op: "lists", Code: enduse.CodeCorrupt, Subject: s.folder(source, digest),
					Err: errors.New("the edition in force is not there"), Hint: "import the list again",
				},
			})
		}
	}
	return out
}

// newestFirst orders editions by source, the one in force first, then by date
// of publication and date of import.
func newestFirst(a, b Status) int {
	if c := strings.Compare(string(a.Source), string(b.Source)); c != 0 {
		return c
	}
	if a.Current != b.Current {
		if a.Current {
			return -1
		}
		return 1
	}
	if a.Published != nil && b.Published != nil {
		if c := b.Published.First().Compare(a.Published.First()); c != 0 {
			return c
		}
	}
	return b.Imported.Compare(a.Imported)
}

func lockError(err error) error {
	err = DiskError(err)
	hint := enduse.HintOf(err)
	if hint == "" {
		hint = hintWrite
	}
	return &enduse.Error{Op: "lists", Code: enduse.CodeInternal, Err: err, Hint: hint}
}

// lock prevents a second import while one runs. Readers need no lock.
func (s *Store) lock() (unlock func(), err error) {
	if err := os.MkdirAll(s.dir, FolderMode); err != nil {
		return nil, lockError(err)
	}
	l := flock.New(filepath.Join(s.dir, "LOCK"), flock.SetPermissions(FileMode))
	ok, err := l.TryLock()
	if err != nil {
		return nil, lockError(err)
	}
	if !ok {
		return nil, &enduse.Error{
			Op: "lists", Code: enduse.CodeConflict, Subject: s.dir,
			Err: errors.New("another process is importing lists"), Hint: "wait for it to end, then try again",
		}
	}
	return func() { _ = l.Unlock() }, nil
}
