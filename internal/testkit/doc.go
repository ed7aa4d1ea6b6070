// Package testkit is what tests share: the folder of real lists, golden files.
//
// Only tests import it. Real lists are found through $ENDUSE_TESTDATA; a test
// that needs them skips with a reason where it is unset. The evaluation sets are
// found through $ENDUSE_EVALDATA in the same way. Golden files are
// rewritten by `go test ./... -update`.
package testkit
