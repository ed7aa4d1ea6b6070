// Command embed screens one party from another program.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
)

func main() {
	ctx := context.Background()
	e, err := engine.Open(ctx, engine.Config{})
	if err != nil {
		log.Fatal(err)
	}
	v, err := e.Check(ctx, "SINNO ELECTRONICS CO., LIMITED", enduse.Party{})
	if err != nil {
		log.Fatal(err) // an error is never an outcome
	}
	fmt.Println("outcome:", v.Outcome)
}
