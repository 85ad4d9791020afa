//! Words that hold sentences together and lead a reader nowhere: they are left out of the
//! index of words. A search finds them all the same.

use crate::locale::Tongue;

/// The common words of a language.
pub(super) fn words(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::English => ENGLISH,
        Tongue::Kazakh => KAZAKH,
        Tongue::Russian => RUSSIAN,
        Tongue::Other => "",
    }
}

const ENGLISH: &str = "\
    about above after again all along also although among and annually are as at because been \
    before being below between both but by came can could did do does done down during each \
    either every fairly far few fewer for from get given had hardly has have here how however \
    into its itself last least less like lower main many may might more most much must named \
    near neither never next nor not now number off often on once one ones only onto or other \
    our out over own quite rather same second selected several shall she should since so some \
    still such than that the their them then there these they third this those though three \
    through thus till to too towards two under until up upon used very was well were what \
    when where whether which while who whom whose why will with within without would yet you";

const KAZAKH: &str = "\
    ал алайда алғашқы арқылы арналған арасында артық аталған барлық барлығы бар басқа бері \
    берілген беріп бермеген біраз бірақ бірге біріншісі бірінші біршама болады болған болды \
    болып бойы бойынша бойымен бұдан бұл бұрынғы бұрын бүкіл дейін дерлік деп егер екі екінші \
    ең емес енді еді ешқандай жалпы жатыр жоқ және және жүргізілген жылы жыл керек кейін келесі \
    келген көп көбі көбіне көрсетілген қай қайдан қайта қалай қалған қандай қарай қарағанда \
    күрт мен мұндай неліктен немесе олар оларды ол осы осындай өз өте пен соң соңғы сондай \
    сондықтан соның сол солай сөзбен тағы тек төменірек төмен төрт туралы түрі тыс үш үшін \
    үшінші шамамен яғни әлі әр әрбір әртүрлі";

const RUSSIAN: &str = "\
    без более больше большинство будет будто был была были было быть вам вас весь вместе во \
    вот всего всей всем всех все вся вы главная где да даже данные два две двух держится для \
    до довольно его ее ей ему если есть еще ею же за здесь из или им ими их как какая какие \
    какой когда которая которого которое которой которую которые который которым которых кто \
    ли либо лишь между менее меньше меня мне много может можно мой мы на над названы названные \
    не него нее ней немного несмотря нет ни нибудь низкий них но ну об обо однако один одна \
    около он она они оно опять от отдельно очень первая первого первый перед по под \
    поскольку после потому почему почти при про разве разные раз самая самого самый самым \
    свои своих свою себе себя слов снова со среди стоит так также такие такой там таким те \
    тем теперь то тогда того тоже той только том три трех ту тут ты уже хотя чего чем через \
    четыре что чтобы чья эта эти этим этих это этого этой этом этот эту";
