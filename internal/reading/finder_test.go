package reading_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
)

// line writes a mention as the tables of the tests have it.
func line(m entity.Mention) string {
	s := fmt.Sprintf("%s %s = %s", m.Kind, m.Surface, m.Resolved)
	if m.Country != "" && m.Kind != entity.Country {
		s += " [" + m.Country + "]"
	}
	if m.Office != "" && m.Office != m.Surface && !m.Anaphor {
		s += " (" + m.Office + ")"
	}
	if m.Anaphor {
		s += " anaphor"
	}
	if m.Uncertain {
		s += " uncertain"
	}
	return s
}

// TestFind holds what sentences name, of one kind each. All people are fictitious.
func TestFind(t *testing.T) {
	finder := reading.NewFinder(nil)
	for _, tt := range []struct {
		language string
		kind     entity.Kind
		text     string
		want     string
	}{
		{"en", entity.Person, "The US Secretary of State, Ann Example, asked Beijing to stop. Example also said that she will travel.", `
			person Ann Example = Ann Example [US] (US Secretary of State)
			person Example = Ann Example [US] (US Secretary of State)
			person she = Ann Example [US] anaphor`},
		{"en", entity.Person, "Example asks Russia to stop\n\nForeign Minister Ben Example said no. The minister added nothing.", `
			person Example = Ben Example (Foreign Minister)
			person Ben Example = Ben Example (Foreign Minister)
			person The minister = Ben Example anaphor`},
		{"en", entity.Person, "President Ann Sample met President Ben Sample. Sample said nothing.", `
			person Ann Sample = Ann Sample (President)
			person Ben Sample = Ben Sample (President)
			person Sample = Ben Sample (President) uncertain`},
		{"en", entity.Person, "US officials warned that firms sell chips.", `
			person US officials = US officials [US]`},
		{"en", entity.Person, "Lt. Gen. John J. Sampleton said so.", `
			person John J. Sampleton = John J. Sampleton (Lt. Gen.)`},
		{"es", entity.Person, "La ministra de Comercio, Ana Ejemplo, negó la venta. Ella aseguró que no hay prueba. Ejemplo pidió calma. El tiempo pasa.", `
			person Ana Ejemplo = Ana Ejemplo (ministra de Comercio)
			person Ella = Ana Ejemplo anaphor
			person Ejemplo = Ana Ejemplo (ministra de Comercio)`},
		{"ru", entity.Person, "Министр торговли России Иван Примеров заявил, что поставок нет. Он добавил это в пятницу. Примерову ответили. Министр призвал к миру.", `
			person Иван Примеров = Иван Примеров [RU] (Министр торговли России)
			person Он = Иван Примеров [RU] anaphor
			person Примерову = Иван Примеров [RU] (Министр торговли России)
			person Министр = Иван Примеров [RU] anaphor`},
		{"zh", entity.Person, "中国外交部发言人李示例表示，中方反对制裁。他强调，中国不出售武器。李示例还说，没有证据。", `
			person 李示例 = 李示例 [CN] (中国外交部发言人)
			person 他 = 李示例 [CN] anaphor
			person 李示例 = 李示例 [CN] (中国外交部发言人)`},
		{"fr", entity.Person, "La ministre française des Affaires étrangères, Anne Exemple, a averti Moscou. Elle a ajouté que rien ne change.", `
			person Anne Exemple = Anne Exemple [FR] (ministre française des Affaires étrangères)
			person Elle = Anne Exemple [FR] anaphor`},
		{"en", entity.Country, "Washington and Beijing met in the South China Sea, the North American said; Chinese firms and the Kremlin did not.", `
			country Washington = United States
			country Beijing = China
			country the North American = United States
			country Chinese = China
			country Kremlin = Russia`},
		{"en", entity.Country, "Send us the turkey from New Jersey, in Lima beans.", ""},
		{"ru", entity.Country, "Вашингтон и Пекин; в Россию, с Китаем, российские фирмы, США.", `
			country Вашингтон = United States
			country Пекин = China
			country Россию = Russia
			country Китаем = China
			country российские = Russia
			country США = United States`},
		{"zh", entity.Country, "美国和中国在南海，俄罗斯、伊朗和朝鲜。", `
			country 美国 = United States
			country 中国 = China
			country 俄罗斯 = Russia
			country 伊朗 = Iran
			country 朝鲜 = North Korea`},
		{"en", entity.Organization, "The Bureau of Industry and Security (BIS) and Example Trading Co., Ltd. met the European Union; BIS left. The Chinese embassy was quiet.", `
			organization Bureau of Industry and Security = Bureau of Industry and Security [US]
			organization BIS = Bureau of Industry and Security [US]
			organization Example Trading Co., Ltd = Example Trading Co., Ltd
			organization European Union = European Union
			organization BIS = Bureau of Industry and Security [US]
			organization Chinese embassy = Chinese embassy [CN]`},
		{"en", entity.Organization, "The Example Widget Committee (EWC) met. EWC left.", `
			organization Example Widget Committee = Example Widget Committee
			organization EWC = Example Widget Committee
			organization EWC = Example Widget Committee`},
		{"ru", entity.Organization, "Санкции против ООО «Пример Технологии» и МИД России.", `
			organization ООО «Пример Технологии» = ООО «Пример Технологии»
			organization МИД России = Russian Ministry of Foreign Affairs [RU]`},
		{"zh", entity.Organization, "深圳示例电子科技有限公司否认。", `
			organization 深圳示例电子科技有限公司 = 深圳示例电子科技有限公司`},
		{"en", entity.Programme, "The Entity List, the EAR and the MTCR, Regulation (EU) No 833/2014, and Security Council resolution 1718 (2006); the ear hurts.", `
			programme Entity List = Entity List
			programme EAR = Export Administration Regulations
			programme MTCR = Missile Technology Control Regime
			programme Regulation (EU) No 833/2014 = Regulation (EU) 833/2014
			programme Security Council resolution 1718 (2006) = UN Security Council Resolution 1718 (2006)`},
		{"en", entity.Goods, "Electronic, mechanical, electromechanical components and defense technology, and equipment that could be used for the production of ballistic missiles.", `
			goods Electronic, mechanical, electromechanical components = electronic components
			goods defense technology = defence technology
			goods equipment that could be used for the production of ballistic missiles = missile technology`},
		{"es", entity.Goods, "Vende bienes de doble uso y semiconductores.", `
			goods bienes de doble uso = dual-use goods
			goods semiconductores = electronic components`},
	} {
		var got []string
		for _, m := range finder.Find(tt.text, tt.language) {
			if m.Kind == tt.kind {
				got = append(got, line(m))
			}
		}
		var want []string
		for w := range strings.Lines(tt.want) {
			if w = strings.TrimSpace(w); w != "" {
				want = append(want, w)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s %q:\ngot\n  %s\nwant\n  %s", tt.language, tt.text, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
		}
	}
}
