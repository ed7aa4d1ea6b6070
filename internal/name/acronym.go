package name

// How many letters an acronym has.
const (
	minAcronym = 3
	maxAcronym = 6
)

// findAcronym returns the initials of the words of an organisation's name, without legal
// forms and particles, and the tokens that they are of. It returns "" for a name that is
// not used by its initials.
func (n *Name) findAcronym() (letters string, from, to int) {
	var buf [maxAcronym]byte
	count, collective := 0, false
	from = -1
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if t.Class == Legal || t.Class == Particle {
			continue
		}
		if t.Class == Number || t.Raw == "" || t.Raw[0] < 'a' || t.Raw[0] > 'z' || count == maxAcronym {
			return "", 0, 0
		}
		collective = collective || t.Class == Business || lexicon().collectives[t.Text]
		buf[count] = t.Raw[0]
		count++
		if from < 0 {
			from = i
		}
		to = i + 1
	}
	if count < minAcronym || !collective {
		return "", 0, 0
	}
	return string(buf[:count]), from, to
}

// Spells reports whether a token can be a given acronym.
func (t *Token) Spells(acronym string) bool {
	return acronym != "" && t.Class == Plain && t.Raw == acronym
}
