#![allow(missing_docs, clippy::print_stdout, unused)]
use baspa::{load, edition, translation, chart, picture};
use std::path::Path;
fn cpu() -> f64 {
    // user + system of the thread group, in nanoseconds, from schedstat of every thread
    let mut sum = 0u64;
    for t in std::fs::read_dir("/proc/self/task").unwrap() {
        let p = t.unwrap().path().join("schedstat");
        if let Ok(s) = std::fs::read_to_string(p) { sum += s.split_whitespace().next().unwrap().parse::<u64>().unwrap(); }
    }
    sum as f64 / 1e6
}
fn main() {
    let dir = std::env::args().nth(1).filter(|a| a != "--bench").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    for _ in 0..4 {
        let t = cpu();
        let (input, _) = load::read::read(Path::new(&dir));
        let a = cpu();
        let (study, _) = load::study(&input, false);
        let study = study.unwrap();
        let b = cpu();
        let mut found = baspa::diag::Diagnostics::new();
        translation::state::check(&study, &mut found);
        let c = cpu();
        let (editions, _) = edition::resolve(&study);
        let d = cpu();
        let _ = translation::check(&study, &mut found);
        let e = cpu();
        for x in &editions { let r = chart::draw_figures(&study, x); }
        let f = cpu();
        for x in &editions { let _ = picture::draw_figures(x, study.messages.get(x.lang)); }
        let g = cpu();
        let _ = baspa::export::export(&study, &editions);
        let h = cpu();
        let theme = baspa::html::Theme::load(&input, &mut found);
        let h0 = cpu();
        let interfaces = baspa::html::Interface::of(&study.messages);
        let pairs = baspa::html::Pair::all(&study.languages, &study.side_by_side);
        let context = baspa::html::Context { theme: &theme, editions: &editions, interfaces: &interfaces, pairs: &pairs, base_url: study.base_url.as_deref() };
        let drawn: Vec<_> = editions.iter().map(|x| (chart::draw_figures(&study, x).0, picture::draw_figures(x, study.messages.get(x.lang)))).collect();
        let h1 = cpu();
        let mut pages = baspa::html::render_site(&context, &mut found);
        let h2 = cpu();
        let shown: Vec<_> = drawn.iter().map(|(c, f)| baspa::html::Drawn { charts: c, files: f }).collect();
        pages.extend(baspa::html::render_pairs(&context, &shown, &mut found));
        let h3 = cpu();
        let rendered: Vec<_> = editions.iter().zip(&shown).map(|(x, d)| baspa::html::render_edition(&context, x, *d, &mut found)).collect();
        let h4 = cpu();
        let cards: Vec<_> = editions.iter().map(|x| { let _ = baspa::html::cards_left_out(&context, &study, x); baspa::html::draw_cards(&context, x) }).collect();
        let h5 = cpu();
        let csvs: Vec<_> = editions.iter().map(|x| baspa::export::figure_csvs(x, study.messages.get(x.lang))).collect();
        let h6 = cpu();
        let files: Vec<_> = editions.iter().zip(rendered).zip(cards).zip(csvs).zip(drawn.clone()).map(|((((e, pages), cards), figure_csvs), (_, figures))| baspa::site::EditionFiles { lang: e.lang, pages, cards, figures, figure_csvs }).collect();
        let h7 = cpu();
        let site = baspa::site::assemble(pages, files, baspa::export::export(&study, &editions), &theme, &mut found);
        let h8 = cpu();
        println!("   theme {:.1} site {:.1} pairs {:.1} editions {:.1} cards {:.1} csvs {:.1} assemble {:.1}", h0-h, h2-h1, h3-h2, h4-h3, h5-h4, h6-h5, h8-h7);
        drop(site); drop(shown); drop(editions); drop(study);
        let t2 = cpu();
        let o = baspa::build(&input, &baspa::BuildOptions::default());
        let all = cpu() - t2;
        println!("CPU ms: read {:.1} load {:.1} state {:.1} resolve {:.1} parity {:.1} charts {:.1} figures {:.1} export {:.1} | build {:.1}", a-t, b-a, c-b, d-c, e-d, f-e, g-f, h-g, all);
    }
}
