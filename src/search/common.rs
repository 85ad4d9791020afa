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
    ал алайда алғашқы арасында арасындағы арқылы арналған артық аталған әлі әр әрбір \
    әртүрлі байланысты бар барлығы барлық басқа басталады бәрі бәрінде бермеген беру бері \
    берілген беріп бойы бойымен бойынша болады болатын болған болды болып бұдан бұл бұрын \
    бұрынғы бүкіл біраз бірақ бірге біртіндеп біршама бірі бірінші біріншісі дейін \
    дейінгі деп дерлік егер еді екі екінші емес енді ең ешқандай жалпы жатыр және жоқ \
    жүргізілген жыл жылғы жылдары жылы кейін кейінгі келген келесі керек көбі көбіне көп \
    көрсетілген күрт қай қайдан қайта қалай қалған қандай қарағанда қарай мен мұндай \
    неліктен немесе ол олар оларды осы осындай өз өте пен сайын сол солай сонда сондай \
    сондықтан соның соң соңғы сөзбен тағы тек төмен төменірек төрт төртеуі төрттен туралы \
    түрі тыс үш үштен үшін үшінші шамамен яғни";

const RUSSIAN: &str = "\
    без более большая больше большинство больших будет будто был была были было быть вам \
    вас весь вместе во вот все всего всей всем всех вся вы где главная года годах году \
    годы да даже данные дают два две двух держится для до довольно его ее ежегодно ей ему \
    если есть еще ею же за здесь из или им ими их как какая какие какой когда которая \
    которого которое которой которую которые который которым которых кто ли либо лишь \
    между менее меньше меня мне много может можно мой мы на над названная названные \
    названных названы не него нее ней немного несмотря нет ни нибудь низкий них но ну об \
    обо один одна однако около он она они оно опять от отдельно отдельные очень первая \
    первого первые первый перед по под поскольку после последней последние последних \
    потому почему почти при про раз разве разные самая самого самом самый самым свои \
    своих свою себе себя слов снова со среди стоит так также такие таким такой там те тем \
    теперь то тогда того тоже той только том трех три ту тут ты уже хотя чего чем через \
    четыре что чтобы чья эта эти этим этих это этого этой этом этот эту";
