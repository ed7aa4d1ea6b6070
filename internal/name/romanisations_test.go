package name

import (
	"slices"
	"strings"
	"testing"
)

func TestReadings(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Хрущев", "khrushchev chruschtschew khrouchtchev"},
		{"Медведев", "medvedev medwedew"},
		{"Жуковский", "zhukovskiy zhukovsky zhukovskii schukowski joukovski"},
		{"Юлия", "yuliya iuliia yulia"},
		{"Евгений", "evgeniy yevgeniy evgenii evgeny"},
		{"Сергій", "sergiy serhiy serhii"},
		{"Київ", "kyiv"},
		{"김", "gim kim"},
		{"김정은", "kimjeongeun kimjongun"},
		{"박근혜", "parkgeunhye"},
		{"이재용", "leejaeyong"},
		{"최", "choi"},
		{"习近平", "xijinping hsichinping"},
		{"習近平", "xijinping"},
		{"曾荫权", "zengyinquan tsangyamkuen"},
		{"单", "shan"},
		{"欧阳修", "ouyangxiu"},
		{"陈", "chen chan"},
		{"黄", "huang wong"},
		{"张", "zhang chang cheung"},
		{"毛泽东", "maozedong maotsetung"},
		{"蒋介石", "jiangjieshi chiangchiehshih"},
		{"周恩来", "zhouenlai chouenlai"},
		{"金正恩", "jinzhengen kimjeongeun"},
		{"トヨタ", "toyota"},
		{"ジョン", "jon"},
		{"さとう", "satou sato"},
		{"マッカーサー", "makkasa"},
		{"Παπαδόπουλος", "papadopulos"},
		{"მიხეილ", "mikheil"},
		{"नरेन्द्र", "narendra"},
		{"मोदी", "modi"},
		{"สมชาย", "smchay"},
		{"ኢሳይያስ", "isayyas"},
	} {
		word := Fold(c.in)
		got := romanisationsOf(word, scriptOfWord(word))
		for want := range strings.FieldsSeq(c.want) {
			if !slices.Contains(got, want) {
				t.Errorf("%s reads %q, want %q among them", c.in, got, want)
			}
		}
	}
}
