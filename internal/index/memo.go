package index

import "sync"

// memo keeps results by their keys, for several goroutines at once. It is divided into
// shards. A shard forgets everything when it holds too much.
type memo[K comparable, V any] struct {
	hash   func(K) uint64
	shards [1 << shardBits]shard[K, V]
}

type shard[K comparable, V any] struct {
	mu   sync.RWMutex
	kept map[K]V
}

const (
	shardBits = 5
	// memoWords is how many words a memo keeps at most.
	memoWords = 1 << 17
)

func (m *memo[K, V]) shard(key K) *shard[K, V] { return &m.shards[m.hash(key)>>(64-shardBits)] }

func (m *memo[K, V]) get(key K) (V, bool) {
	s := m.shard(key)
	s.mu.RLock()
	defer s.mu.RUnlock()
	v, ok := s.kept[key]
	return v, ok
}

func (m *memo[K, V]) put(key K, v V) {
	s := m.shard(key)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept == nil || len(s.kept) >= memoWords>>shardBits {
		s.kept = map[K]V{}
	}
	s.kept[key] = v
}
