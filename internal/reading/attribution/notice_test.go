package attribution_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// TestNotices holds what notices of the keepers of lists are events of.
func TestNotices(t *testing.T) {
	const party = "ZARVOTEK WORKS"
	for _, tt := range []struct{ language, text, event string }{
		{"en", "The following deletions have been made to the SDN List: ZARVOTEK WORKS.", "sanction_lifted"},
		{"en", "The following deletions have been made to the SDN List:\n\nZARVOTEK WORKS, a town.", "sanction_lifted"},
		{"en", "The following entries are deleted from Annex I: ZARVOTEK WORKS.", "sanction_lifted"},
		{"en", "ZARVOTEK WORKS has been removed from the UK Sanctions List.", "sanction_lifted"},
		{"en", "The following additions have been made to the SDN List: ZARVOTEK WORKS.", "sanction_imposed"},
		{"en", "The following entries have been added to the consolidated list: ZARVOTEK WORKS.", "sanction_imposed"},
		{"fr", "Les mentions suivantes sont supprimées de l'annexe I : ZARVOTEK WORKS.", "sanction_lifted"},
		{"fr", "L'entité suivante est ajoutée à la liste : ZARVOTEK WORKS.", "sanction_imposed"},
		{"es", "Se suprime de la lista la entidad siguiente: ZARVOTEK WORKS.", "sanction_lifted"},
		{"es", "Se añaden a la lista: ZARVOTEK WORKS.", "sanction_imposed"},
		{"ru", "Из списка исключены следующие лица: ZARVOTEK WORKS.", "sanction_lifted"},
		{"ru", "В перечень внесены следующие лица: ZARVOTEK WORKS.", "sanction_imposed"},
		{"zh", "以下实体从清单中移除：ZARVOTEK WORKS。", "sanction_lifted"},
		{"zh", "以下实体被列入清单：ZARVOTEK WORKS。", "sanction_imposed"},

		{"en", "ZARVOTEK WORKS has not been removed from the list.", ""},
		{"en", "ZARVOTEK WORKS may be removed from the list.", ""},
		{"en", "The fee of ZARVOTEK WORKS was removed from the invoice.", ""},
		{"en", "The following deletions have been made to the list of members.", ""},
	} {
		var mentions []entity.Mention
		if i := strings.Index(tt.text, party); i >= 0 {
			mentions = append(mentions, entity.Mention{Kind: entity.ListedParty, Start: i, End: i + len(party), Surface: party, Resolved: party})
		}
		got := ""
		x := text.Cut(tt.text, tt.language)
		for _, st := range attribution.Find(x, attribution.Sentences(x, mentions), mentions) {
			for _, e := range st.Events {
				got += string(e)
			}
		}
		if got != tt.event {
			t.Errorf("%s %q: %q, want %q", tt.language, tt.text, got, tt.event)
		}
	}
}
