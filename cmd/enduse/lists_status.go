package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) statusCommand() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use: "status", Short: "Show the editions in force, their age, and what they may be used for",
		Example: "  enduse lists status\n  enduse lists status --all --format json",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(_ *cobra.Command, _ []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			editions, err := s.InForce(s.Today())
			if all && err == nil {
				editions, err = s.Editions()
			}
			if err != nil {
				return err
			}
			return a.printStatus(s, editions)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "show every edition in the store")
	return cmd
}

// statusJSON is an edition as the output contract has it.
type statusJSON struct {
	List    enduse.SourceID `json:"list"`
	Title   string          `json:"title"`
	Publ    string          `json:"publisher"`
	Edition struct {
		Digest    string       `json:"digest"`
		Published *enduse.Date `json:"published"`
		Fetched   *string      `json:"fetched"`
		Verified  *string      `json:"verified"`
		InForce   bool         `json:"in_force"`
	} `json:"edition"`
	Entities    int                  `json:"entities"`
	Names       int                  `json:"names"`
	Aliases     int                  `json:"aliases"`
	Identifiers int                  `json:"identifiers"`
	Addresses   int                  `json:"addresses"`
	Records     int                  `json:"records"`
	FaultCount  int                  `json:"fault_count"`
	Unread      int                  `json:"unread"`
	AgeHours    *float64             `json:"age_hours"`
	State       enduse.EditionState  `json:"state"`
	Verified    string               `json:"verified"`
	Lists       []enduse.ListID      `json:"lists"`
	Files       []enduse.EditionFile `json:"files"`
	Warnings    []string             `json:"warnings"`
	Faults      []enduse.RecordFault `json:"faults"`
}

func (a *app) statusOf(st edition.Status) statusJSON {
	e := st.Edition
	out := statusJSON{
		List: e.Source, Title: e.Title, Publ: e.Publisher, Entities: e.Counts.Entities, Names: e.Counts.Names,
		Aliases: e.Counts.Aliases, Identifiers: e.Counts.Identifiers, Addresses: e.Counts.Addresses, Records: e.Counts.Records,
		FaultCount: e.Counts.Faults, Unread: e.Counts.Unread, State: st.State, Verified: "real-files",
		Lists: e.Lists, Files: e.Files, Warnings: []string{}, Faults: []enduse.RecordFault{},
	}
	out.Edition.Digest, out.Edition.Published, out.Edition.InForce = e.Digest, e.Published, st.Current
	if !e.Imported.IsZero() {
		text := e.Imported.Format("2006-01-02T15:04:05Z")
		out.Edition.Fetched = &text
	}
	if e.Verified != nil {
		text := e.Verified.Format("2006-01-02T15:04:05Z")
		out.Edition.Verified = &text
	}
	if age, ok := e.Age(a.clock()); ok {
		hours := math.Round(age.Hours()*10) / 10
		out.AgeHours = &hours
	}
	if e.Fixture {
		out.Verified = "fixture-only"
	}
	out.Warnings = append(append(out.Warnings, e.Partial...), e.Warnings...)
	if st.Problem != nil {
		out.Warnings = append(out.Warnings, st.Problem.Error())
	}
	out.Faults = append(out.Faults, e.Faults...)
	return out
}

func (a *app) printStatus(s *edition.Store, editions []edition.Status) error {
	rows := make([]statusJSON, 0, len(editions))
	for _, st := range editions {
		rows = append(rows, a.statusOf(st))
	}
	switch a.config.Format {
	case "json":
		return report.JSON(a.out, rows)
	case "ndjson":
		for _, r := range rows {
			if err := report.JSONLine(a.out, r); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		return report.NewCSV(a.out).WriteAll(statusGrid(rows))
	}
	if err := a.tell("data directory: %s\n", s.Dir()); err != nil {
		return err
	}
	if err := report.Grid(a.out, statusGrid(rows), a.style()); err != nil {
		return err
	}
	for _, r := range rows {
		for _, w := range r.Warnings {
			if err := a.tell("%s: %s\n", r.List, w); err != nil {
				return err
			}
		}
	}
	return a.printRequired(s)
}

func statusGrid(rows []statusJSON) [][]string {
	grid := [][]string{{"source", "state", "age", "published", "entities", "names", "addresses", "ids", "edition", "title"}}
	for _, r := range rows {
		published := "unknown"
		if r.Edition.Published != nil {
			published = r.Edition.Published.String()
		}
		grid = append(grid, []string{
			string(r.List), string(r.State), age(r.AgeHours), published, strconv.Itoa(r.Entities), strconv.Itoa(r.Names),
			strconv.Itoa(r.Addresses), strconv.Itoa(r.Identifiers), short(r.Edition.Digest), r.Title,
		})
	}
	return grid
}

func age(hours *float64) string {
	switch {
	case hours == nil:
		return "unknown"
	case *hours < 48:
		return fmt.Sprintf("%.0f h", *hours)
	}
	return fmt.Sprintf("%.0f d", *hours/24)
}

// printRequired says which lists that the policy requires would not let
// anything clear.
func (a *app) printRequired(s *edition.Store) error {
	p, err := a.policy()
	if err != nil {
		return err
	}
	lists, err := s.Lists()
	if err != nil {
		return err
	}
	var lacking []string
	for _, l := range p.RequiredLists {
		if lists[l] != enduse.StateFresh {
			lacking = append(lacking, string(l))
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	err = a.tell("nothing is clear yet: required and not whole and fresh: %s\n", strings.Join(lacking, ", "))
	return err
}
