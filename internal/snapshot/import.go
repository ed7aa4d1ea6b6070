package snapshot

import (
	"context"

	"github.com/enduse/enduse/internal/edition"
)

// Report says what became of the files of an import, and of the index.
type Report struct {
	edition.Report
	// NotIndexed says why the index of the new editions was not built or not
	// kept. The editions are in force all the same: the next search builds it.
	NotIndexed error
}

// Import reads files into editions, puts them in force unless a guard objects,
// and builds their index, so that the next search need not. The report says what
// was imported even if the import of other files failed.
func (l *Lists) Import(ctx context.Context, paths []string, o edition.ImportOptions) (Report, error) {
	imported, err := l.store.Import(ctx, paths, o)
	r := Report{Report: imported}
	if r.Changed() {
		r.NotIndexed = l.BuildIndex(ctx, o.Progress)
	}
	return r, err
}

// BuildIndex builds and keeps the index of the editions in force, unless it is
// kept already. It calls progress, which may be nil, with each step.
func (l *Lists) BuildIndex(ctx context.Context, progress func(string)) error {
	if progress == nil {
		progress = silent
	}
	made, err := l.load(ctx, request{day: l.store.Today(), maxDelta: compactFrom, progress: progress})
	if err == nil {
		err = made.notKept
	}
	return edition.DiskError(err)
}
