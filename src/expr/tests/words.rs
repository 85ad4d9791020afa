//! Nouns, places and levels in the form that a sentence wants.

use super::table::{failure, value, written};

#[track_caller]
fn shows(text: &str, expected: [&str; 3]) {
    let written = ["en", "kk", "ru"].map(|tag| written(tag, text));
    let written = written.map(|shown| shown.unwrap_or_else(|why| why));
    assert_eq!(written, expected, "{text}");
}

const NO_CASE: &str = "`book` has no genitive in English";

#[test]
fn a_noun_stands_behind_its_number() {
    shows("loans[2019].total.noun()", ["1,000 books", "1 000 кітап", "1 000 книг"]);
    shows(
        "loans[2019].total.gen().noun(\"book\")",
        [NO_CASE, "1 000 кітаптың", "1 000 книг"],
    );
    shows(
        "loans[2019].total.thousands().noun()",
        ["1 thousand books", "1 мың кітап", "1 тысяча книг"],
    );
    shows("loans[2019].total.noun().gen()", [NO_CASE, "1 000 кітаптың", "1 000 книг"]);
    shows(
        "(loans[2019].readers / 50).words().noun(\"book\")",
        ["two books", "екі кітап", "две книги"],
    );
    shows(
        "loans[2019].year.noun(\"book\").loc()",
        ["`book` has no locative in English", "2019 кітапта", "2019 книге"],
    );
}

#[test]
fn a_noun_stands_alone() {
    shows("noun(\"book\").gen()", [NO_CASE, "кітаптың", "книги"]);
    shows("noun(\"book\").plural()", ["books", "кітаптар", "книги"]);
    let possessive = "noun(\"book\").plural().poss().dat()";
    assert_eq!(written("kk", possessive).as_deref(), Ok("кітаптарына"));
}

#[test]
fn a_place_declines() {
    let city = "place(\"almaty\").city().loc()";
    assert_eq!(written("kk", city).as_deref(), Ok("Алматы қаласында"));
    assert_eq!(written("ru", city).as_deref(), Ok("городе Алматы"));
    assert_eq!(written("en", "place(\"almaty\").city()").as_deref(), Ok("Almaty city"));
    let about = "place(\"almaty\").prep().after(\"о\")";
    assert_eq!(written("ru", about).as_deref(), Ok("об Алматы"));
}

#[test]
fn a_level_declines_as_what_it_is() {
    assert_eq!(written("kk", "loans[2019].town.abl()").as_deref(), Ok("Алматыдан"));
    assert_eq!(
        written("kk", "loans[2020].town.abl()").unwrap_err(),
        "the level `shymkent` of `town` is no noun or place that declines"
    );
}

#[test]
fn a_preposition_and_an_article_suit_the_number() {
    let share = "(loans[2019].readers / loans[2019].readers).percent(0)";
    let behind = |word: &str| format!("{share}.after(\"{word}\")");
    assert_eq!(written("ru", &behind("С")).as_deref(), Ok("Со 100 %"));
    assert_eq!(written("ru", &behind("до")).as_deref(), Ok("до 100 %"));
    assert_eq!(written("en", &behind("A")).as_deref(), Ok("A 100%"));
    let eight = "(loans[2019].readers / 100 * 8).after(\"a\")";
    assert_eq!(written("en", eight).as_deref(), Ok("an 8"));
    assert_eq!(
        written("en", "noun(\"book\").after(\"a\")").unwrap_err(),
        "the article is known before a number only, not before a word"
    );
}

#[test]
fn numbers_take_the_forms_of_their_language() {
    let one = "(loans[2019].readers / 100)";
    let of = |tag, form: &str| written(tag, &format!("{one}{form}")).unwrap();
    assert_eq!(of("ru", ".ordinal(\"feminine\").acc()"), "1-ю");
    assert_eq!(of("ru", ".words(\"feminine\").acc()"), "одну");
    assert_eq!(of("ru", ".words().ordinal(\"neuter\")"), "первое");
    assert_eq!(of("en", ".ordinal().words().capital()"), "First");
    assert_eq!(of("kk", ".roman()"), "I");
    assert_eq!(of("kk", ".about()"), "1-дей");
    assert_eq!(of("kk", ".adj()"), "1-лік");
    assert_eq!(of("kk", ".words(\"people\").poss()"), "біреуі");
    assert_eq!(written("kk", "fraction(2, 3).poss()").as_deref(), Ok("2/3-сі"));
    let rate = "(loans[2019].readers / loans[2019].total).permille(0)";
    assert_eq!(written("ru", rate).as_deref(), Ok("100 ‰"));
}

#[test]
fn words_are_refused_where_they_make_no_sense() {
    assert_eq!(
        failure("noun(\"book\")"),
        "forms of words can be chosen in texts only, not in conditions"
    );
    let refused = |text| written("en", text).unwrap_err();
    assert_eq!(refused("noun(\"boks\")"), "there is no noun `boks` in `en`");
    assert_eq!(refused("place(\"book\")"), "there is no place `book` in `en`");
    assert_eq!(
        refused("(loans[2019].total / loans[2019].total).noun()"),
        "the number has no unit that could be its noun"
    );
    assert_eq!(
        refused("loans[2019].total.ordinal(\"male\")"),
        "there is no gender `male`"
    );
    assert_eq!(
        refused("loans[2019].total.noun().thousands()"),
        "a noun or place has no method `thousands` with these values"
    );
    assert_eq!(
        refused("loans[2019].total.after(\"a\").noun()"),
        "a phrase has no method `noun`"
    );
    assert_eq!(failure("fraction(2, 0)"), "a fraction is of two whole numbers");
    assert_eq!(
        value("fraction(2, 3) + 1").unwrap_err().message,
        "a `fraction` is written, and not computed with: divide"
    );
}
