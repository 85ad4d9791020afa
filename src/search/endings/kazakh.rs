//! Kazakh: endings of the plural, of possession, of cases and of verbs, which follow one
//! another: «үй-лер-і-н-де-гі». Each is here in its back and front form, after the sounds
//! that it stands after, and alone, so that a chain of them comes off ring by ring.
//!
//! Where a word can be read in two ways, the letter in doubt comes off too: «қазаны» is
//! «қазан-ы» or «қаза-ны», so «қазан» loses its «н»; «облысы» is «облыс-ы» or «облы-сы».

use super::{Endings, Group, after, anywhere};

/// Vowels with «й» and «у», which are sounds of both kinds.
const VOWELS: &str = "аәеёэоөыіийуұүюя";
const VOICELESS: &str = "пткқсшщчцфхһбвгд";
const VOICED: &str = "аәеёэоөыіийуұүюялрмнңзжбвгд";
const CONSONANTS: &str = "бвгғджзйкқлмнңпрстуфхһцчшщ";

const GROUPS: [Group; 14] = [
    anywhere("лар лер дар дер тар тер"),
    // Possession.
    after(CONSONANTS, "ы і ым ім ымыз іміз"),
    after(VOWELS, "мыз міз"),
    // Cases, and «н» between possession and case.
    after(VOWELS, "на не"),
    Group { after: VOWELS, stay: 4, endings: "н ны ні с сы сі" },
    after("аәеёэоөыіийуұүюямнң", "ның нің нан нен"),
    after(VOICELESS, "тың тің ты ті та те тан тен қа ке қан кен қы кі тағы тегі"),
    after("лрйузжмнңи", "дың дің ды ді ғы гі"),
    after(VOICED, "да де дан ден ға ге ған ген дағы дегі"),
    anywhere("мен бен пен лық лік дық дік тық тік"),
    // A last «қ» or «к» is voiced before a vowel; below, some roots lose their own vowel.
    after("аәеоөыіиұүуя", "ғы=қ гі=к ғым=қ гім=к"),
    // Verbs.
    Group { after: "ае", stay: 4, endings: "у п" },
    after(
        CONSONANTS,
        "у ып іп айды еді йтын йтін ылу ілу ылған ілген ылды ілді ылып іліп",
    ),
    anywhere(
        "халқы=халық орны=орын ерні=ерін мұрны=мұрын мойны=мойын аузы=ауыз даусы=дауыс \
    үйін=үй айын=ай ерін=ер анасы=ана ананы=ана атасы=ата атаны=ата әкесі=әке әкені=әке арасы=ара елін=ел ісін=іс өзін=өз көркі=көрік құлқы=құлық ғұрпы=ғұрып әрпі=әріп нарқы=нарық абы=ап ебі=еп обы=оп ыбы=ып ібі=іп",
    ),
];

pub(super) const ENDINGS: [Endings; 2] = [
    Endings {
        short: Some(("аәеоөұүыіи", "аәеоөыуұү")), groups: &GROUPS
    },
    Endings { short: None, groups: &[anywhere("г=к ғ=қ")] },
];
