// Command enduse screens parties, orders and shipments against official lists:
// who gets it, what is it, and where does it really go?
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"
)

// commands are those of the program.
var commands = []func(*app) *cobra.Command{
	screenCommand,
	questionsCommand,
	checkCommand,
	compareCommand,
	reportCommand,
	readCommand,
	goodsCommand,
	listsCommand,
	evalCommand,
	policyCommand,
	configCommand,
	versionCommand,
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.LookupEnv, clock: time.Now, commands: commands}
	done := make(chan int, 1)
	go func() { done <- a.main(ctx, os.Args[1:]) }()
	os.Exit(exitCode(ctx, done))
}

// grace is how long the program may take to end after a signal. What reads a pipe
// that stays silent never sees the signal.
const grace = 3 * time.Second

// exitCode waits for the end of the program, after a signal no longer than grace.
func exitCode(ctx context.Context, done <-chan int) int {
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
	}
	select {
	case code := <-done:
		return code
	case <-time.After(grace):
		fmt.Fprintln(os.Stderr, "enduse: stopped while waiting for input that did not come")
		return exitFailure
	}
}
