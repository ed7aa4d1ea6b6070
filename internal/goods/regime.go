package goods

// Regime is a range of the three digits of control numbers and the reason for
// control that it means.
type Regime struct {
	From, To int
	ID       string
	Name     string
	Citation string
}

const (
	numbering = "Regulation (EU) 2021/821, Annex I, numbering; EAR, 15 CFR 738.2(d)"
	us738     = "EAR, 15 CFR 738.2(d) (verify)"
)

// RegimeMTCR is the missile technology regime.
const RegimeMTCR = "mtcr"

// Regimes are the ranges in order. The first four are shared by the European
// and the US list; those from 500 are of the US. An entry may be controlled for
// more reasons than its digits say: the list itself says so.
var Regimes = []Regime{
	{0, 99, "wassenaar", "Wassenaar Arrangement, national security", numbering},
	{101, 199, RegimeMTCR, "Missile Technology Control Regime", numbering},
	{201, 299, "nsg", "Nuclear Suppliers Group", numbering},
	{301, 399, "australia", "Australia Group, chemical and biological weapons", numbering},
	{401, 499, "cwc", "Chemical Weapons Convention", "Regulation (EU) 2021/821, Annex I, numbering (verify)"},
	{500, 599, "us-500", "US satellites, firearms and other items under Commerce", us738},
	{600, 699, "us-600", "US 600 series, munitions items under Commerce", us738},
	{900, 999, "unilateral", "unilateral control: of the US anti-terrorism or foreign policy, elsewhere national", us738},
}
