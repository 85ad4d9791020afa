//! SHA-256 of what was made, in hexadecimal digits or base64.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The digest of `bytes`.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let mut digest = Digest::default();
    digest.add(bytes);
    digest.finish()
}

/// The digest of `bytes` in base64, as Content-Security-Policy writes it (CSP 3, `hash-source`).
pub(crate) fn in_base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// A digest in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Digest(Sha256);

impl Digest {
    /// Adds bytes, which follow those before them.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Adds a part with its length: no other parts give the same digest.
    pub(crate) fn add_part(&mut self, part: &[u8]) {
        self.add(&part.len().to_le_bytes());
        self.add(part);
    }

    /// The 64 digits.
    pub(crate) fn finish(self) -> String {
        let nibbles = self.0.finalize().into_iter().flat_map(|own| [own >> 4, own & 15]);
        nibbles.map(|own| char::from(b"0123456789abcdef"[usize::from(own)])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_the_standard() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest(b"abc"), abc);
    }

    #[test]
    fn parts_are_told_apart() {
        let of = |parts: [&str; 2]| {
            let mut digest = Digest::default();
            parts.iter().for_each(|part| digest.add_part(part.as_bytes()));
            digest.finish()
        };
        assert_ne!(of(["ab", "c"]), of(["a", "bc"]));
    }
}
