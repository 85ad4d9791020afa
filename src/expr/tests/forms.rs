//! The forms that methods give a number in a sentence.

use super::table::{failure, value, written};

#[track_caller]
fn shows(tag: &str, text: &str, expected: &str) {
    assert_eq!(written(tag, text).as_deref(), Ok(expected), "{text}");
}

#[test]
fn a_value_is_written_as_its_language_wants() {
    shows("en", "loans[2019].total * 431", "431,000");
    shows("kk", "loans[2019].total * 431", "431 000");
    shows("en", "loans[2019].share", "40.5%");
    shows("kk", "loans[2019].share", "40,5%");
    shows("ru", "loans[2019].share", "40,5 %");
    shows("en", "loans[2019].year", "2019");
    shows("kk", "loans[2019].town", "Алматы");
    shows("ru", "lit(\"14\")", "14");
}

#[test]
fn kazakh_numbers_take_their_cases() {
    for (text, expected) in [
        ("loans[2019].total.thousands().abl()", "1 мыңнан"),
        ("loans[2019].share.decimals(0).dat()", "41%-ға"),
        ("range(250, 300).poss().abl()", "250–300-інен"),
        ("loans[2019].year.loc()", "2019-да"),
        ("lit(\"400\")", "400"),
        ("loans[2019].part.gen()", "250-дің"),
        ("loans[2019].part.acc()", "250-ді"),
        ("loans[2019].part.ins()", "250-мен"),
        ("loans[2019].part.poss()", "250-і"),
        ("loans[2019].readers.ordinal()", "100-ші"),
    ] {
        assert_eq!(written("kk", text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn russian_and_english_words_agree_with_their_number() {
    let plural = "loans[2019].total.plural(\"книга\", \"книги\", \"книг\", \"книги\")";
    shows("ru", plural, "книг");
    shows("en", "loans[2019].total.plural(\"book\", \"books\")", "books");
    shows(
        "en",
        "(loans[2019].total / loans[2019].total).plural(\"book\", \"books\")",
        "book",
    );
    shows("en", "(loans[2019].readers / 100 * 8).article()", "an");
    shows("ru", "(loans[2019].total * 2).thousands()", "2 тысячи");
}

#[test]
fn forms_are_refused_where_they_make_no_sense() {
    assert_eq!(
        failure("row.total.plural(\"a\", \"b\")"),
        "forms of words can be chosen in texts only, not in conditions"
    );
    assert_eq!(
        failure("row.total.decimals(1.5)"),
        "decimals are a whole number from 0 to 12"
    );
    assert_eq!(
        failure("row.total.decimals(13)"),
        "decimals are a whole number from 0 to 12"
    );
    assert_eq!(failure("row.total.decimals()"), "`decimals` does not take these values");
    assert_eq!(
        failure("row.town.decimals(1)"),
        "a level of a category has no method `decimals`"
    );
    assert_eq!(failure("row.total.thousand()"), "there is no method `thousand`");
    assert_eq!(
        value("row.total.thousand()").unwrap_err().help,
        ["did you mean `thousands`?"]
    );
    assert_eq!(failure("lit(14)"), "`lit` does not take a number");
    assert_eq!(failure("date(\"1991-13\")"), "`1991-13` is no date");
}

#[test]
fn what_cannot_stand_in_a_sentence_says_why() {
    let refused = |text| written("en", text).unwrap_err();
    assert_eq!(refused("loans[2020].part"), "the value is missing: `not-counted`");
    assert_eq!(refused("loans[2019]"), "a row cannot stand in a sentence");
    assert_eq!(
        refused("loans[2019].total > 3"),
        "true or false cannot stand in a sentence"
    );
    assert_eq!(refused("loans[2019].total / 7"), "the computed number has 26 decimals");
    assert_eq!(refused("loans[2019].total.dat()"), "numbers have no dative in English");
}

#[test]
fn more_may_stand_around_the_digits() {
    for (text, expected) in [
        ("loans[2019].part.signed()", ["+250", "+250", "+250"]),
        ("loans[2019].part.approx()", ["~250", "~250", "≈250"]),
        (
            "(loans[2019].total / 2).currency(\"KZT\").decimals(2)",
            ["KZT 500.00", "500,00 ₸", "500,00 ₸"],
        ),
    ] {
        let shown = ["en", "kk", "ru"].map(|tag| written(tag, text));
        assert_eq!(shown, expected.map(|own| Ok(own.to_owned())), "{text}");
    }
    shows("kk", "loans[2019].part.currency(\"KZT\").dat()", "250 ₸-ге");
    let wrong = value("row.part.currency(\"KTZ\")").unwrap_err();
    assert_eq!(wrong.message, "there is no currency `KTZ`");
    assert_eq!(wrong.help, ["did you mean `KZT`?"]);
    assert_eq!(failure("row.part.currency()"), "`currency` does not take these values");
}

#[test]
fn a_list_stands_in_a_sentence() {
    let towns = "[loans[2019].town, loans[2020].town, \"Aktau 10\", \"Aktau 9\"]";
    shows("en", &format!("{towns}.and()"), "Almaty, shymkent, Aktau 10, and Aktau 9");
    shows(
        "kk",
        &format!("{towns}.sorted().or()"),
        "Алматы, Aktau 9, Aktau 10 немесе shymkent",
    );
    shows("ru", "[1, 2].and()", "1 и 2");
    assert_eq!(
        failure("[row.total].and()"),
        "forms of words can be chosen in texts only, not in conditions"
    );
    assert_eq!(failure("[row.total].ant()"), "a list has no method `ant`");
    assert_eq!(
        written("en", "[loans[2020].part].and()").unwrap_err(),
        "the value is missing: `not-counted`"
    );
}
