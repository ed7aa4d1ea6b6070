package namefield

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// errorValues are what spreadsheets write for a value that they could not reckon,
// in their languages.
var errorValues = regexp.MustCompile(`#(?:REF!|VALUE!|NUM!|NAME\?|N/A|NV|DIV/0!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA|BEZUG!|WERT!|ZAHL!|ИМЯ\?|ЗНАЧ!|ССЫЛКА!|ЧИСЛО!|ДЕЛ/0!|Н/Д|ПУСТО!|REF\b|¡REF!|¡VALOR!|¿NOMBRE\?|NOMBRE\?|VALEUR!|NOMBRE!|NOM\?|NOME\?|RIF!|VALORE!|SAYI!|DEĞER!|AD\?|BAŞV!)`)

// references are what people write for a party that is named elsewhere, or for
// none: without punctuation, in small letters.
var references = func() map[string]bool {
	m := map[string]bool{}
	for text := range strings.SplitSeq(`same as consignee,same as above,same as shipper,same as buyer,same as notify,same as notify party,same as the consignee,same as before,same,as above,as before,as consignee,
		as per attached,as per list,as per lc,see above,see below,see attached,see list,see note,see notes,to order,to the order,to order of shipper,to the order of shipper,to order of bank,to the order of bank,
		to order of issuing bank,to the order of issuing bank,to be advised,to be confirmed,to be announced,to be named,to be determined,tba,tbc,tbd,tbn,ditto,idem,dito,undefined,null,nan,nil,none,none given,
		not available,not known,not stated,not provided,not given,not applicable,unknown,various,several,diverse,misc,miscellaneous,multiple,verschiedene,wie oben,wie empfanger,wie konsignee,siehe oben,an order,
		unbekannt,a la orden,a l ordre,meme que ci dessus,idem destinataire,inconnu,desconocido,igual que consignatario,igual que el consignatario,mismo,el mismo,o mesmo,тот же,та же,он же,как выше,см выше,
		по приказу,неизвестно,同上,见上,待定,不详,未知,bearer,holder,self,cash customer,walk in customer,one time customer,cpd,conto pro diverse,n n,consignee,consignor,shipper,buyer,seller,customer,supplier,vendor,client,john doe,jane doe,max mustermann,deleted,redacted,private,privat,private person,barverkauf,bar verkauf,cash sale,customer name,name,test,test customer,idem supra,к получателю,получатель,покупатель,клиент,физлицо,частное лицо,particulier,particular,consumidor final,final consumer,anonymous,anonym,confidential,withheld,withdrawn,to be deleted,do not use,dummy,sample,xxx,xxxx,abc,asdf,do,do do,n a,na,n d,nd,s a,k a,o a,idem dito,идентично,аналогично,то же,тот же адрес,к приказу,приказу,по ордеру,не указано,не указан,нет данных,нет,отсутствует,без имени,прочие,разные,sin datos,sin nombre,no consta,no aplica,no informado,nao informado,sem nome,varios,vários,divers,non communique,non renseigne,non precise,sans nom,keine angabe,k a angabe,ohne angabe,ohne namen,nicht bekannt,nicht angegeben,entfallt,diverse kunden,laufkunde,laufkundschaft,barkunde,non disponibile,non indicato,sconosciuto,vari,nieznany,brak,brak danych,nie dotyczy,bilinmiyor,belirtilmemis,yok,ayni,muhtelif,individual,individuals,an individual,private individual,private customer,walk in,walkin,walk in client,counter sale,retail,retail customer,cash,sundry,sundries,sundry debtors,other,others,miscellaneous customer,general public,no name,noname,nameless,name unknown,person unknown,not applicable n a,not available n a,to whom it may concern,whom it may concern,to be specified,tbs,to follow,pending,n k,unspecified,blank,empty,void,missing,无,没有,暂无,待通知,不适用,同收货人,同发货人,散客,零售,個人,个人,なし,不明,同じ,未定,없음,미정,غير معروف,نفس المرسل اليه,لا يوجد`, ",") {
		m[bare(text)] = true
	}
	return m
}()

// bare is a text in folded letters and digits, its words parted by one blank.
func bare(text string) string {
	return strings.Join(strings.FieldsFunc(name.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }), " ")
}

// plainGaps is gaps of a plain name, of which most need no look.
func (f *Field) plainGaps(text string) {
	if len(text) <= longestReference && references[bare(text)] {
		f.gap(gapReference)
	}
}

const (
	longestReference = 34
	gapReference     = "it refers to a party that is named elsewhere, or to none"
)

// gaps says why a field, or a part of it, cannot be read as a name.
func (f *Field) gaps(text string) {
	switch {
	case strings.ContainsRune(text, '#') && errorValues.MatchString(text):
		f.gap("it holds an error of a spreadsheet")
	case len(text) <= longestReference && references[bare(text)]:
		f.gap(gapReference)
	}
	if lost(text) {
		f.gap("letters of it were lost: it holds question marks or replacement characters for letters")
	}
	for _, r := range text {
		if r >= 0xE000 && r < 0xF900 || r == 0xFFFC {
			f.gap("it holds characters that only a font of its own shows")
			break
		}
	}
}

var lostLetters = regexp.MustCompile(`\pL\?+\pL|\?{2,}|(?:^|\s)\?\pL{2,}|\x{FFFD}`)

// lost reports whether marks stand where letters were.
func lost(text string) bool {
	return !utf8.ValidString(text) || strings.ContainsAny(text, "?\uFFFD") && lostLetters.MatchString(text)
}

// Nameless says why a field, taken apart, names nobody: it has legal forms, titles, particles
// or digits alone, or no vowel in many letters. "" for one that may name somebody.
func Nameless(n *name.Name) string {
	titles, numbers, particles := 0, 0, 0
	for i := range n.Tokens {
		switch n.Tokens[i].Class {
		case name.Title:
			titles++
		case name.Number:
			numbers++
		case name.Particle:
			particles++
		case name.Plain, name.Initial, name.Business, name.Legal:
		}
	}
	switch all := len(n.Tokens); {
	case all == 0:
	case titles == all, n.IsNobody():
		return "it is a legal form or a title, and no name"
	case particles == all:
		return "it is a word that stands between names, and no name"
	case n.IsCutForm(), n.IsMostlyForm():
		return GapCut
	case numbers == all:
		return "it is a number, and no name"
	case vowelless(n):
		return "it has no vowel: letters may have been left out"
	}
	return ""
}

// GapCut is of a name of which a legal form is left.
const GapCut = "it was cut off: what is left is a legal form, and no name"

// vowelless reports whether the words of a name in Latin letters have many letters
// and no vowel.
func vowelless(n *name.Name) bool {
	letters := 0
	for i := range n.Tokens {
		if c := n.Tokens[i].Class; c != name.Plain && c != name.Initial {
			continue
		}
		raw := n.Tokens[i].Raw
		if strings.ContainsAny(raw, "aeiou") || !ascii(raw) {
			return false
		}
		letters += len(raw)
	}
	return letters >= leastLetters
}

// leastLetters is how many letters without a vowel are no abbreviation.
const leastLetters = 8
