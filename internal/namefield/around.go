package namefield

import (
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/name"
)

// aroundWords are words that people put around the name of a firm, beside those that
// package name takes for words of trade: what a branch, a trading house or a daughter
// is called in the languages of trade, folded. They stand in listed names as well, so
// that a name is looked up without them only where what is left is a listed name.
const aroundWords = `exchange exchanges crypto cryptocurrency otc dao wallet airline airlines airways air aircompany cargo freight forwarding forwarders
	house trade trader traders trades store stores shop market markets marketing sales distribution distributor distributors retail wholesale franchise
	online digital media app platform division office offices rep representative overseas worldwide export import motors auto pharma agro food foods
	dom td tk gk uk pk filial filiala predstavitelstvo servis logistik treyd treid treiding trejd avia aviakompaniya aviakompania imeni im kompaniy kompanii
	upravlyayushchaya obedinenie proizvodstvo snab sbyt market tsentr gorod
	дом дома тд тк гк ук пк компаний компании филиал филиала представительство сервис логистик логистика логистикс трейд трейдинг авиа авиакомпания маркет
	управляющая объединение производство снаб сбыт снабжение экспорт импорт магазин имени им город гор компания торговый торговая торговли
	торговий дім група представництво філія
	companies company solutions components materials brothers bros partners partner plus invest konzern concern dis
	инвест концерн холдинговая холдинг производственное производственная фирма плюс корпорация предприятие завод промышленная промышленный
	handelshaus niederlassung zweigniederlassung vertretung werk werke vertrieb maison succursale bureau agence casa sucursal oficina tienda agencia filiale
	sube subesi temsilciligi merkez magazasi oddzial przedstawicielstwo pobocka kantoor vestiging representante representacao escritorio loja`

var around = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(aroundWords) {
		m[name.Fold(w)] = true
	}
	return m
})

// Around reports whether a folded word is one that people put around the name of a
// firm.
func Around(word string) bool { return around()[word] }

// carriers are words for an airline, of which one stands for another.
var carriers = []string{"air", "airlines", "airways", "aviation", "airline"}

// Carriers are the words for an airline, if a folded word is one of them.
func Carriers(word string) []string {
	switch word {
	case "air", "airline", "airlines", "airways", "aviation", "aircompany", "avia", "aviakompaniya", "авиа", "авиакомпания":
		return carriers
	}
	return nil
}
