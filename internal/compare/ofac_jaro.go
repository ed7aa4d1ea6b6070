package compare

// The constants of Winkler's adjustment: each letter that two strings have in
// common at their beginning, up to four, takes a tenth of what they lack.
const (
	winklerScale  = 0.1
	winklerPrefix = 4
)

// jaroWinkler returns the similarity of two ASCII strings of at most maxOFACName letters,
// 0 to 1: W. E. Winkler, "String Comparator Metrics and Enhanced Decision
// Rules in the Fellegi-Sunter Model of Record Linkage", Proceedings of the Section
// on Survey Research Methods, American Statistical Association, 1990, pp. 354-359.
// The adjustment is made at any Jaro value; some programs require 0.7.
func jaroWinkler(a, b string) float64 {
	similarity := jaro(a, b)
	prefix := 0
	for prefix < min(len(a), len(b), winklerPrefix) && a[prefix] == b[prefix] {
		prefix++
	}
	return similarity + float64(prefix)*winklerScale*(1-similarity)
}

// jaro is M. A. Jaro's string comparator (Journal of the American Statistical Association
// 84, 1989, pp. 414-420). Which letters are assigned to each other can depend on which
// string comes first; here the shorter one always does.
func jaro(a, b string) float64 {
	if len(a) > len(b) || len(a) == len(b) && a > b {
		a, b = b, a
	}
	if a == "" {
		return 0
	}
	var usedA, usedB [maxOFACName]bool
	common := markCommon(a, b, &usedA, &usedB)
	if common == 0 {
		return 0
	}
	m := float64(common)
	t := float64(countOutOfOrder(a, b, &usedA, &usedB)) / 2
	return (m/float64(len(a)) + m/float64(len(b)) + (m-t)/m) / 3
}

// markCommon marks the letters that two strings have in common: each letter of a with the
// first free one of b that is near enough.
func markCommon(a, b string, usedA, usedB *[maxOFACName]bool) (common int) {
	window := max(len(b)/2-1, 0)
	for i := range len(a) {
		for j := max(i-window, 0); j < min(i+window+1, len(b)); j++ {
			if !usedB[j] && a[i] == b[j] {
				usedA[i], usedB[j] = true, true
				common++
				break
			}
		}
	}
	return common
}

// countOutOfOrder counts the letters in common that come in another order: two for each
// transposition.
func countOutOfOrder(a, b string, usedA, usedB *[maxOFACName]bool) (n int) {
	j := 0
	for i := range len(a) {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			n++
		}
		j++
	}
	return n
}
