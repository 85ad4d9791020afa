//! Russian: endings of nouns and adjectives, and those of verbs that few nouns have.

use super::{Endings, anywhere};

pub(super) const ENDINGS: [Endings; 2] = [
    Endings {
        short: None,
        groups: &[anywhere(
            "\
            а я о е и ы у ю ь й \
            ия ие ию ии ией ием иям иях иями ью ья ье ьи ьев \
            ой ей ам ям ах ях ами ями ом ем ов ев \
            ая яя ое ее ые ие ий ый ого его ому ему ым им ых их ую юю ою ею ыми ими \
            ал ала ало али ать ял яла яло яли ять ил ила ило или ить ьми дней=дн дня=дн дню=дн днем=дн дням=дн днями=дн днях=дн дне=дн дни=дн поэтому=поэтому \
            ают яют ает яет уют ует ся сь",
        )],
    },
    // Vowels that come and go: «рисунок» – «рисунка», «конец» – «конца», «деревень».
    Endings {
        short: None, groups: &[anywhere("ок=к ек=к ец=ц ен=н ел=л")]
    },
];
