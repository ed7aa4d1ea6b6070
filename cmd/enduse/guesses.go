package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edit"
)

// guesses are words that people try for a command, with the command that does it here.
var guesses = map[string]string{
	"enduse scan":         "enduse screen FILE",
	"enduse match":        "enduse screen FILE",
	"enduse batch":        "enduse screen FILE",
	"enduse search":       "enduse check NAME",
	"enduse find":         "enduse check NAME",
	"enduse lookup":       "enduse check NAME, or enduse goods lookup CODE",
	"enduse name":         "enduse check NAME",
	"enduse import":       "enduse lists import FILE",
	"enduse update":       "enduse lists import FILE --verified-at now; fetch the files from their publishers first",
	"enduse download":     "enduse lists import FILE; fetch the files from their publishers first",
	"enduse fetch":        "enduse lists import FILE; fetch the files from their publishers first",
	"enduse status":       "enduse lists status",
	"enduse list":         "enduse lists status",
	"enduse sources":      "enduse lists status",
	"enduse rules":        "enduse policy show",
	"enduse serve":        "enduse screen FILE -o report.html; there is no server yet",
	"enduse server":       "enduse screen FILE -o report.html; there is no server yet",
	"enduse html":         "enduse screen FILE -o report.html",
	"enduse export":       "enduse lists export, or enduse screen FILE -o report.xlsx",
	"enduse lists update": "enduse lists import FILE --verified-at now; fetch the files from their publishers first",
	"enduse lists add":    "enduse lists import FILE",
	"enduse lists list":   "enduse lists status",
	"enduse lists search": "enduse lists show NAME",
	"enduse lists find":   "enduse lists show NAME",
	"enduse lists remove": "enduse lists use SOURCE@previous",
	"enduse goods search": "enduse goods lookup TEXT",
	"enduse goods check":  "enduse goods lookup CODE",
	"enduse policy list":  "enduse policy show",
}

// flagGuesses are other words for flags.
var flagGuesses = map[string]string{
	"dob": "birth-date", "birthdate": "birth-date", "birthday": "birth-date", "date-of-birth": "birth-date",
	"schema": "type", "kind": "type", "nationality": "country", "mail": "email", "tel": "phone", "zip": "postal-code",
	"output": "out", "json": "format", "csv": "format", "date": "as-of", "asof": "as-of", "list": "source",
}

// unknownCommand names the command that was most likely meant.
func unknownCommand(cmd *cobra.Command, word string) error {
	hint := cmd.CommandPath() + " --help"
	if right, ok := guesses[cmd.CommandPath()+" "+strings.ToLower(word)]; ok {
		hint = right
	} else if near := cmd.SuggestionsFor(word); len(near) > 0 {
		hint = cmd.CommandPath() + " " + near[0]
	}
	return &usageError{&enduse.Error{
		Code: enduse.CodeInvalid, Hint: hint, Err: fmt.Errorf("unknown command %q for %q", word, cmd.CommandPath()),
	}}
}

// unknownFlag names the flag that was most likely meant.
func unknownFlag(cmd *cobra.Command, err error) error {
	missing, ok := errors.AsType[*pflag.NotExistError](err)
	if !ok {
		return &usageError{err}
	}
	name := missing.GetSpecifiedName()
	hint, least := cmd.CommandPath()+" --help", maxFlagErrors+1
	if right := flagGuesses[name]; right != "" && cmd.Flags().Lookup(right) != nil {
		hint, least = "--"+right, 0
	}
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if n, near := edit.Edits(name, f.Name, maxFlagErrors); near && !f.Hidden && n < least && n < len(name) {
			hint, least = "--"+f.Name, n
		}
	})
	return &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: fmt.Errorf("unknown flag --%s for %q", name, cmd.CommandPath()), Hint: hint}}
}

// maxFlagErrors is how many typing errors a flag may have for another to be named.
const maxFlagErrors = 2

// needs says what a command takes, in place of how many arguments it has.
func needs(cmd *cobra.Command, args []string) error {
	takes := strings.TrimSpace(strings.TrimPrefix(cmd.Use, cmd.Name()))
	err := fmt.Errorf("%s takes nothing more, and was given %q", cmd.CommandPath(), strings.Join(args, " "))
	switch {
	case takes != "" && len(args) == 0:
		err = fmt.Errorf("%s needs %s", cmd.CommandPath(), takes)
	case takes != "":
		err = fmt.Errorf("%s takes %s, and was given %q", cmd.CommandPath(), takes, strings.Join(args, " "))
	}
	hint, _, _ := strings.Cut(strings.TrimSpace(cmd.Example), "\n")
	if hint == "" {
		hint = cmd.CommandPath() + " --help"
	}
	return &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: hint}}
}
