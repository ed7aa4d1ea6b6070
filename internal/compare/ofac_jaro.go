package compare

// The constants of Winkler's adjustment: each letter that two strings have in
// common at their beginning, up to four, takes a tenth of what they lack.
const (
	winklerScale  = 0.1
	winklerPrefix = 4
)

// jaroWinkler is how alike two ASCII strings of at most longestOFACName letters
// are, 0 to 1: W. E. Winkler, "String Comparator Metrics and Enhanced Decision
// Rules in the Fellegi-Sunter Model of Record Linkage", Proceedings of the Section
// on Survey Research Methods, American Statistical Association, 1990, pp. 354-359.
// The adjustment has no least Jaro value here, which some programs put at 0.7.
func jaroWinkler(a, b string) float64 {
	alike := jaro(a, b)
	prefix := 0
	for prefix < min(len(a), len(b), winklerPrefix) && a[prefix] == b[prefix] {
		prefix++
	}
	return alike + float64(prefix)*winklerScale*(1-alike)
}

// jaro is M. A. Jaro's string comparator (Journal of the American Statistical
// Association 84, 1989, pp. 414-420). Which letters are assigned to each other can
// depend on which string comes first; the shorter one does, so that it does not.
func jaro(a, b string) float64 {
	if len(a) > len(b) || len(a) == len(b) && a > b {
		a, b = b, a
	}
	if a == "" {
		return 0
	}
	var usedA, usedB [longestOFACName]bool
	common := assign(a, b, &usedA, &usedB)
	if common == 0 {
		return 0
	}
	m := float64(common)
	t := float64(outOfOrder(a, b, &usedA, &usedB)) / 2
	return (m/float64(len(a)) + m/float64(len(b)) + (m-t)/m) / 3
}

// assign marks the letters that two strings have in common: each of a with the
// first free one of b that is near enough.
func assign(a, b string, usedA, usedB *[longestOFACName]bool) (common int) {
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

// outOfOrder counts the letters in common that come in another order: two for
// each transposition.
func outOfOrder(a, b string, usedA, usedB *[longestOFACName]bool) (n int) {
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
