//! A line that says what a run is doing, on a terminal only.

use std::time::Duration;

use indicatif::ProgressBar;

/// Shows stages until it is dropped. In a pipe nothing is written.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    pub(super) fn new(quiet: bool) -> Self {
        let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
        if !bar.is_hidden() {
            bar.enable_steady_tick(Duration::from_millis(100));
        }
        Self { bar }
    }

    pub(super) fn stage(&self, name: &'static str) {
        self.bar.set_message(name);
    }

    /// So many of `total` pictures are drawn.
    pub(super) fn pictures(&self, done: usize, total: usize) {
        self.bar.set_message(format!("Drawing pictures: {done} of {total}"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
