package main

import (
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report/columns"
	"github.com/enduse/enduse/wire"
)

func columnsCommand(a *app) *cobra.Command {
	in := &fileFlags{}
	var out []string
	var save string
	cmd := &cobra.Command{
		Use:   "columns FILE...",
		Short: "Say how the columns of a file would be read, and what would be lost; screens nobody",
		Long: `Read files as enduse screen does, screen nobody, and say of each column how it is
read, how many rows have it, and a sample. A column that is not used and looks
as if it mattered has a warning (!).

With --save the meanings are written to a file (YAML). Change them there, and
give the file to enduse screen with --columns-file, next month too: a column is
named by its header, its meaning by a name that is known, such as "consignee
country", or "ignore".`,
		Example: `  enduse columns customers.xlsx
  enduse columns customers.xlsx --save customers.yaml
  enduse screen customers.xlsx --columns-file customers.yaml
  enduse columns orders.csv --format json`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			files, err := in.files(a, args)
			if err != nil {
				return err
			}
			records, err := engine.OpenRecords(cmd.Context(), files)
			if err != nil {
				return err
			}
			defer records.Close()
			h := columns.Header{Style: a.style(out...), LeftOut: map[string]int{}}
			for r, err := range records.All() {
				if ctxErr := cmd.Context().Err(); ctxErr != nil {
					return ctxErr
				}
				if h.Records++; err == nil && r.LeftOut != "" {
					h.LeftOut[r.LeftOut]++
				}
			}
			h.Notes = slices.Concat(records.Notes, records.Unread)
			all := records.Columns()
			if save != "" {
				if err := saveColumns(save, all); err != nil {
					return err
				}
			}
			return printAll(a, columns.Formats, out, h, all...)
		},
	}
	in.register(cmd)
	cmd.Flags().StringVar(&save, "save", "", "write the meanings to a file, YAML, for --columns-file")
	hasFormats(cmd, columns.Formats.Names())
	hasOutputs(cmd, &out)
	return cmd
}

// columnsFile is what a file of --columns-file holds.
type columnsFile struct {
	Columns map[string]string `yaml:"columns"`
}

// readColumnsFile reads what the columns are; "" says nothing.
func readColumnsFile(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil //nolint:nilnil // none was given
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, &enduse.Error{Op: "--columns-file", Code: enduse.CodeInvalid, Err: err, Hint: "write it with: enduse columns FILE --save " + path}
	}
	defer func() { _ = f.Close() }()
	d := yaml.NewDecoder(f)
	d.KnownFields(true)
	var c columnsFile
	if err := d.Decode(&c); err != nil {
		return nil, &enduse.Error{Op: "--columns-file", Code: enduse.CodeInvalid, Subject: path, Err: err, Hint: "columns: {Land: country, Umsatz: ignore}"}
	}
	if len(c.Columns) == 0 {
		return nil, &enduse.Error{Op: "--columns-file", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("it names no column"), Hint: "columns: {Land: country, Umsatz: ignore}"}
	}
	return c.Columns, nil
}

// saveColumns writes what the columns are, in their order. What is not used is ignored,
// until somebody says what it is.
func saveColumns(path string, all []wire.Column) error {
	doc := &yaml.Node{Kind: yaml.MappingNode}
	seen := map[string]bool{}
	for _, c := range all {
		if seen[c.Header] {
			continue
		}
		seen[c.Header] = true
		key, value := &yaml.Node{}, &yaml.Node{}
		key.SetString(c.Header)
		value.SetString(c.ReadAs)
		if c.ReadAs == "" {
			value.SetString("ignore")
		}
		if c.Sample != "" {
			value.LineComment = fmt.Sprintf("such as %q", c.Sample)
		}
		doc.Content = append(doc.Content, key, value)
	}
	top := &yaml.Node{Kind: yaml.MappingNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Value: "columns"}, doc}}
	b, err := yaml.Marshal(top)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, append([]byte("# What the columns are: a name that is known, or ignore.\n"), b...), 0o600); err != nil {
		return &enduse.Error{Op: "--save", Code: enduse.CodeInvalid, Subject: path, Err: err, Hint: "name a file in a folder that you may write to"}
	}
	return nil
}
