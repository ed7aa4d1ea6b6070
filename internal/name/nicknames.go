package name

import (
	"slices"
	"strings"
)

// nicknameGroups are given names and the short forms that people go by. A form
// may stand in several groups; groups are of one language's usage.
const nicknameGroups = `
abigail abby gail
abraham abe bram
albert bert bertie
alexander alex alec sandy xander
aleksandr alexandr sasha oleksandr
alexandra sandra alexa
aleksandra sasha
alexei aleksey alexey alyosha lyosha oleksiy
anastasia nastya anastasiya stacy
andrew andy drew
ann anne annie
anna anya
anthony antony tony
barack barry
barbara barb babs
benjamin ben benny benji
binyamin benjamin bibi
boris borya
catherine katherine kathryn cathy kathy kate katie
ekaterina yekaterina katya
charles charlie chuck
christopher chris kit
daniel dan danny
david dave davey davit
deborah debbie deb
dmitry dmitri dmitriy dima mitya dmytro
donald don donnie
dorothy dot dottie
edward ed eddie ted teddy ned
elizabeth liz lizzie beth betty eliza elisabeth
emily em
eugene gene evgeny yevgeny evgeniy zhenya yevhen
francis frank
francisco paco
frederick fred freddie friedrich
gabriel gabe
george georg georgy
yuri yury yuriy yurii
gerald gerry jerry
gregory greg
grigory grigoriy grisha hryhoriy
harold harry hal
henry harry hank
ilya ilia illia elijah eli
irina ira iryna
isaac ike
ivan vanya
jacob jake
james jim jimmy jamie
jeffrey jeff geoffrey geoff
jennifer jenny jen
jessica jess
john jack johnny
jonathan jon
joseph joe joey
joshua josh
kenneth ken kenny
konstantin kostya
lawrence larry laurence
leonard leo lenny
leonid lyonya
louis lou lewis
margaret maggie meg peggy rita greta
maria masha mariya
mary molly
matthew matt
maxim max maksim maksym
michael mike mick mickey
mikhail misha mykhailo
mohammad mohammed muhammad mohamed muhammed mohamad mohd mohammet muhamad muhamed mahomet mouhamed mohmed muhammet mehmet mehmed magomed mahammad
natalia natalya natasha nataliya
nathaniel nathan nate
nicholas nick nicky
nikolai nikolay kolya mykola
oleg oleh
pamela pam
patricia pat patty tricia
patrick pat paddy
pavel pasha pavlo
peter pete
pyotr petr petya petro
philip phil
rebecca becky
richard rich rick ricky dick
robert rob bob bobby robbie
ronald ron ronnie
samuel sam sammy
sergei sergey seryozha serhiy
stanislav stas slava
stephen steven steve
susan sue
svetlana sveta
tatiana tatyana tanya
theodore ted teddy theo
fyodor fedor fedya
thomas tom tommy
timothy tim
valentina valya
vasily vasiliy vasya vasyl
victor viktor vitya vic
victoria vicky viktoria vika
viacheslav vyacheslav slava
vladimir volodymyr vova volodya vlad wladimir
vladislav vlad slava
walter walt
william will bill billy willy liam
yaroslav slava jaroslav
zachary zach zack
`

// nicknames gives the numbers of the groups that a given name stands in.
var nicknames = func() map[string][]int {
	m := map[string][]int{}
	group := 0
	for line := range strings.Lines(nicknameGroups) {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = append(m[w], group)
		}
		if len(words) > 0 {
			group++
		}
	}
	return m
}()

// Nicknames reports whether two given names are forms of one.
func Nicknames(a, b string) bool {
	for _, x := range nicknames[a] {
		if slices.Contains(nicknames[b], x) {
			return true
		}
	}
	return false
}

// NicknameGroups returns the numbers of the groups of a given name.
func NicknameGroups(word string) []int { return nicknames[word] }
