package edition_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
)

func ExampleStore_Snapshots() {
	dir, err := os.MkdirTemp("", "enduse-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	now := func() time.Time { return time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC) }
	store := edition.Open(dir, now, 72*time.Hour)
	snapshot, err := store.Snapshots().Snapshot(context.Background(), enduse.DateOf(now()))
	if err != nil {
		fmt.Println(err)
		return
	}
	// Nothing is imported: the starter excerpt finds, and clears nothing.
	fmt.Println(snapshot.Stamps[0].Source, len(snapshot.Gaps([]enduse.ListID{"ofac-sdn", "un-sc"})))
	// Output: starter 2
}
