package engine

import (
	"context"
	"errors"
	"iter"
	"math"
	"os"
	"strconv"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/mapped"
	"github.com/enduse/enduse/wire"
)

// Lists are the lists of the data directory: their editions, entities and changes.
type Lists struct{ engine *Engine }

// Lists returns the lists of the data directory.
func (e *Engine) Lists() Lists { return Lists{e} }

// Folder is the data directory.
func (l Lists) Folder() string { return l.engine.config.Data }

// Status returns the editions in force, or with all every edition in the store.
func (l Lists) Status(all bool) ([]*wire.ListStatus, error) {
	editions, err := l.engine.store.InForce(l.engine.store.Today())
	if all && err == nil {
		editions, err = l.engine.store.Editions()
	}
	if err != nil {
		return nil, err
	}
	out := make([]*wire.ListStatus, 0, len(editions))
	for _, e := range editions {
		out = append(out, statusOf(e, l.engine.config.Clock()))
	}
	return out, nil
}

func statusOf(st edition.Status, now time.Time) *wire.ListStatus {
	e := st.Edition
	out := &wire.ListStatus{
		Source: e.Source, Title: e.Title, Publisher: e.Publisher, Entities: e.Counts.Entities, Names: e.Counts.Names,
		Aliases: e.Counts.Aliases, Identifiers: e.Counts.Identifiers, Addresses: e.Counts.Addresses, Records: e.Counts.Records,
		FaultCount: e.Counts.Faults, Unread: e.Counts.Unread, State: st.State, Verified: "real-files",
		Lists: e.Lists, Files: e.Files, Warnings: append(append([]string{}, e.Partial...), e.Warnings...), Faults: append([]enduse.RecordFault{}, e.Faults...),
		Edition: wire.ListEdition{Digest: e.Digest, Published: e.Published, Newest: e.Newest, InForce: st.Current},
	}
	if !e.Imported.IsZero() {
		out.Edition.Fetched = timeText(e.Imported)
	}
	if e.Verified != nil {
		out.Edition.Verified = timeText(*e.Verified)
	}
	if age, ok := e.Age(now); ok {
		hours := math.Round(age.Hours()*10) / 10
		out.AgeHours = &hours
	}
	if e.Fixture {
		out.Verified = "fixture-only"
	}
	if e.EntriesAreOld(now) {
		out.Warnings = append(out.Warnings, "newest entry is of "+monthOf(*e.Newest)+": look whether the publisher has a later file")
	}
	if st.Problem != nil {
		out.Warnings = append(out.Warnings, st.Problem.Error())
	}
	return out
}

// monthOf writes a date as people read it: Jul 2019, or 2019.
func monthOf(d enduse.Date) string {
	if d.Precision() == enduse.PrecisionYear {
		return d.First().Format("2006")
	}
	return d.First().Format("Jan 2006")
}

func timeText(t time.Time) *string {
	text := t.Format("2006-01-02T15:04:05Z")
	return &text
}

// Lacking returns the lists that the policy requires and that are not whole and fresh:
// with one of them no record is clear.
func (l Lists) Lacking() (lacking []enduse.ListID, err error) {
	lists, err := l.engine.store.Lists()
	if err != nil {
		return nil, err
	}
	for _, id := range l.engine.policy.RequiredLists {
		if lists[id] != enduse.StateFresh {
			lacking = append(lacking, id)
		}
	}
	return lacking, nil
}

// Show returns an entity of the editions in force with its raw record.
func (l Lists) Show(ctx context.Context, id enduse.EntityID) (*wire.Entity, error) {
	e, err := l.engine.snapshots.Show(ctx, id)
	if err != nil {
		return nil, err
	}
	raw, err := l.engine.store.Raw(e)
	if err != nil {
		return nil, err
	}
	out := wire.FromEntity(e)
	out.Raw = &raw
	return &out, nil
}

// Named returns the entities of the editions in force that a name, or a number, matches,
// the best first, each with its raw record.
func (l Lists) Named(ctx context.Context, text string) (all []*wire.Entity, err error) {
	v, err := l.engine.Check(ctx, text, enduse.Party{})
	if err != nil {
		return nil, err
	}
	for _, p := range v.Parties {
		for i := range p.Hits {
			e, err := l.Show(ctx, p.Hits[i].Entity.ID)
			if err != nil {
				return nil, err
			}
			all = append(all, e)
		}
	}
	if len(all) == 0 {
		return nil, &enduse.Error{
			Op: "lists show", Code: enduse.CodeNotFound, Subject: text, Err: errors.New("no entity with this id or a name like it in the editions in force"),
			Hint: "enduse check " + strconv.Quote(text) + " --min-score 0.4",
		}
	}
	return all, nil
}

