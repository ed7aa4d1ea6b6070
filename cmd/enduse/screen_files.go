package main

import "github.com/spf13/cobra"

func (a *app) screenFiles(cmd *cobra.Command, f *screenFlags, args []string) error { return nil }
