package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Limits bound the work. The zero value is what fits short values.
type Limits struct {
	Workers int // values that are worked on at once; 0: as many as there are cores
	Ahead   int // values that are taken ahead of the one handed on; 0: 64 for each worker
}

// Map yields f of each value of in, in their order. After the context has ended it
// yields nothing more: the caller asks the context why.
func Map[In, Out any](ctx context.Context, in iter.Seq[In], l Limits, f func(context.Context, In) Out) iter.Seq[Out] {
	if l.Workers == 0 {
		l.Workers = runtime.GOMAXPROCS(0)
	}
	if l.Ahead == 0 {
		l.Ahead = 64 * l.Workers
	}
	type job struct {
		in  In
		out chan Out
	}
	return func(yield func(Out) bool) {
		var broken failure
		defer broken.repeat()
		var running sync.WaitGroup
		defer running.Wait()
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		todo, inOrder := make(chan job, l.Workers), make(chan job, l.Ahead)
		for range l.Workers {
			running.Go(func() {
				defer broken.catch(cancel)
				for j := range todo {
					j.out <- f(ctx, j.in)
				}
			})
		}
		running.Go(func() {
			defer close(inOrder)
			defer close(todo)
			defer broken.catch(cancel)
			for v := range in {
				j := job{v, make(chan Out, 1)}
				for _, c := range []chan job{inOrder, todo} {
					select {
					case c <- j:
					case <-ctx.Done():
						return
					}
				}
			}
		})
		for j := range inOrder {
			select {
			case out := <-j.out:
				if ctx.Err() != nil || !yield(out) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// failure is the first panic of a goroutine. The caller's goroutine repeats it, where
// it can be recovered.
type failure struct {
	once sync.Once
	why  any
}

// catch keeps a panic and ends the others.
func (f *failure) catch(cancel func()) {
	if why := recover(); why != nil {
		f.once.Do(func() { f.why = why })
		cancel()
	}
}

func (f *failure) repeat() {
	if f.why != nil {
		panic(f.why)
	}
}
