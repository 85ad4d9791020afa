//! The `baspa` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    // These leave colours out where nobody sees them: in a pipe, and under `NO_COLOR`.
    let (mut out, mut err) = (anstream::stdout(), anstream::stderr());
    baspa::cli::run(std::env::args_os(), &mut out, &mut err).into()
}
