package intake_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
)

// FuzzRecords reads any bytes: every record can be screened, rows rise, and
// every error says where.
func FuzzRecords(f *testing.F) {
	for _, s := range []string{
		"name,country,dob\nA,AE,01/02/2003\n", "order_id,consignee,line\n1,A,1\n2,B,\n1,C,2\n", "Acme\nBeta\n",
		`[{"id":1,"parties":[{"name":"A","addresses":[{"city":"B"}],"identifiers":[{"kind":"imo","value":"9074729"}]}],"items":[{}],"route":{}}]`,
		"{\"name\":\"A\"}\n{\"parties\":[]}\n", "名称;国家\n示例;中国\n", "name;birth date (DD/MM/YYYY)\nA;circa 31 Dec 1990\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := intake.OpenFirst("in", bytes.NewReader(b), intake.Options{})
		if err != nil {
			if enduse.CodeOf(err) != enduse.CodeInvalid {
				t.Fatalf("code of %v", err)
			}
			return
		}
		defer func() { _ = r.Close() }()
		last := 0
		for rec, err := range r.Records() {
			var bad *enduse.RecordError
			if err != nil && !errors.As(err, &bad) {
				continue
			}
			if rec.Row < last {
				t.Fatalf("row %d after row %d", rec.Row, last)
			}
			last = rec.Row
			if err != nil {
				continue
			}
			q := enduse.Query{Shipment: rec.Shipment}
			if err := q.Validate(); err != nil {
				t.Fatalf("row %d: %v", rec.Row, err)
			}
			for _, p := range rec.Shipment.Parties {
				if !p.BirthDate.IsZero() && p.BirthDate.Validate() != nil {
					t.Fatalf("row %d: birth date %v", rec.Row, p.BirthDate)
				}
			}
		}
	})
}
