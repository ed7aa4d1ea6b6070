package goods_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

func ExampleChecker_Check() {
	c := goods.New(goods.Tables{Lists: []*goods.ControlList{{
		ID: "chpl", Title: "Example List", Citation: "Example Notice 1", Kind: goods.KindLead, Severity: enduse.Lead,
		Entries: []goods.Entry{{System: goods.HS2022, Code: "854231", Tier: "1", ValidFrom: enduse.Day(2024, 2, 23)}},
	}}})
	q := enduse.Query{AsOf: enduse.Day(2024, 6, 1)}
	q.Shipment = enduse.Shipment{Items: []enduse.Item{{HS: "8542 31 90"}}, Route: enduse.Route{Destination: "AE"}}
	r := c.Check(&q)
	fmt.Println(r.Codes, r.Findings[0].ID)
	fmt.Println(r.Findings[0].Message)
	// Output:
	// [[854231]] goods.chpl.tier1
	// HS 8542.31 is on Example List, tier 1
}
