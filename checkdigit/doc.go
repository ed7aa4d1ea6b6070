// Package checkdigit says whether a number of a register has the form and the check
// digit of its kind:
//
//	checkdigit.Of(enduse.IDIMO, "IMO 9187629") // enduse.CheckValid
//	checkdigit.Of(enduse.IDINN, "7707083894")  // enduse.CheckWrong
//
// It knows LEI (ISO 17442), IBAN (ISO 13616), ISIN (ISO 6166), BIC (ISO 9362), IMO
// ship numbers, MMSI (ITU-R M.585), D-U-N-S, the Chinese USCC (GB 32100-2015), the
// Russian INN, OGRN, OKPO, KPP and SNILS, and wallets in Base58Check (Bitcoin, Tron)
// and Bech32 (BIP 173, BIP 350).
//
// # How it works
//
// A value is written in capitals, without its punctuation and without the name of its
// kind; then the formula of its standard is applied. Each formula names its source.
// Vectors that the standards and issuers publish are in testdata/vectors.csv: kind,
// value, result, source.
//
// # Invariants
//
//   - Only the vocabulary of package enduse and the standard library are imported.
//   - No value makes it panic, and the time grows with the length of the value.
//   - Of nearly all numbers that OFAC prints of a kind, the check digit is right
//     (TestListedParties).
//
// # Limitations
//
// A valid check digit does not say that the number was issued. Ethereum addresses are
// checked for their form only, and the wallets of other chains not at all.
package checkdigit
