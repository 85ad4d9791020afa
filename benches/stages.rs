#![allow(missing_docs, clippy::print_stdout, unused)]
use std::time::Instant;
use baspa::{load, edition, translation, chart, picture};
use std::path::Path;
fn main() {
    let dir = std::env::args().nth(1).filter(|a| a != "--bench").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    for _ in 0..5 {
        let t = Instant::now();
        let (input, _) = load::read::read(Path::new(&dir));
        let a = t.elapsed();
        let (study, _) = load::study(&input, false);
        let study = study.unwrap();
        let b = t.elapsed();
        let mut found = baspa::diag::Diagnostics::new();
        translation::state::check(&study, &mut found);
        let c = t.elapsed();
        let (editions, _) = edition::resolve(&study);
        let d = t.elapsed();
        let _ = translation::check(&study, &mut found);
        let e = t.elapsed();
        let n: usize = editions.iter().map(|x| { let r = chart::draw_figures(&study, x); 1 }).sum();
        let f = t.elapsed();
        for x in &editions { let _ = picture::draw_figures(x, study.messages.get(x.lang)); }
        let g = t.elapsed();
        let _ = baspa::export::export(&study, &editions);
        let h = t.elapsed();
        drop(editions); drop(study);
        let t2 = Instant::now();
        let o = baspa::build(&input, &baspa::BuildOptions::default());
        let all = t2.elapsed();
        println!("read {:.1} load {:.1} state {:.1} resolve {:.1} parity {:.1} charts {:.1} figures {:.1} export {:.1} | build {:.1}", a.as_secs_f64()*1e3, (b-a).as_secs_f64()*1e3, (c-b).as_secs_f64()*1e3,(d-c).as_secs_f64()*1e3,(e-d).as_secs_f64()*1e3,(f-e).as_secs_f64()*1e3,(g-f).as_secs_f64()*1e3,(h-g).as_secs_f64()*1e3, all.as_secs_f64()*1e3);
    }
}
