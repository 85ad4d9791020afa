#!/bin/sh
# netlify.sh of a study, beside netlify.toml: makes the program, unless it is left from an
# earlier build, and builds the site. Rust is there, or is installed by rustup beforehand.
set -eu
root="$HOME/.cargo/baspa-$BASPA_COMMIT"
if [ ! -x "$root/bin/baspa" ]; then
  cargo install --locked --git "$BASPA_REPOSITORY" --rev "$BASPA_COMMIT" --root "$root"
fi
"$root/bin/baspa" status --check
"$root/bin/baspa" build --base-url "$URL/"
