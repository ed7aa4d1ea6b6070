package intake

import "testing"

// TestWrittenColumns (kind A): column names as programs write them: shortened, with
// words that say that a number follows, several in one, and as paths of JSON.
func TestWrittenColumns(t *testing.T) {
	for column, want := range map[string]string{
		"cust_nm": "customer", "CNEE_NM": "consignee", "VNDR_NM": "supplier", "benef_ctry": "country", "Beneficiary address": "address", "dest_ctry": "destination", "Dest. Country": "destination",
		"IMO-Nr.": "imo", "IMO #": "imo", "Numéro OMI": "imo", "Lloyd's number": "imo", "tax": "tax", "Discharge Port Code": "place", "mobile no": "phone", "customer nbr": "id",
		"displayName": "name", "BusinessPartnerFullName": "name", "addrLine1": "address", "ctryIso": "country", "address1_country": "country", "Dbtr.Nm": "payer", "UltmtCdtr": "related", "entity.names.full": "name",
		"Passport/ID": "passport", "VAT/Tax ID": "tax", "IMO/Reg": "imo", "BUYER NAME & ADDRESS": "purchaser", "Counterparty (LE)": "name",
		"data.company.legalName": "name", "party.fullName": "name", "order.customer.name": "customer", "delivery.address.country": "country", "nationality.iso": "nationality",
		"geo.ctry": "country", "place_of_business.country_code": "country", "registration.number": "registration", "ids.taxId": "tax",
		// what is of something else stays without a meaning
		"product.name": "description", "warehouse.name": "", "meta.name": "related", "manufacturer.country": "", "Exchange rate": "", "http://example.com": "", "Yes/No": "", "in/out": "",
	} {
		got := ""
		if m, ok := meaning(column); ok {
			got = m.String()
		}
		if got != want {
			t.Errorf("%s: %q, want %q", column, got, want)
		}
	}
}
