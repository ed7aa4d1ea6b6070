package checkdigit

import (
	"bytes"
	"crypto/sha256"
	"strings"

	"github.com/enduse/enduse"
)

// maxWallet is longer than any address of a wallet that is tested, in bytes.
const maxWallet = 128

// checkWallet tests the address of a crypto wallet as far as its own form
// tells its currency: Bitcoin and its kin, and Tron ("T..."), by Base58Check;
// "bc1..." and the like by Bech32 (BIP 173) or Bech32m (BIP 350); Ethereum and
// its kin ("0x...") by form only, for its checksum is optional. The rest gives
// enduse.CheckNone.
func checkWallet(s string) enduse.Check {
	switch {
	case len(s) > maxWallet:
		return enduse.CheckNone
	case strings.HasPrefix(s, "0x"):
		return formOnly(len(s) == 42 && isHex(s[2:]))
	case bech32(s):
		return enduse.CheckValid
	case hasPrefixFold(s, "bc1"), hasPrefixFold(s, "ltc1"):
		return enduse.CheckWrong
	case base58Check(s):
		return enduse.CheckValid
	case len(s) == 34 && (s[0] == '1' || s[0] == '3' || s[0] == 'T') && isBase58(s):
		return enduse.CheckWrong
	}
	return enduse.CheckNone
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func isHex(s string) bool {
	return strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

const base58Alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

func isBase58(s string) bool { return strings.Trim(s, base58Alphabet) == "" }

// base58Check reports whether s is a version byte, a hash of 20 bytes and four
// bytes of checksum: the first of SHA-256 twice over the rest (Bitcoin's
// Base58Check, which Litecoin, Dash, Dogecoin, Tron and others share; Zcash
// has two version bytes).
func base58Check(s string) bool {
	raw, ok := decodeBase58(s)
	if !ok || len(raw) != 25 && len(raw) != 26 {
		return false
	}
	body, sum := raw[:len(raw)-4], raw[len(raw)-4:]
	once := sha256.Sum256(body)
	twice := sha256.Sum256(once[:])
	return bytes.Equal(twice[:4], sum)
}

// decodeBase58 reads a number to base 58, big end first; a leading "1" is a
// zero byte.
func decodeBase58(s string) ([]byte, bool) {
	if len(s) < 26 || len(s) > 36 {
		return nil, false
	}
	num := make([]byte, 0, 32) // little end first
	for i := range len(s) {
		carry := strings.IndexByte(base58Alphabet, s[i])
		if carry < 0 {
			return nil, false
		}
		for j := range num {
			carry += int(num[j]) * 58
			num[j] = byte(carry)
			carry >>= 8
		}
		if carry > 0 {
			num = append(num, byte(carry))
		}
	}
	zeros := len(s) - len(strings.TrimLeft(s, "1"))
	out := make([]byte, zeros, zeros+len(num))
	for i := range num {
		out = append(out, num[len(num)-1-i])
	}
	return out, true
}

const bech32Alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"

// The remainders that Bech32 and Bech32m leave.
const (
	bech32Rest  = 1
	bech32mRest = 0x2bc830a3
)

// bech32 reports whether s is a Bech32 or Bech32m text: a prefix, "1", and data
// whose last six characters are a checksum, all in one letter case.
func bech32(s string) bool {
	lower := strings.ToLower(s)
	at := strings.LastIndexByte(lower, '1')
	if at < 1 || at+7 > len(lower) || len(lower) > 108 || s != lower && s != strings.ToUpper(s) {
		return false
	}
	rest := uint32(1)
	for i := range at {
		rest = bech32Step(rest, uint32(lower[i]>>5))
	}
	rest = bech32Step(rest, 0)
	for i := range at {
		rest = bech32Step(rest, uint32(lower[i]&31))
	}
	for i := at + 1; i < len(lower); i++ {
		v := strings.IndexByte(bech32Alphabet, lower[i])
		if v < 0 {
			return false
		}
		rest = bech32Step(rest, uint32(v))
	}
	return rest == bech32Rest || rest == bech32mRest
}

// bech32Step adds a value of five bits to the remainder of the BCH code of BIP
// 173.
func bech32Step(rest, value uint32) uint32 {
	top := rest >> 25
	rest = (rest&0x1ffffff)<<5 ^ value
	for i, g := range [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3} {
		if top>>i&1 == 1 {
			rest ^= g
		}
	}
	return rest
}
