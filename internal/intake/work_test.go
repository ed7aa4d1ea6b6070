package intake_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse/internal/intake"
)

// TestWorkIsLinear: four times the input may take far less than the sixteen times of
// the square.
func TestWorkIsLinear(t *testing.T) {
	for what, file := range map[string]func(n int) string{
		"parties of one order": func(n int) string {
			return "order id,consignee,foo\n" + repeat(n, func(i int) string { return fmt.Sprintf("1,P%d,%s\n", i, strings.Repeat(strconv.Itoa(i), 20)) })
		},
		"keys of an object": func(n int) string {
			return `{"name":"N","x":{` + strings.TrimSuffix(repeat(n, func(i int) string { return fmt.Sprintf(`"k%d":"%0100d",`, i, i) }), ",") + "}}\n"
		},
		"countries in a cell": func(n int) string {
			return "name,country\nN,\"" + repeat(4*n, func(i int) string { return fmt.Sprintf("x%d;", i) }) + "\"\n"
		},
		"aliases in a cell": func(n int) string {
			return "name,aliases\nN,\"" + repeat(4*n, func(i int) string { return fmt.Sprintf("x%d;", i) }) + "\"\n"
		},
		"columns": func(n int) string {
			return "name" + repeat(n, func(i int) string { return fmt.Sprintf(",c%d", i) }) + "\n" + strings.Repeat("N"+strings.Repeat(",1", n)+"\n", 20)
		},
	} {
		took := func(n int) time.Duration {
			begun := time.Now()
			read(t, text(file(n)), intake.Options{})
			return time.Since(begun)
		}
		took(500)
		if a, b := took(2500), took(10000); b > 12*a+time.Second {
			t.Errorf("%s: 2,500 took %v, 10,000 took %v", what, a, b)
		}
	}
}

func repeat(n int, of func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(of(i))
	}
	return b.String()
}

// TestLongOrders: an order of many parties goes on in a record of its own, and every
// party is in one of them.
func TestLongOrders(t *testing.T) {
	_, records, _ := read(t, text("order id,consignee\n"+repeat(2500, func(i int) string { return fmt.Sprintf("1,P%d\n", i) })), intake.Options{})
	n := 0
	for _, r := range records {
		n += len(r.Shipment.Parties)
	}
	if n != 2500 || len(records) != 3 || len(records[0].Notes) != 1 || len(records[2].Notes) != 1 {
		t.Errorf("%d parties in %d records", n, len(records))
	}
}
