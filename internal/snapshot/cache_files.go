package snapshot

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/sectionfile"
)

// The files of the folder "index":
//
//	<state>.<number>.segments  the manifests of a state, the newest with the highest number
//	<state>-<random>.idx       segments, in use while a manifest names them
//	LOCK                       held by the process that writes
const (
	manifestSuffix = ".segments"
	segmentSuffix  = ".idx"
)

// maxManifests is the number of manifests that are kept: today's, and earlier ones
// that a running program may still have open.
const maxManifests = 3

var errBusy = errors.New("another process is writing the index")

func newSegmentName(key string) string {
	return key[:16] + "-" + strings.ToLower(rand.Text()[:8]) + segmentSuffix
}

func (c *indexCache) manifestName(key string, n int) string {
	return filepath.Join(c.folder, fmt.Sprintf("%s.%d%s", key, n, manifestSuffix))
}

// freeManifest is the path of the next manifest of a state.
func (c *indexCache) freeManifest(key string) string {
	n := 0
	for _, path := range c.manifestsOf(key) {
		n = max(n, numberOf(path))
	}
	return c.manifestName(key, n+1)
}

// numberOf is the number of a manifest.
func numberOf(path string) (n int) {
	name := strings.TrimSuffix(filepath.Base(path), manifestSuffix)
	_, number, _ := strings.Cut(name, ".")
	_, _ = fmt.Sscan(number, &n)
	return n
}

// manifestsOf returns the manifests of a state, the newest first.
func (c *indexCache) manifestsOf(key string) []string {
	var out []string
	for _, path := range c.manifests() {
		if strings.HasPrefix(filepath.Base(path), key+".") {
			out = append(out, path)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Compare(numberOf(b), numberOf(a)) })
	return out
}

// manifests returns all manifests, the most recent first.
func (c *indexCache) manifests() []string {
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return nil // there are none yet
	}
	made := map[string]int64{}
	var out []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || strings.HasPrefix(e.Name(), ".") || filepath.Ext(e.Name()) != manifestSuffix {
			continue
		}
		path := filepath.Join(c.folder, e.Name())
		made[path] = info.ModTime().UnixNano()
		out = append(out, path)
	}
	slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(made[b], made[a]) })
	return out
}

// nearest returns the kept index whose base differs least from a state, counted
// in entities of the parts that are not the same; or nil.
func (c *indexCache) nearest(ctx context.Context, st state) *openIndex {
	type near struct {
		path, key string
		changed   int
	}
	var all []near
	for _, path := range c.manifests() {
		m, err := readManifest(ctx, path)
		if err != nil {
			continue
		}
		if m.State.Program == st.Program {
			all = append(all, near{path, m.State.key(), distance(st, m.BaseParts)})
		}
		m.close()
	}
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.changed, b.changed) })
	for _, n := range all {
		if n.changed == math.MaxInt {
			return nil
		}
		if x, err := c.load(ctx, n.path, n.key); err == nil {
			return x
		}
	}
	return nil
}

// distance counts the entities in parts that are not the same. It is MaxInt if no
// part of the two can have anything in common.
func distance(st state, before []statedPart) (n int) {
	parts, gone := st.changed(before)
	for _, p := range parts {
		n += p.Entities
	}
	common := false
	for _, p := range before {
		left := slices.Contains(gone, p.Name)
		common = common || !left
		if left {
			n += p.Entities
		}
	}
	if !common {
		return math.MaxInt
	}
	return n
}

// forget deletes all manifests but the newest few, then the segments that no
// manifest names. A mapped file stays readable on systems that allow deleting it.
// The caller holds the lock, so unfinished files are abandoned ones.
func (c *indexCache) forget(ctx context.Context, but string) {
	_ = sectionfile.RemoveTemporary(c.folder)
	named := map[string]bool{}
	kept := 1
	for _, path := range c.manifests() {
		if path != but && kept == maxManifests {
			_ = os.Remove(path)
			continue
		}
		m, err := readManifest(ctx, path)
		if err != nil {
			_ = os.Remove(path)
			continue
		}
		if path != but {
			kept++
		}
		for _, s := range m.segments() {
			named[s.Name] = true
		}
		m.close()
	}
	entries, err := os.ReadDir(c.folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), segmentSuffix) && !named[e.Name()] {
			_ = os.Remove(filepath.Join(c.folder, e.Name()))
		}
	}
}
