package intake

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// TestHeadersOfManyLanguages (kind A): a table whose header has one known column among
// others is read, whatever its language.
func TestHeadersOfManyLanguages(t *testing.T) {
	for header, role := range map[string]string{
		"Opdrachtgever,Bedrag,Valuta": "customer", "Mottaker;Beløp;Dato": "consignee", "Toimittaja;Summa;Eräpäivä": "supplier", "取引先名,金額,国": "party", "거래처명,금액,통화": "party",
		"اسم العميل,المبلغ,البلد": "customer", "Klantnaam;Plaats;Saldo": "customer", "Назва контрагента;ЄДРПОУ;Сума": "party", "Επωνυμία;ΑΦΜ;Ποσό": "party", "Odběratel;IČO;Částka": "customer",
		"Partner neve;Adószám;Összeg": "party", "ชื่อลูกค้า,จำนวน,x": "customer", "Tên khách hàng,Số tiền,x": "customer", "Nama Pelanggan,Jumlah,x": "customer", "שם הלקוח,סכום,x": "customer",
		"Kundnamn;Belopp;x": "customer", "Cari Kod;Cari Ünvan;Bakiye": "party", "Tanker,Cargo,ETA": "vessel", "Payee,Payment amount,Memo line": "related", "cust_nm,acct_bal,opn_dt": "customer",
		"(1) Consignee,(2) Goods,(3) Weight": "consignee", "Sold_To_Party_Desc,Net,Tax amt": "purchaser",
	} {
		d := ","
		if strings.Contains(header, ";") {
			d = ";"
		}
		cells := make([]string, strings.Count(header, d)+1)
		in, err := OpenFirst("t.csv", strings.NewReader(header+"\n"+strings.Join(fill(cells, in(header, d)), d)+"\n"), Options{})
		if err != nil {
			t.Errorf("%s: %v", header, err)
			continue
		}
		for r, err := range in.Records() {
			found := err == nil && slices.ContainsFunc(r.Shipment.Parties, func(p enduse.Party) bool { return string(p.Role) == role && p.Name == "Zorvatinel Trading" })
			if !found {
				t.Errorf("%s: %+v, %v", header, r.Shipment.Parties, err)
			}
		}
	}
}

// in is the column of a header that names somebody.
func in(header, d string) int {
	for i, c := range strings.Split(header, d) {
		if m, ok := meaning(c); ok && m.field == fName {
			return i
		}
	}
	return 0
}

func fill(cells []string, at int) []string {
	for i := range cells {
		cells[i] = "1"
	}
	cells[at] = "Zorvatinel Trading"
	return cells
}

// TestForms (kind A): one record written downwards, with a row that says so.
func TestForms(t *testing.T) {
	for _, file := range []string{
		"field,value\nname,Zorvatinel\naddress,\"Tehran, Iran\"\n", "Поле;Значение\nНаименование;Zorvatinel\nИНН;7707083893\n", "Role,Value\nConsignee,Zorvatinel\nShipper,Example\n",
		"Name: Zorvatinel\nCountry: IR\n", "Customer name=Zorvatinel\nCountry=IR\n",
	} {
		records := readAll(t, file)
		if len(records) != 1 || records[0].Shipment.Parties[0].Name != "Zorvatinel" {
			t.Errorf("%q: %+v", file, records)
		}
	}
}

// TestSeveralInOneCell (kind E): a tab or blanks between two parties.
func TestSeveralInOneCell(t *testing.T) {
	for cell, want := range map[string]string{
		"Example Global LLC\tZORVATINEL": "Example Global LLC|ZORVATINEL", "Example Global LLC   ZORVATINEL": "Example Global LLC|ZORVATINEL", "John  Smith": "", "Example Global LLC": "",
	} {
		var got []string
		for _, x := range readAll(t, "consignee,hs\n\""+cell+"\",8542\n")[0].Shipment.Texts {
			got = append(got, x.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", cell, got, want)
		}
	}
}

// TestMoneyIsNoGoods (kind J): a list of debts has no goods.
func TestMoneyIsNoGoods(t *testing.T) {
	r := readAll(t, "customer,total,currency\nExample,100,EUR\n")[0]
	if len(r.Shipment.Items) != 0 || r.Extra["total"] != "100" {
		t.Errorf("%+v", r)
	}
	if r := readAll(t, "order no,customer,total\n1,Example,100\n")[0]; len(r.Shipment.Items) != 1 {
		t.Errorf("%+v", r)
	}
}

func readAll(t *testing.T, file string) (out []Record) {
	t.Helper()
	in, err := OpenFirst("t.csv", strings.NewReader(file), Options{})
	if err != nil {
		t.Fatalf("%q: %v", file, err)
	}
	for r, err := range in.Records() {
		if err != nil {
			t.Fatalf("%q: %v", file, err)
		}
		out = append(out, r)
	}
	return out
}
