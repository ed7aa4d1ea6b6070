package engine

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/ordered"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/document"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/wire"
)

// The bounds of what is read of a document, in bytes: of its file and of its text.
const (
	MaxDocumentBytes = document.MaxBytes
	MaxDocumentText  = document.MaxText
)

// Reader reads documents and looks for the names of the lists in force when it was
// opened.
type Reader struct {
	reader reading.Reader
	stamp  wire.ReadingStamp
	gaps   []enduse.Gap
	entity func(enduse.EntityID) *enduse.Entity
}

// Reader returns a reader of documents with the lists in force today.
func (e *Engine) Reader(ctx context.Context) (*Reader, error) {
	day := e.today()
	snapshot, err := e.snapshots.Snapshot(ctx, day)
	if err != nil {
		return nil, err
	}
	var lexicons []*goods.Lexicon
	if l := e.tables.Lexicon(); l != nil {
		lexicons = append(lexicons, l)
	}
	names := entity.NewLists(snapshot.Index, screen.MatcherOf(e.policy, snapshot.Index))
	return &Reader{
		reader: reading.Reader{Finder: reading.NewFinder(names, lexicons...)},
		stamp:  wire.ReadingStamp{Engine: e.config.Version, AsOf: day, Editions: snapshot.Stamps},
		gaps:   snapshot.Gaps(e.policy.RequiredLists),
		entity: snapshot.Index.ByID,
	}, nil
}

// Read reads the documents of a file (text, HTML, PDF, mail, DOCX, RSS or Atom): who
// is reported to have said what, which listed parties and goods it names, which
// corridor it is about. What was read before an error is returned with it.
func (e *Engine) Read(ctx context.Context, name string, file io.Reader) ([]*wire.Reading, error) {
	r, err := e.Reader(ctx)
	if err != nil {
		return nil, err
	}
	return r.Read(ctx, name, file)
}

// Gaps are the required lists whose names are not all looked for.
func (r *Reader) Gaps() []enduse.Gap { return r.gaps }

// Read reads the documents of a file; see Engine.Read.
func (r *Reader) Read(ctx context.Context, name string, file io.Reader) ([]*wire.Reading, error) {
	found, err := r.reader.Read(ctx, name, file)
	out := make([]*wire.Reading, 0, len(found))
	for i := range found {
		out = append(out, r.wire(&found[i]))
		found[i] = reading.Reading{} // its text may be long
	}
	return out, err
}

// Fault returns the reading of a document that could not be read.
func (r *Reader) Fault(err error) *wire.Reading {
	out := wire.NewReading(r.stamp, r.gaps)
	fault := wire.FaultOf(err)
	out.Error = &fault
	return out
}

// FileReading is what the documents of a file say. An error says what could not be
// read; the documents before it are there.
type FileReading struct {
	File     string
	Readings []*wire.Reading
	Err      error

	long bool // it holds the place of the one long file
}

// longFile is the size in bytes from which a file is read while no other long one is:
// a reading needs about a hundred times the memory of its text.
const longFile = 2 << 20

// ReadAll reads files ahead of the caller, as many at once as there are cores, and
// yields what they say in their order; "-" is stdin. After the context has ended it
// yields nothing more.
func (r *Reader) ReadAll(ctx context.Context, files []string, stdin io.Reader) iter.Seq[FileReading] {
	cores := runtime.GOMAXPROCS(0)
	return func(yield func(FileReading) bool) {
		long := make(chan struct{}, 1) // held by the one long file
		source := func(next func(FileReading) bool) {
			for _, file := range files {
				f := FileReading{File: file, long: isLong(file)}
				if f.long {
					select {
					case long <- struct{}{}:
					case <-ctx.Done():
						return
					}
				}
				if !next(f) {
					return
				}
			}
		}
		for f := range ordered.Map(ctx, source, ordered.Limits{Workers: cores, Ahead: 2 * cores}, func(ctx context.Context, f FileReading) FileReading {
			f.Readings, f.Err = r.readFile(ctx, f.File, stdin)
			return f
		}) {
			if !yield(f) {
				return
			}
			if f.long {
				<-long
			}
		}
	}
}

// isLong reports whether a file is long, or may be.
func isLong(file string) bool {
	info, err := os.Stat(file)
	return err == nil && (!info.Mode().IsRegular() || info.Size() > longFile)
}

func (r *Reader) readFile(ctx context.Context, file string, stdin io.Reader) ([]*wire.Reading, error) {
	if file == "-" {
		return r.Read(ctx, "standard input", stdin)
	}
	if info, err := os.Stat(file); err == nil && info.Mode()&(fs.ModeSocket|fs.ModeDevice) != 0 {
		return nil, readFault(file, errors.New("it is a device or a socket"), "name a file, a folder, or - for standard input")
	}
	f, err := os.Open(file)
	if err != nil {
		if path, ok := errors.AsType[*fs.PathError](err); ok {
			err = path.Err
		}
		return nil, readFault(file, err, "check the path")
	}
	defer func() { _ = f.Close() }() // it was only read
	return r.Read(ctx, file, f)
}

