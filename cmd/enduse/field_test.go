package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse/internal/testkit"
)

// fieldCase is an input of a user, a bug report or an enforcement case, and what is
// right for it: the exit code, and what the output holds ("!" before it: does not).
type fieldCase struct {
	number  string
	command string // "check", or "screen" or "read" with the ending of the file
	input   string // the arguments of check, parted by |; else the file
	exit    int
	holds   []string
}

const (
	nothing, finding, partly = exitClear, exitFinding, exitIncomplete

	mahan   = "ofac-sdn:12927"
	artavil = "ofac-sdn:15036"
	antey   = "almaz-antey"
	aero    = "ofac-sdn:36"
	maduro  = "ofac-sdn:22790"
)

// fieldCases have the rows of public reports by their numbers and the kinds of input
// by their letters, smallest inputs first.
var fieldCases = []fieldCase{
	{"1", "screen.csv", "Vessel Name,IMO Number,Destination Port\nARTAVIL,9187629,Pasir Gudang\n", finding, []string{"prohibited", artavil}},
	{"2", "screen.csv", "Shipper,Consignee,Notify party,Container #,Seal #,Packages\nMahan Air,Example,Almaz-Antey,1,2,3\n", finding, []string{mahan, antey}},
	{"3", "screen.csv", "Item #;House B/L;Master B/L;Shipper;Consignee;Notify Party;Container #;Seal #;Packages\n1;2;3;Mahan Air;Example;Almaz-Antey;4;5;6\n", finding, []string{mahan, antey}},
	{"3", "screen.csv", "Item #|House B/L|Shipper|Consignee|Notify Party\n1|2|Mahan Air|Example|Almaz-Antey\n", finding, []string{mahan, antey}},
	{"3", "screen.csv", "№ вагона,Отправитель,Получатель,Станция,Груз,Вес,Дата\n1,Example,Mahan Air,x,oil,3,01.02.2026\n", finding, []string{mahan}},
	{"4", "screen.csv", "name,address,country\nExample Trading Co,\"Yalta, Crimea\",Ukraine\n", finding, nil},
	{"5", "check", "Example Trading Co|--country|Iran", finding, nil},
	{"5", "screen.csv", "name,country\nExample Trading Co,Iran\n", finding, nil},
	{"6", "screen.csv", "order id,consignee,consignee city,consignee country,item\n1,Example GmbH,Krym,UA,bolt\n", finding, nil},
	{"7", "screen.csv", "order id,consignee,consignee address,item\n1,Example GmbH,\"12 Lenina St, Yalta, Crimea\",bolt\n", finding, nil},
	{"7", "screen.csv", "order id,consignee,consignee address,item\n1,Example GmbH,\"10 Valiasr Ave, Tehran, Iran\",bolt\n", finding, nil},
	{"7", "screen.csv", "order id,consignee,consignee address,item\n1,Example GmbH,\"1 Main St\nDamascus\nSYRIA\",bolt\n", finding, nil},
	{"8", "screen.csv", "name,city,country\nEmbassy of the Islamic Republic of Iran,Tokyo,JP\n", finding, nil},
	{"9", "check", "NIPL DOO", finding, nil},
	{"10", "check", "NIPL Ltd", finding, nil},
	{"10", "check", "Merideis", finding, nil},
	{"10", "check", "Datavice LLC", finding, nil},
	{"10", "check", "Doncoaltrade", finding, nil},
	{"10", "check", "Lacno", finding, nil},
	{"11", "check", "LC Aircompany Kyrgyztransavia", finding, []string{"ofac-sdn:15981"}},
	{"12", "check", "Krajinvestbank", finding, nil},
	{"13", "check", "KRAYINVESTBANK, JSC, KRASNODAR", finding, nil},
	{"13", "check", "Sberbank, Moscow", finding, nil},
	{"13", "check", "SBERBANK OF RUSSIA MOSCOW RU", finding, nil},
	{"14", "check", "Dmitrii Ovsiannikov", finding, nil},
	{"15", "check", "Almaz Antey Telecommunications LLC", finding, nil},
	{"16", "check", "Claudia Aguirre|--birth-date|1969-01-04", finding, nil},
	{"16", "check", "Blanca Aguirre|--birth-date|1958-03-07", finding, nil},
	{"17", "check", "TO THE ORDER OF KRAYINVESTBANK", finding, nil},
	{"17", "check", "EXAMPLE GLOBAL LLC A/C ALMAZ-ANTEY", finding, []string{antey}},
	{"17", "check", "EXAMPLE GLOBAL LLC C/O ALMAZ-ANTEY", finding, []string{antey}},
	{"18", "screen.csv", "consignee\nTO ORDER\n", partly, nil},
	{"19", "screen.csv", "Consignee,Consignee suburb,Port of discharge,Notify party\nExample GmbH,x,IRBND,Example\n", finding, nil},
	{"20", "screen.csv", "vessel,cargo\nARTAVIL V.123E,oil\n", finding, []string{artavil}},
	{"20", "screen.csv", "vessel,cargo\nARTAVIL / 045W,oil\n", finding, []string{artavil}},
	{"20", "screen.csv", "vessel,cargo\nM.V. ARTAVIL,oil\n", finding, []string{artavil}},
	{"21", "screen.csv", "vessel,imo\nSOME NEW,\"Flag 12, IMO 9187629\"\n", finding, []string{artavil}},
	{"21", "screen.csv", "vessel,imo\nSOME NEW,\"9,187,629\"\n", finding, []string{artavil}},
	{"22", "read.txt", "The tanker SOME NEW NAME (IMO 9187629) called at Fujairah.\n", finding, []string{artavil}},
	{"23", "screen.csv", "name,inn\nExample,273008320\n", finding, nil},
	{"24", "check", "9187629", finding, []string{artavil}},
	{"24", "check", "IMO 9187629", finding, []string{artavil}},
	{"25", "screen.csv", "name,passport,nationality\n,002301585,PY\n", finding, []string{"FAYAD"}},
	{"25", "screen.csv", "name,passport,nationality\nSami Fayad,002301585,PY\n", finding, []string{"FAYAD"}},
	{"27", "screen.csv", "name,birth date\nMAHAN AIR,21/02/77\n", finding, []string{mahan}},
	{"29", "check", "Qasem Soleimani|--birth-date|1335-12-20", finding, []string{"!other dates"}},
	{"30", "screen.csv", "name,country\nExample,\"Iran, Islamic Rep.\"\n", finding, nil},
	{"31", "screen.csv", "name,country\nExample,Dem. People's Rep. of Korea\n", finding, nil},
	{"31", "screen.csv", "name,country\nExample,Syrian Arab Rep.\n", finding, nil},
	{"31", "screen.csv", "name,country\nExample,Weißrussland\n", finding, nil},
	{"31", "screen.csv", "name,country\nExample,RU - Russia\n", finding, nil},
	{"31", "screen.csv", "name,country\nExample,Crimea\n", finding, nil},
	{"32", "screen.csv", "consignee,port of discharge\nExample GmbH,Bandar Abbas\n", finding, nil},
	{"32", "screen.csv", "consignee,place of delivery\nExample GmbH,\"Bandar Abbas, Iran\"\n", finding, nil},
	{"33", "screen.csv", "name,land_iso2,land_name\nExample Bolts,IR,Iran\n", finding, nil},
	{"34", "screen.csv", "supplier,country,hs code\nExample Motors GmbH,DE,850152\n", partly, []string{`"findings":[]`}},
	{"35", "screen.csv", "name\nОбщество с ограниченной ответственностью \"Ромашка-Пример\"\n", nothing, nil},
	{"36", "check", "Belletech Corp", nothing, nil},
	{"37", "check", "George Bush", nothing, nil},
	{"38", "check", "Bank of the East", nothing, nil},
	{"39", "check", "NPK FOTONIKA LIMITED LIABILITY COMP", finding, nil},
	{"41", "screen.csv", "name,nationality\nMAHAN AIR,\"GB, RU\"\n", finding, []string{mahan}},
	{"42", "check", "ABB", nothing, nil},
	{"43", "read.html", "<html><body><h1>Notice</h1>" + strings.Repeat("<p>The authority said on Monday that its measures are to be reviewed by the member states within twelve months, and that operators must report.</p>", 4) +
		"<ul><li>Mahan Air</li><li>Almaz-Antey</li><li>Aero Caribbean</li></ul></body></html>", finding, []string{mahan, antey, "ofac-sdn:36"}},
	{"44", "read.html", "<html><body><h1>EU blacklists Minsk Wheel Tractor Plant</h1><p>The authority said on Monday that its measures are to be reviewed by the member states.</p><p>Operators must report.</p></body></html>", finding, nil},
	{"44", "read.eml", "From: a@example.com\nTo: b@example.com\nSubject: Order of Minsk Wheel Tractor Plant\n\nPlease book the freight for it until tomorrow.\n", finding, nil},
	{"45", "read.txt", "EXAMPLE, Ivan; DOB 11 Mar 1957; POB Moscow.\n", nothing, []string{"!\"published\":\"1957"}},
	{"46", "read.txt", "The following deletions have been made to the list: OVSYANNIKOV, Dmitry Vladimirovich.\n", finding, []string{"sanction_lifted"}},
	{"47", "screen.csv", "consignee,consignee country,hs code\nExample GmbH,AE,854231.0\n", finding, []string{"us.chpl_hub"}},
	{"47", "screen.csv", "consignee,consignee country,hs code\nExample GmbH,AE,8.5423100E+09\n", finding, []string{"us.chpl_hub"}},
	{"48", "screen.csv", "name,country,email\nExample Trading,AE,sales@example.ir\n", nothing, []string{"lead"}},

	{"A", "screen.csv", "Customer,Balance,Terms\nMAHAN AIR,100,30 days\nALMAZ-ANTEY,2500,60 days\n", finding, []string{mahan, antey}},
	{"A", "screen.csv", "Consignee,Container,Weight\nMAHAN AIR,OCLU3333310,2500\n", finding, []string{mahan}},
	{"A", "screen.csv", "Vendor,Invoice total,Due\nMAHAN AIR,2500,2026-01-01\n", finding, []string{mahan}},
	{"A", "screen.csv", "Vessel,IMO Number,Cargo\nSOME NEW,9187629,oil\n", finding, []string{"prohibited"}},
	{"A", "screen.csv", "Customer,Balance,Terms\n\"MAHAN AIR\",100,\"30 days\"\n", finding, []string{mahan}},
	{"C", "check", "Uralvagonzavod d.o.o.", finding, nil},
	{"C", "check", "Uralvagonzavod C.A.", finding, nil},
	{"D", "check", "JOINT STOCK COMPANY LASERSERVICE, Moscow", finding, nil},
	{"D", "check", "CLOSED JOINT STOCK COMPANY ABSOLUTBANK, Minsk", finding, nil},
	{"E", "check", "EXAMPLE GLOBAL LLC O/B OF ALMAZ-ANTEY", finding, []string{antey}},
	{"E", "check", "EXAMPLE GLOBAL LLC FOR ACCOUNT OF ALMAZ-ANTEY", finding, []string{antey}},
	{"E", "check", "EXAMPLE GLOBAL LLC / ALMAZ-ANTEY", finding, []string{antey}},
	{"E", "check", "EXAMPLE GLOBAL LLC T/A ALMAZ-ANTEY", finding, []string{antey}},
	{"E", "check", "EXAMPLE GLOBAL LLC & ALMAZ-ANTEY", finding, []string{antey}},
	{"F", "screen.csv", "vessel,cargo\nARTAVIL (9187629),oil\n", finding, []string{"prohibited"}},
	{"F", "screen.csv", "vessel,cargo\nMV SOME NEW NAME (IMO 9187629),oil\n", finding, []string{"prohibited"}},
	{"G", "read.txt", "CONSIGNEE: ALMAZ-ANTEY CORP, MOSCOW\n", finding, []string{antey}},
	{"G", "read.txt", "HS CODE 8542.31, P/N XC7A35T-1CSG324C\n", nothing, []string{"8542.31"}},
	{"G", "read.txt", "NOTIFY PARTY:\n", nothing, []string{"!\"organization\""}},
	{"I", "screen.csv", "name,ИНН/КПП\nExample,0273008320/027301001\n", finding, nil},
	{"I", "screen.csv", "name,inn\nExample,2.73008E+08\n", partly, nil},
	{"K", "check", "LC Aircompany Uralvagonzavod", finding, nil},
	{"K", "check", "Aircompany KyrgyzTransAvia", finding, []string{"ofac-sdn:15981"}},
	{"K", "check", "Uralvagonzavod Group", finding, nil},
	{"K", "check", "Uralvagonzavod International", finding, nil},
	{"M", "screen.csv", "name,birth date\nMAHAN AIR,16-07-68\n", finding, []string{mahan}},
	{"F1", "screen.csv", "name,passport,nationality\nExample,AF133955,CO\n", finding, []string{"ofac-sdn:10000"}},
	{"F2", "screen.csv", "vessel,imo\nX,\"=\"\"9187629\"\"\"\n", finding, []string{artavil}},
	{"F2", "screen.csv", "vessel,imo\nX,'9187629\n", finding, []string{artavil}},
	{"F2", "screen.csv", "vessel,imo\nX,9187629/PANAMA\n", finding, []string{artavil}},
	{"F2", "screen.csv", "vessel,imo\nX,٩١٨٧٦٢٩\n", finding, []string{artavil}},
	{"F2", "screen.csv", "vessel,imo\nX,918\u200b7629\n", finding, []string{artavil}},
	{"F3", "screen.csv", "company,first name,last name\nExample,Nicolas,Maduro Moros\n", finding, []string{maduro}},
	{"F3", "screen.csv", "name,directors\nExample,Nicolas Maduro Moros\n", finding, []string{maduro}},
	{"F4", "screen.csv", "name,ordering customer\nExample,Aero Caribbean\n", finding, []string{aero}},
	{"F4", "screen.csv", "name,remarks\nExample,Aero Caribbean\n", finding, []string{aero}},
	{"F5", "screen.csv", "Aero Caribbean,\nname,country\nExample,DE\n", finding, []string{aero}},
	{"F5", "screen.csv", "# Aero Caribbean\nname,country\nExample,DE\n", finding, []string{aero}},
	{"F5", "screen.csv", "Consignee:,Aero Caribbean,,,\nDate:,2026-01-01,,,\n\nitem,qty,price,hs,origin\nBolt,3,4,731815,DE\n", finding, []string{aero}},
	{"F6", "check", "Ingeborg Papierhaus and Aero Caribbean", finding, []string{aero}},
	{"F6", "check", "1/Aero Caribbean", finding, []string{aero}},
	{"F6", "check", "Aero Caribbean PASSPORT N123 DOB 01.02.1970", finding, []string{aero}},
	{"F6", "check", "Aero Caribbean, Lenina 15, Minsk", finding, []string{aero}},
	{"F6", "check", "Ingeborg Papierhaus vs Aero Caribbean", finding, []string{aero}},
	{"F12", "check", "Nicolas Maduro Moros|--birth-date|1930-01-01|--country|Japan", finding, []string{maduro, "party.namesake"}},
	{"F13", "screen.json", `{"parties":[{"name":"Example"}],"vessel":{"imo":"9187629"}}`, finding, []string{artavil}},
	{"F13", "screen.json", `{"parties":[{"name":"Example","directors":["Nicolas Maduro Moros"]}]}`, finding, []string{maduro}},
	{"F13", "screen.json", `{"name":"Example","owner":"Aero Caribbean"}`, finding, []string{aero}},
	{"F13", "screen.json", `{"rows":[{"name":"Example"}],"more":["Aero Caribbean"]}`, finding, []string{aero}},
	{"F13", "screen.json", `{"shipment":{"transport":{"vessel":{"imoNumber":"9187629"}}},"parties":[{"name":"Example"}]}`, finding, []string{artavil}},
	{"F14", "screen.csv", "name,country\nExample,DE\n,\ncountry,name\nCU,Aero Caribbean\n", finding, []string{aero}},
	{"F14", "screen.csv", "name,country\nExample,Aero Caribbean\n", finding, []string{aero}},
	{"F15", "screen.csv", "name\nACME #REF!\n", partly, nil},
	{"F15", "screen.csv", "name\n#ИМЯ?\n", partly, nil},
	{"F16", "screen.csv", "name\nGmbH & Co KG\n", partly, nil},
	{"F16", "screen.csv", "name\nsame as consignee\n", partly, nil},
	{"F16", "screen.csv", "name\n\ufffd\ufffd Ltd\n", partly, nil},
	{"F17", "screen.csv", "name\nÐŸÐ£Ð¢Ð˜Ð Ð’Ð»Ð°Ð´Ð¸Ð¼Ð¸Ñ€\n", partly, nil},
	{"F21", "screen.csv", "Carrier\nAero Caribbean\n", finding, []string{aero}},
}

