package attribution

import "github.com/enduse/enduse/internal/reading/coref"

// Class is what kind of act a statement is.
type Class string

// The classes. Said is for a statement of no other class.
const (
	Said       Class = "said"
	Announced  Class = "announced"
	Asked      Class = "asked"
	Warned     Class = "warned"
	Threatened Class = "threatened"
	Denied     Class = "denied"
	Assured    Class = "assured"
	Welcomed   Class = "welcomed"
	Accused    Class = "accused"
	Agreed     Class = "agreed"
	Refused    Class = "refused"

	none Class = "none" // phrases with a verb of speech in them that report nothing
)

// Kind is how the words are given.
type Kind string

// The kinds: in quotation marks, or in the words of the writer.
const (
	Quote      Kind = "quote"
	Paraphrase Kind = "paraphrase"
)

// Modality is what a statement says of what it is about: that it is so, that it may be
// so, that it is not.
type Modality string

// The modalities.
const (
	Asserted Modality = "asserted"
	Possible Modality = "possible" // may, could; "did not rule out"
	Negated  Modality = "negated"  // not, never; what is denied
)

// Event is what an analyst of sanctions and export control watches for.
type Event string

// The events.
const (
	SanctionThreatened Event = "sanction_threatened"
	SanctionImposed    Event = "sanction_imposed"
	SanctionLifted     Event = "sanction_lifted"
	ExportStopAsked    Event = "export_stop_asked"
	SupplyAlleged      Event = "supply_alleged"
	SupplyDenied       Event = "supply_denied"
	TalksAnnounced     Event = "talks_announced"
)

// Party is who says something, as written and as resolved.
type Party = coref.Referent

// Statement is what somebody is reported to have said.
type Statement struct {
	Speaker   Party
	Verb      string // as it is written; empty if no verb attributes the words
	Class     Class
	Kind      Kind
	Addressee string // as written; empty if none is named
	// Text is what is said: text[Start:End].
	Text       string
	Start, End int
	Modality   Modality
	Events     []Event
}