// Entities yields the entities of the editions that are named (SOURCE, SOURCE@DIGEST,
// SOURCE@previous), by default of all in force. One edition that cannot be loaded is
// an error: what is missing from an export is not seen in it.
func (l Lists) Entities(ctx context.Context, editions ...string) iter.Seq2[*enduse.Entity, error] {
	return func(yield func(*enduse.Entity, error) bool) {
		chosen, err := l.editions(editions)
		for _, e := range chosen {
			var all []*enduse.Entity
			if err = ctx.Err(); err == nil {
				all, err = l.engine.store.Entities(e)
			}
			if err != nil {
				break
			}
			for _, entity := range all {
				if !yield(entity, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func (l Lists) editions(refs []string) (out []enduse.Edition, err error) {
	for _, ref := range refs {
		e, err := l.engine.store.Find(ref)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	if len(refs) > 0 {
		return out, nil
	}
	all, err := l.engine.store.InForce(l.engine.store.Today())
	if err != nil {
		return nil, err
	}
	for _, st := range all {
		if st.Problem != nil {
			return nil, st.Problem
		}
		out = append(out, st.Edition)
	}
	return out, nil
}

// Diff compares two editions of a source, field by field. to is "" for the one in
// force.
func (l Lists) Diff(from, to string) (*wire.Diff, error) {
	before, err := l.engine.store.Find(from)
	if err != nil {
		return nil, err
	}
	if to == "" {
		to = string(before.Source)
	}
	after, err := l.engine.store.Find(to)
	if err != nil {
		return nil, err
	}
	d, err := l.engine.store.Diff(before, after)
	return &d, err
}

// Use puts an edition of the store in force: the way back from an import.
func (l Lists) Use(ref string) (enduse.Edition, error) {
	e, err := l.engine.store.Find(ref)
	if err != nil {
		return e, err
	}
	return e, l.engine.store.Use(e)
}

// ListImport says what files of a list are.
type ListImport struct {
	Mapping      string       // mapping file (YAML) of a table of one's own; "" recognises the format by the content
	Source       string       // the list that the files are, where they are not recognised
	Partial      bool         // import although a companion file is missing; such an edition never clears
	VerifiedAt   *time.Time   // when the publisher last confirmed these bytes as current
	Published    *enduse.Date // where the files do not say it
	AcceptShrink bool         // take an edition with far fewer entities than the one in force
	Recursive    bool         // enter folders in folders
	Progress     func(string) // is given what is being done; nil is nobody
}

// ListImported is what became of the files of one source.
type ListImported struct {
	Edition enduse.Edition
	State   enduse.EditionState
	Note    string // why it is not in force; "" if it is
	Gone    string // the entities of the edition before that are not in this one; "" for none
}

// ImportReport says what an import did.
type ImportReport struct {
	Imported []ListImported
	Skipped  []string // files that belong to no list, and why
	// NotIndexed is why the index was not made; the next search makes it.
	NotIndexed error
}

// Import reads files and folders of official lists, or of a table with a mapping,
// into editions, and makes the index. The editions before stay in force until all of
// a new one is on the disk. The report says what was done, also where there is an
// error.
func (l Lists) Import(ctx context.Context, paths []string, o ListImport) (ImportReport, error) {
	var report ImportReport
	format, err := formatOf(o)
	if err != nil {
		return report, err
	}
	done, err := l.engine.snapshots.Import(ctx, paths, edition.ImportOptions{
		Format: format, Source: o.Source, Mapping: o.Mapping, Partial: o.Partial, VerifiedAt: o.VerifiedAt,
		Published: o.Published, AcceptShrink: o.AcceptShrink, Recursive: o.Recursive, Progress: o.Progress,
	})
	for _, i := range done.Imported {
		report.Imported = append(report.Imported, ListImported{Edition: i.Edition, State: i.State, Note: i.Note, Gone: i.Gone()})
	}
	for _, s := range done.Skipped {
		report.Skipped = append(report.Skipped, s.Path+": "+s.Why)
	}
	report.NotIndexed = done.NotIndexed
	return report, err
}

func formatOf(o ListImport) (*list.Format, error) {
	if o.Mapping == "" {
		return nil, nil //nolint:nilnil // it is recognised
	}
	b, err := os.ReadFile(o.Mapping)
	if err != nil {
		return nil, &enduse.Error{Op: "--mapping", Code: enduse.CodeInvalid, Err: err, Hint: "see docs/mappings.md"}
	}
	m, err := mapped.Parse(b)
	if err != nil {
		return nil, &enduse.Error{Op: o.Mapping, Code: enduse.CodeOf(err), Err: err, Hint: enduse.HintOf(err)}
	}
	format := m.Format()
	return &format, nil
}
