package snapshot_test

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/snapshot"
)

func ExampleLists() {
	dir, err := os.MkdirTemp("", "enduse-*")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	now := func() time.Time { return time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC) }
	store := edition.Open(dir, now, 72*time.Hour)
	today, err := snapshot.New(store).Snapshot(context.Background(), enduse.DateOf(now()))
	if err != nil {
		fmt.Println(err)
		return
	}
	// Nothing is imported: the starter excerpt finds, and clears nothing.
	fmt.Println(today.Stamps[0].Source, len(today.Gaps([]enduse.ListID{"ofac-sdn", "un-sc"})))
	// Output: starter 2
}
