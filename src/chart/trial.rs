//! Layouts that are tried one after the other until there is room for all.

use super::scene::Scene;

/// The heights in px that are kept free above the grid for words, one after the other.
pub(super) const HEADROOMS: [f64; 4] = [0.0, 28.0, 56.0, 84.0];

/// The first layout in which there is room for every text, or the one that lacks least.
pub(super) fn best_of<P>(
    plans: impl IntoIterator<Item = P>,
    lay_out: impl Fn(P) -> Scene,
) -> Option<Scene> {
    let mut best: Option<(f64, Scene)> = None;
    for plan in plans {
        let scene = lay_out(plan);
        let lacks: f64 = scene.overflow.iter().map(|lack| lack.px).sum();
        if scene.overflow.is_empty() {
            return Some(scene);
        }
        if best.as_ref().is_none_or(|(least, _)| lacks < *least) {
            best = Some((lacks, scene));
        }
    }
    best.map(|(_, scene)| scene)
}