// TestField runs what came from the field against the real lists under a policy that
// asks for one of them, so that a clear can be seen.
func TestField(t *testing.T) {
	dir := t.TempDir()
	lists := [][]string{
		{"ofac", "2026-08"},
		{"ofac", "consolidated_nonSDN_2025-03-28.xml"},
		{"un", "UN_consolidated_2026-08-02.xml"},
		{"canada", "sema-lmes_2025.xml"},
		{"australia", "dfat_regulation8_consolidated_2026-08.xlsx"},
		{"opensanctions", "ua_war_sanctions_targets.simple_2026-03-13.csv"},
		{"us_csl_ccl", "bis_dpl_2019.txt"},
	}
	policy := filepath.Join(dir, "policy.yaml")
	text, err := os.ReadFile(filepath.Join("..", "..", "internal", "policy", "default.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(text), "required_lists: [")
	_, rest, _ = strings.Cut(rest, "]")
	if err := os.WriteFile(policy, []byte(head+"required_lists: [ofac-sdn]"+rest), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) (string, int) {
		var out, errs bytes.Buffer
		a := &app{in: strings.NewReader(""), out: &out, err: &errs, commands: commands, getenv: func(string) (string, bool) { return "", false }, clock: time.Now}
		code := a.main(t.Context(), append(args, "--data", filepath.Join(dir, "data"), "--policy", policy))
		return out.String() + errs.String(), code
	}
	for _, l := range lists {
		if out, code := run("lists", "import", testkit.Data(t, l...), "--verified-at", time.Now().UTC().Format(time.RFC3339)); code == exitFailure {
			t.Fatal(l, out)
		}
	}
	for i, c := range fieldCases {
		command, ending, _ := strings.Cut(c.command, ".")
		args := append([]string{command}, strings.Split(c.input, "|")...)
		if ending != "" {
			file := filepath.Join(dir, "input."+ending)
			if err := os.WriteFile(file, []byte(c.input), 0o600); err != nil {
				t.Fatal(err)
			}
			args = []string{command, file}
		}
		out, code := run(append(args, "--format", "json")...)
		flat := strings.NewReplacer(`": `, `":`).Replace(out)
		ok := code == c.exit
		for _, want := range c.holds {
			part, not := strings.CutPrefix(want, "!")
			ok = ok && strings.Contains(flat, part) != not
		}
		if !ok {
			t.Errorf("case %d, %s: %s %q exits with %d, want %d and %q:\n%.1500s", i, c.number, c.command, c.input, code, c.exit, c.holds, out)
		}
	}
}
