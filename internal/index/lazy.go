package index

import "sync/atomic"

// lazy makes values from the bytes of the index when they are first needed, and keeps
// them. It forgets everything when it holds too much, and may make a value twice, with
// the same result.
type lazy[T any] struct {
	size  int
	pages atomic.Pointer[[]atomic.Pointer[page[T]]]
	kept  atomic.Int64
}

// page has room for some neighbours. It is made when the first of them is kept,
// so that opening an index takes no time for the many that are never asked for.
type page[T any] [1 << pageBits]atomic.Pointer[T]

const pageBits = 9

// maxKept is how many things a lazy keeps at most.
const maxKept = 1 << 17

func newLazy[T any](size int) *lazy[T] {
	l := &lazy[T]{size: size}
	l.forget()
	return l
}

func (l *lazy[T]) forget() {
	pages := make([]atomic.Pointer[page[T]], l.size>>pageBits+1)
	l.pages.Store(&pages)
	l.kept.Store(0)
}

func (l *lazy[T]) get(i int32, read func() *T) *T {
	if t := l.slot(i).Load(); t != nil {
		return t
	}
	t := read()
	if l.kept.Add(1) > maxKept {
		l.forget()
	}
	l.slot(i).Store(t)
	return t
}

func (l *lazy[T]) slot(i int32) *atomic.Pointer[T] {
	of := &(*l.pages.Load())[i>>pageBits]
	p := of.Load()
	if p == nil {
		p = &page[T]{}
		if !of.CompareAndSwap(nil, p) {
			p = of.Load()
		}
	}
	return &p[i&(1<<pageBits-1)]
}
