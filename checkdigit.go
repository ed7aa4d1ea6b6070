package enduse

// CheckDigit says whether a value has the form and the check digit of its
// kind.
func CheckDigit(kind IdentifierKind, value string) Check {
	return CheckNone
}
