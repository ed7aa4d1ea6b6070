package name

import "strings"

// tradeWords are the words of trade that companies' names hold in other
// languages than English, in Latin letters without diacritics, each behind what
// it stands for in English. Words that are names of people or of places as
// often (Nova, Sur, Norte) are left out. Han and Cyrillic words are read by
// translation.
var tradeWords = map[string]string{
	"company":        "compania companhia compagnie compagnia kompaniya kompania kompaniia sherkat sharikat sharika sharekat",
	"corporation":    "corporacion corporativo korporatsiya korporatsia",
	"group":          "grupo groupe gruppo gruppe grup gruppa grupp goroh majmoeh",
	"holding":        "kholding",
	"enterprise":     "empresa empresas entreprise entreprises impresa unternehmen predpriyatie predpriiatie",
	"trading":        "comercializadora comercial ticaret commerciale handel handels handelsgesellschaft torgovyi torgovy torgovaya bazargani tejarat tejari",
	"industry":       "industria industrias industrie industriel industrielle sanayi sanaye sanayeh promyshlennost promyshlennaya promyshlennyi",
	"import":         "importadora importaciones importacion ithalat vardat",
	"export":         "exportadora exportaciones exportacion ihracat saderat",
	"service":        "servicios servicio servizi servis khadamat uslugi",
	"investment":     "inversiones inversion inversora investissement investissements investitsii investitsionnaya sarmayeh",
	"construction":   "constructora construcciones construccion insaat construcoes stroitelstvo stroitelnaya stroitelnyi",
	"transport":      "transportes transporte nakliyat tasimacilik hamlonaghl perevozki",
	"shipping":       "naviera navegacion navigazione armement denizcilik sudokhodnaya keshtirani",
	"logistics":      "logistica logistique lojistik logistik logistika",
	"technology":     "tecnologia tecnologias technologie teknoloji tekhnologii tekhnologiya tekhnologiia",
	"electronic":     "electronica elektronik elektronika electronique elettronica",
	"engineering":    "ingenieria ingenierie muhendislik inzhiniring mohandesi",
	"machinery":      "maquinaria maquinarias makina makine maschinenbau mashinostroenie mashinostroitelnyi",
	"manufacturing":  "manufacturas fabricacion imalat proizvodstvo proizvodstvennaya proizvodstvennoe proizvodstvennyi",
	"plant":          "zavod karkhaneh",
	"factory":        "fabrica fabrika fabrique",
	"energy":         "energia energie enerji energetika energeticheskaya",
	"petroleum":      "petrol petrolera petroleos petrole neftyanaya neft",
	"chemical":       "quimica quimicas kimya khimicheskii khimicheskiy",
	"mining":         "minera mineria madencilik gornodobyvayushchaya",
	"bank":           "banco banque banka bancaria",
	"financial":      "financiera financiero financiere finans finansovaya finansovyi",
	"insurance":      "seguros sigorta strakhovaya bimeh",
	"national":       "nacional nationale nazionale natsionalnyi natsionalnaya melli",
	"international":  "internacional internationale internazionale uluslararasi mezhdunarodnyi mezhdunarodnaya",
	"state":          "estatal gosudarstvennyi gosudarstvennoe gosudarstvennaya",
	"federal":        "federalnoe federalnyi federalnaya",
	"scientific":     "cientifico cientifica scientifique nauchno nauchnyi nauchnaya",
	"research":       "investigacion investigaciones recherche issledovatelskii issledovatelskiy pajuhesh pazhuhesh",
	"institute":      "instituto institut istituto enstitusu moasseseh",
	"center":         "centro tsentr zentrum merkezi markaz",
	"university":     "universidad universite universitesi universitet daneshgah",
	"academy":        "academia akademiya akademie",
	"foundation":     "fundacion fondation fondazione stiftung stiftelse bonyad muassasat moassasat muassasa fond",
	"association":    "asociacion associazione assotsiatsiya obyedinenie obedinenie",
	"society":        "sociedad societe jamiyat jamiyah jamiat",
	"organization":   "organizacion organizatsiya sazman sazeman munazzamat",
	"movement":       "movimiento mouvement harakat harakah dvizhenie",
	"party":          "partido hizb",
	"army":           "ejercito armee jaysh jaish",
	"office":         "oficina bureau maktab",
	"bureau":         "byuro biuro",
	"design":         "konstruktorskoe proektnyi",
	"agency":         "agencia agence agentstvo",
	"ministry":       "ministerio ministere ministerstvo vezarat",
	"defense":        "defensa defence oborony",
	"security":       "seguridad bezopasnost",
	"agricultural":   "agricola agropecuaria keshavarzi selskokhozyaystvennyi",
	"food":           "alimentos gida",
	"textile":        "textil textiles tekstil",
	"steel":          "acero celik stal foulad fulad",
	"tourism":        "turismo turizm",
	"hotel":          "hoteles otel gostinitsa",
	"distributor":    "distribuidora distribuciones",
	"operator":       "operadora",
	"consulting":     "consultoria consultores danismanlik konsalting",
	"communication":  "comunicaciones comunicacion iletisim svyaz",
	"system":         "sistemas sistema sistemy sistemleri",
	"islamic":        "islami islamiyya islamiyah islamiya eslami islamia",
	"charitable":     "khayriyya khayriya kheiriyeh khairiyah",
	"relief":         "ighatha igatha",
	"commercial":     "kommercheskii kommercheskiy",
	"exchange":       "cambio sarrafi sarafi",
	"world":          "mundial mondiale dunya",
	"aviation":       "aviacion havacilik aviatsionnyi aviatsionnaya aviatsiya",
	"airlines":       "aerolineas lineasaereas aviakompaniya aviakompania aircompany aviacompany airline airways",
	"branch":         "filial filiale filialen sucursal succursale zweigniederlassung niederlassung filiala oddzial subesi fillial filiyal",
	"representative": "predstavitelstvo representacion representation vertretung rappresentanza temsilciligi przedstawicielstwo",
}

// englishOf finds the English word for one of another language.
var englishOf = func() map[string]string {
	m := map[string]string{}
	for english, words := range tradeWords {
		for w := range strings.FieldsSeq(words) {
			m[w] = english
		}
	}
	return m
}()
