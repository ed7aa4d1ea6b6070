package intake_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
)

// TestTermsOfAnOrder: what red flags need beside parties and goods.
func TestTermsOfAnOrder(t *testing.T) {
	const file = "order_id,consignee,consignee_founded,consignee_email,consignee_phone,end_use,end_use_country,order_date,payment_method,payment_country,hs\n" +
		"PO-1,EXAMPLE LTD,2023-05-01,a@example.com,+90 212 000 00 00,medical,TR,2024-06-01,letter of credit,AE,854231\n" +
		"PO-1,EXAMPLE LTD,2023-05-01,a@example.com,+90 212 000 00 00,research,TR,2024-06-01,letter of credit,AE,854232\n"
	_, records, _ := read(t, strings.NewReader(file), intake.Options{})
	if len(records) != 1 || len(records[0].Shipment.Parties) != 1 || len(records[0].Shipment.Items) != 2 {
		t.Fatalf("%+v", records)
	}
	s := records[0].Shipment
	p := s.Parties[0]
	if p.Founded != (enduse.Date{Year: 2023, Month: 5, Day: 1}) || p.Email != "a@example.com" || p.Phone != "+90 212 000 00 00" {
		t.Errorf("party %+v", p)
	}
	if s.EndUse != "medical; research" || s.Route.EndUse != "TR" || s.Date.Year != 2024 || len(s.Payments) != 1 || s.Payments[0].Country != "AE" {
		t.Errorf("shipment %+v", s)
	}
}

// TestTermsInJSON: the shape of a shipment itself; what it does not have is an
// error.
func TestTermsInJSON(t *testing.T) {
	const shipment = `{"id":"S-1","parties":[{"role":"consignee","name":"EXAMPLE LTD"}],"route":{"destination":"TR","end_use":"KG"},` +
		`"end_use":"research","date":"2024-06-01","payments":[{"method":"cash","country":"AE"}],` +
		`"changes":[{"field":"payer","from":"A","to":"B","date":"2024-06-02"}],"answers":{"q":"yes"}}`
	_, records, _ := read(t, strings.NewReader(shipment), intake.Options{})
	if len(records) != 1 {
		t.Fatal("no record")
	}
	s := records[0].Shipment
	if s.Route.EndUse != "KG" || s.EndUse != "research" || s.Date.Month != 6 || s.Payments[0].Method != "cash" || s.Changes[0].To != "B" || s.Answers["q"] != "yes" {
		t.Errorf("%+v", s)
	}
}
