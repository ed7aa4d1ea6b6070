package engine

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzAnswers: any file is read as answers, or refused; none makes an answer of an empty
// question or customer.
func FuzzAnswers(f *testing.F) {
	for _, seed := range []string{
		"Customer,Question,Answer,Question id\nExample A,q,yes,rf.refuses_details\n", "Customer;Answer;Question id\n;;\n", "Question id\tAnswer\tCustomer\nx\tno\ty\n", "a,b\n", "\xff\xfe",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "answers.csv")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		all, _, err := readAnswers(t.Context(), path)
		if err != nil {
			return
		}
		for customer, answers := range all {
			for id, answer := range answers {
				if customer == "" || id == "" || answer == "" {
					t.Errorf("%q: an answer of %q to %q: %q", data, customer, id, answer)
				}
			}
		}
	})
}
