package enduse_test

import (
	"errors"
	"fmt"
	"io"
	"testing"

	"github.com/enduse/enduse"
)

func ExampleRecordError() {
	err := &enduse.RecordError{File: "sdn.csv", Line: 4182, Field: "birth date", Err: errors.New(`bad date "31/13/1990"`)}
	fmt.Println(err)
	// Output: sdn.csv:4182: birth date: bad date "31/13/1990"
}

func TestErrorMessage(t *testing.T) {
	tests := []struct {
		err  error
		want string
	}{
		{&enduse.Error{Op: "lists import", Subject: "sdn.csv", Err: io.ErrUnexpectedEOF}, "lists import: sdn.csv: unexpected EOF"},
		{&enduse.Error{Subject: "sdn.csv"}, "sdn.csv"},
		{&enduse.Error{Err: io.EOF}, "EOF"},
		{&enduse.RecordError{File: "un.xml", Err: io.EOF}, "un.xml: EOF"},
	}
	for _, tt := range tests {
		if got := tt.err.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestHintAndCodeAreFoundInTheChain(t *testing.T) {
	inner := &enduse.Error{Code: enduse.CodeNotFound, Hint: "import it first", Err: io.EOF}
	outer := fmt.Errorf("screen: %w", &enduse.Error{Op: "open", Err: fmt.Errorf("list: %w", inner)})
	if got := enduse.HintOf(outer); got != "import it first" {
		t.Errorf("hint %q", got)
	}
	if got := enduse.CodeOf(outer); got != enduse.CodeNotFound {
		t.Errorf("code %q", got)
	}
	if !errors.Is(outer, io.EOF) {
		t.Error("the cause is lost")
	}
	if enduse.HintOf(io.EOF) != "" || enduse.CodeOf(io.EOF) != enduse.CodeInternal || enduse.HintOf(nil) != "" {
		t.Error("a foreign error has a hint or a code")
	}
	if enduse.HintOf(&enduse.Error{}) != "" || enduse.CodeOf(&enduse.Error{}) != enduse.CodeInternal {
		t.Error("an empty error has a hint or a code")
	}
}

func TestRecordErrorUnwraps(t *testing.T) {
	err := error(&enduse.RecordError{File: "x", Err: io.ErrShortBuffer})
	var record *enduse.RecordError
	if !errors.Is(err, io.ErrShortBuffer) || !errors.As(fmt.Errorf("y: %w", err), &record) {
		t.Error("a record error does not unwrap")
	}
}
