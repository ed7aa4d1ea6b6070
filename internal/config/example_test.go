package config_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/config"
)

func ExampleLoad() {
	env := func(key string) (string, bool) { return "/srv/enduse", key == "ENDUSE_DATA" }
	c, err := config.Load("", env, map[string]string{"limit": "3"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(c.Data, c.Origin("data"), c.Limit, c.Origin("limit"))
	// Output: /srv/enduse ENDUSE_DATA 3 --limit
}