// readFault is an error of a file, with what to do.
func readFault(subject string, err error, hint string) error {
	if _, said := errors.AsType[*enduse.Error](err); said {
		return err
	}
	return &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: subject, Err: err, Hint: hint}
}

// DocumentFiles lists the files that are named and those in the folders that are
// named, without hidden ones, in their order.
func DocumentFiles(paths []string) (out []string, err error) {
	for _, arg := range paths {
		info, statErr := os.Stat(arg)
		if arg == "-" || statErr != nil || !info.IsDir() {
			out = append(out, arg)
			continue
		}
		before := len(out)
		err = filepath.WalkDir(arg, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil || path == arg || !strings.HasPrefix(e.Name(), "."):
			case e.IsDir():
				return fs.SkipDir
			default:
				return nil
			}
			if err == nil && e.Type().IsRegular() {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			return nil, readFault(arg, err, "check the folder")
		}
		if len(out) == before {
			return nil, readFault(arg, errors.New("the folder holds no files"), "name a file or another folder")
		}
	}
	return out, nil
}

// wire puts a reading into the form of the contract.
func (r *Reader) wire(d *reading.Reading) *wire.Reading {
	out := wire.NewReading(r.stamp, r.gaps)
	out.Title, out.Source, out.Language, out.Text, out.Relevance, out.Warnings = d.Title, d.Source, d.Language, d.Text, round(d.Relevance), d.Warnings
	out.Boilerplate = append(out.Boilerplate, d.Boilerplate...)
	if !d.Published.IsZero() {
		out.Published = d.Published.String()
	}
	for i := range d.Statements {
		out.Statements = append(out.Statements, statementOf(&d.Statements[i]))
	}
	for i := range d.Mentions {
		out.Mentions = append(out.Mentions, r.mention(&d.Mentions[i]))
	}
	for _, c := range d.Corridors {
		out.Corridors = append(out.Corridors, wire.Corridor{From: c.From, To: c.To, Start: c.Start, End: c.End})
	}
	for _, t := range d.Topics {
		out.Topics = append(out.Topics, wire.Topic{ID: t.ID, Score: round(t.Score), Phrases: t.Phrases})
	}
	for _, e := range d.Edits {
		out.Repairs = append(out.Repairs, wire.Repair{Kind: string(e.Kind), Was: d.Extracted[e.Start:e.End], Start: e.From, End: e.To})
	}
	return out
}

func statementOf(s *attribution.Statement) wire.Statement {
	out := wire.Statement{
		Speaker: wire.Speaker{Surface: s.Speaker.Surface, Resolved: s.Speaker.Resolved, Start: s.Speaker.Start, End: s.Speaker.End, Uncertain: s.Speaker.Uncertain},
		Verb:    string(s.Class), Written: s.Verb, Kind: string(s.Kind), Modality: string(s.Modality), Events: []string{},
		Text: s.Text, Addressee: s.Addressee, Start: s.Start, End: s.End,
	}
	for _, e := range s.Events {
		out.Events = append(out.Events, string(e))
	}
	return out
}

func (r *Reader) mention(m *entity.Mention) wire.Mention {
	out := wire.Mention{
		Surface: m.Surface, Kind: string(m.Kind), Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain, Why: m.Why, Country: m.Country, Office: m.Office,
	}
	for i := range m.Parties {
		out.Listed = append(out.Listed, r.listing(&m.Parties[i]))
	}
	for _, l := range m.Leads {
		out.Leads = append(out.Leads, wire.Lead{Category: l.Category, Codes: l.Codes, Citation: l.Citation})
	}
	return out
}

func (r *Reader) listing(l *entity.Listing) wire.Listing {
	out := wire.Listing{
		Entity: string(l.Entity), List: l.List, Name: l.Name, Caption: l.Name, Score: round(l.Score),
		Programs: []string{}, Measures: []enduse.Measure{}, Basis: []string{}, Evidence: append([]enduse.Evidence{}, l.Evidence...),
	}
	e := r.entity(l.Entity)
	if e == nil {
		return out
	}
	out.Source, out.Record, out.Caption = string(e.Source), e.Record, e.Caption()
	out.Programs, out.Measures = append(out.Programs, e.Programs()...), append(out.Measures, e.Measures()...)
	for _, d := range e.Designations {
		if d.Basis != "" && !slices.Contains(out.Basis, d.Basis) {
			out.Basis = append(out.Basis, d.Basis)
		}
		if out.URL == "" {
			out.URL = d.URL
		}
	}
	return out
}

// round keeps six decimals, as wire does.
func round(v float64) float64 { return math.Round(v*1e6) / 1e6 }
