package index

import "sync/atomic"

// lazy keeps what is made of the index's bytes when it is first asked for. It
// forgets everything when it holds too much, and may make a thing twice: what
// is made is always the same.
type lazy[T any] struct {
	size  int
	slots atomic.Pointer[[]atomic.Pointer[T]]
	kept  atomic.Int64
}

// mostKept is how many things a lazy keeps at most.
const mostKept = 1 << 17

func newLazy[T any](size int) *lazy[T] {
	l := &lazy[T]{size: size}
	l.forget()
	return l
}

func (l *lazy[T]) forget() {
	slots := make([]atomic.Pointer[T], l.size)
	l.slots.Store(&slots)
	l.kept.Store(0)
}

func (l *lazy[T]) get(i int32, read func() *T) *T {
	slot := &(*l.slots.Load())[i]
	if t := slot.Load(); t != nil {
		return t
	}
	t := read()
	if l.kept.Add(1) > mostKept {
		l.forget()
		slot = &(*l.slots.Load())[i]
	}
	slot.Store(t)
	return t
}
