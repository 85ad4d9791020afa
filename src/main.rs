//! The `baspa` command.

fn main() {}
