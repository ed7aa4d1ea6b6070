// Package ordered does the same work on many values at once and hands on what comes
// of it in the order of the values:
//
//	for result := range ordered.Map(ctx, records, ordered.Limits{}, screen) { ... }
//
// # How it works
//
// One goroutine takes values from the source and queues them; as many workers as
// there are cores work on them; the caller's goroutine takes the results from the
// queue in order. The queue bounds how far the source is read ahead.
//
// # Invariants
//
//   - Results come in the order of their values, one for each.
//   - When the caller stops, or the context ends, all goroutines have ended before the
//     iteration returns: nothing reads the source after that.
//
// # Limitations
//
// A source that blocks for ever keeps the iteration from returning: hand in a source
// that ends with the context.
package ordered
