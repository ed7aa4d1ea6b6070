package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"
)

// TestGuesses: what people try ends in the command or the flag that does it.
func TestGuesses(t *testing.T) {
	for guess, want := range map[string]string{
		"scan a.csv": "try: enduse screen FILE", "search x": "try: enduse check NAME", "serve": "no server yet", "update": "try: enduse lists import FILE",
		"lists update": "try: enduse lists import FILE", "lists ststus": "try: enduse lists status", "lists search x": "try: enduse lists show NAME",
		"report": "enduse report needs RESULTS", "check": "try: enduse check \"Aero Caribbean\"", "lists import": "try: enduse lists import downloads/",
		"lists status x": "takes nothing more", "check --birthdate 1957 x": "try: --birth-date", "screen --quite x": "try: --quiet",
		"check --nothing-like-it x": "try: enduse check --help", "nothing-like-it": "try: enduse --help",
	} {
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &out, err: &errs, getenv: os.LookupEnv, clock: time.Now, commands: commands}
		if code := a.main(context.Background(), append([]string{"--data", t.TempDir()}, strings.Fields(guess)...)); code != exitUsage {
			t.Errorf("%s: exit code %d", guess, code)
		}
		if !strings.Contains(errs.String(), want) || strings.Contains(errs.String(), "arg(s)") {
			t.Errorf("%s: %s, want %q", guess, errs.String(), want)
		}
	}
}

// TestGuessesName: each guess is of a command group that exists, is no command itself,
// and names commands that exist.
func TestGuessesName(t *testing.T) {
	root := rootCommand(&app{commands: commands, getenv: os.LookupEnv})
	for guess, right := range guesses {
		if cmd, rest, _ := root.Find(strings.Fields(guess)[1:]); len(rest) == 0 {
			t.Errorf("%s is a command: %s", guess, cmd.CommandPath())
		}
		for said := range strings.SplitSeq(right, ", or ") {
			if cmd, _, err := root.Find(strings.Fields(said)[1:]); err != nil || cmd == root {
				t.Errorf("%s: %q is no command", guess, said)
			}
		}
	}
}

// TestCheckFlags: the number of a ship, a number without a kind, a birth date by its other
// name and an address alone are questions.
func TestCheckFlags(t *testing.T) {
	for _, args := range []string{"check --imo 9187629", "check --id 9187629", "check --dob 1957 Usama bin Ladin", "check --address Berlin", "--version"} {
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &out, err: &errs, getenv: os.LookupEnv, clock: time.Now, commands: commands}
		if code := a.main(context.Background(), append([]string{"--data", t.TempDir()}, strings.Fields(args)...)); code == exitUsage || code == exitFailure || out.Len() == 0 {
			t.Errorf("%s: exit code %d: %s", args, code, errs.String())
		}
	}
}

// TestColumns: the width that the environment gives counts where the output is no
// terminal.
func TestColumns(t *testing.T) {
	for columns, want := range map[string]int{"80": 80, "140": 140, "": 100, "x": 100, "7": 100} {
		a := &app{out: &bytes.Buffer{}, getenv: func(key string) (string, bool) { return columns, key == "COLUMNS" }}
		if got := a.style().Width; got != want {
			t.Errorf("COLUMNS=%s: %d, want %d", columns, got, want)
		}
	}
}
