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
)

func main() { os.Exit(start()) }

func start() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, getenv: os.LookupEnv, clock: time.Now}
	done := make(chan int, 1)
	go func() { done <- a.main(ctx, os.Args[1:]) }()
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

// grace is how long the program may take to end after a signal. What reads a pipe
// that stays silent never sees the signal.
const grace = 3 * time.Second
