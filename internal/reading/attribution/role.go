package attribution

// Role is what words do in a sentence. Roles are bits of a set.
type Role uint64

// The roles. The lexicon calls them by the names in roleNames.
const (
	According     Role = 1 << iota // name a speaker: "according to"
	Speakers                       // people and bodies that speak: officials, ministry
	Attributes                     // precede or follow such a noun
	Articles                       // precede a noun
	Of                             // join a speaker with those the speaker speaks for
	That                           // join a verb with what is said
	To                             // join a verb with those who are spoken to
	Prepositions                   // what they precede is not a subject
	Circumstances                  // follow a verb without being what is said
	Also                           // may be between a subject and its verb
	And                            // join clauses
	Not                            // negate
	Perhaps                        // make uncertain
	Auxiliaries                    // precede a participle
	Passive                        // forms of to be, before a participle
	By                             // name the agent of a passive
	Relative                       // refer to a thing, before a verb
	Conjunctions                   // prepositions that begin a clause, too: "after Pyongyang warned"
	Determiners                    // precede a noun, never a verb
	Gerunds                        // continue with the subject of the verb before
	Endings                        // end nouns for people and bodies, in a language without blanks
	Personal                       // endings of nouns for people: a name may follow
	Surnames                       // begin names, in a language without blanks
	Occasions                      // end a circumstance that precedes its noun, in a language without blanks
	Askers                         // who asks in a transcript, before a colon
	Answerers                      // who answers
	Suppliers                      // speakers that trade
	Subjects                       // pronouns that speak
	Things                         // those of them that are not people
	Objects                        // pronouns after a preposition
	Infinitive                     // begins what somebody is asked to do, or accused of
	Sanction
	Lift
	Impose
	Removals  // say that the parties that follow are removed from a list
	Additions // or added to it
	Registers // the lists
	Supply
	Towards // precede where goods go
	Out     // precede where goods come from
	Arms
	Stop
	Talks
	Coming
	Abbreviations // end in a dot that ends no sentence
)

// roleNames are the roles as the lexicon calls them, in the order of their bits. A
// language has words for each, or says that it has none.
var roleNames = []string{
	"according", "speakers", "attributes", "articles", "of", "that", "to", "before", "circumstances", "also", "and", "not",
	"perhaps", "auxiliaries", "passive", "by", "relative", "conjunctions", "determiners", "gerunds",
	"endings", "personal", "surnames", "occasions", "askers", "answerers", "suppliers", "subjects", "things", "objects", "infinitive",
	"sanction", "lift", "impose", "removals", "additions", "registers", "supply", "towards", "out", "arms", "stop", "talks", "coming",
	"abbreviations",
}
