//! Templates and assets of a project in the place of the default ones.

use baspa::diag::{Code, Diagnostic, Diagnostics};
use baspa::html::Theme;
use baspa::source::Input;

use crate::page::{Pages, render_with};
use crate::sample;

fn project(files: &[(&str, &str)]) -> Input {
    let owned =
        |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
    Input::new(files.iter().map(owned))
}

fn render(files: &[(&str, &str)]) -> (Pages, Vec<(Code, String, String)>) {
    let input = project(files);
    let (pages, found) = render_with(&input, &sample::editions(), None);
    let place = |found: &Diagnostic| {
        let label = found.labels.first();
        label.map_or(String::new(), |l| baspa::diag::place(&input, l.span))
    };
    let told = found.iter().map(|f| (f.code, place(f), f.message.clone()));
    (pages, told.collect())
}

#[test]
fn a_project_replaces_a_template_by_one_of_the_same_name() {
    let mine = "<p lang=\"{{ page.lang }}\">{{ about.front.title.html }}</p>";
    let (pages, told) = render(&[("templates/about.html", mine)]);
    assert_eq!(told, []);
    assert_eq!(
        pages["kk/about.html"],
        "<p lang=\"kk\">Үлкен қалаға көшу: Қазақстандағы ішкі \
         <span class=\"held\">көші-қон</span></p>"
    );
}

#[test]
fn a_project_replaces_a_component() {
    let mine = "{% component finding(finding) %}<b>mine</b>{% endcomponent finding %}";
    let (pages, told) = render(&[("templates/finding.html", mine)]);
    assert_eq!(told, []);
    assert!(pages["en/index.html"].contains("<b>mine</b>"));
}

#[test]
fn an_unknown_variable_is_reported_at_its_line() {
    let mine =
        "{% extends \"base.html\" %}\n{% block main %}{{ abuot.front }}{% endblock %}";
    let (_, told) = render(&[("templates/about.html", mine)]);
    let [(code, place, message), ..] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (*code, place.as_str()),
        (Code::TemplateFailed, "templates/about.html:2:20")
    );
    assert!(message.contains("`abuot`"), "{message}");
}

#[test]
fn an_unknown_message_is_reported_at_its_line() {
    let mine = "\n{{ t(key=\"sorce\") }}";
    let (_, told) = render(&[("templates/about.html", mine)]);
    let [(code, place, message)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!(
        (*code, place.as_str()),
        (Code::TemplateFailed, "templates/about.html:2:4")
    );
    assert!(message.contains("`sorce`"), "{message}");
}

#[test]
fn faulty_templates_are_reported_all_at_once_and_the_default_ones_taken() {
    let (pages, told) = render(&[
        ("templates/about.html", "{{ oops"),
        ("templates/dataset.html", "{{ title | no_such_filter }}"),
        (
            "templates/study.html",
            "{% extends \"base.html\" %}{% block mian %}{% endblock %}",
        ),
    ]);
    let places: Vec<_> = told.iter().map(|(_, place, _)| place.as_str()).collect();
    assert_eq!(
        places,
        [
            "templates/about.html:1:8",
            "templates/dataset.html:1:12",
            "templates/study.html:1:35"
        ],
        "{told:?}"
    );
    assert!(pages["en/about.html"].contains("<h1>About this edition</h1>"));
}

#[test]
fn assets_of_the_project_come_before_those_of_the_theme() {
    let input = project(&[
        ("static/style.css", "p {}"),
        ("static/chart.css", "svg {}"),
        ("static/logo.svg", "<svg/>"),
        ("static/Ә.png", ""),
    ]);
    let mut found = Diagnostics::new();
    let theme = Theme::load(&input, &mut found);
    let asset = |wanted: &str| {
        let mut all = theme.assets();
        all.find(|(path, _)| path.as_str() == wanted).map(|(_, bytes)| bytes.to_vec())
    };
    assert_eq!(asset("assets/style.css").as_deref(), Some(&b"p{}svg{}"[..]));
    assert_eq!(asset("assets/logo.svg").as_deref(), Some(&b"<svg/>"[..]));
    assert!(asset("assets/fonts/ofl.txt").is_some());
    let found = found.sorted();
    assert_eq!(found.iter().map(|f| f.code).collect::<Vec<_>>(), [Code::BadId]);
}
