//! What two sequences have in common.

/// Largest table that is filled to compare two sequences, in cells: two of 2000 items.
const MAX_CELLS: usize = 4_000_000;

/// The places of a longest common subsequence of the two, in order. Where they are too
/// long to compare, what they have in common at both ends.
pub(crate) fn common<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(usize, usize)> {
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (rest, others) = (&one[head..], &other[head..]);
    let tails = rest.iter().rev().zip(others.iter().rev());
    let tail = tails.take_while(|(a, b)| a == b).count();
    let middle = &rest[..rest.len() - tail];
    let opposite = &others[..others.len() - tail];
    let mut pairs: Vec<_> = (0..head).map(|at| (at, at)).collect();
    let inner = longest(middle, opposite).into_iter();
    pairs.extend(inner.map(|(i, j)| (head + i, head + j)));
    let (i, j) = (one.len() - tail, other.len() - tail);
    pairs.extend((0..tail).map(|at| (i + at, j + at)));
    pairs
}

fn longest<T: PartialEq>(one: &[T], other: &[T]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    if (one.len() + 1).saturating_mul(width) > MAX_CELLS {
        return Vec::new();
    }
    // How much is common from item `i` of the one and `j` of the other on.
    let mut lengths = vec![0u32; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            lengths[i * width + j] = match one[i] == other[j] {
                true => lengths[(i + 1) * width + j + 1] + 1,
                false => lengths[(i + 1) * width + j].max(lengths[i * width + j + 1]),
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < one.len() && j < other.len() {
        if one[i] == other[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the two have in common, as a text.
    fn shared(one: &str, other: &str) -> String {
        let signs = |text: &str| text.chars().collect::<Vec<_>>();
        let (one, other) = (signs(one), signs(other));
        let pairs = common(&one, &other);
        assert!(pairs.is_sorted_by(|a, b| a.0 < b.0 && a.1 < b.1));
        assert!(pairs.iter().all(|(i, j)| one[*i] == other[*j]));
        pairs.into_iter().map(|(i, _)| one[i]).collect()
    }

    #[test]
    fn the_longest_common_part_is_found() {
        assert_eq!(shared("abcbdab", "bdcaba").len(), 4);
        assert_eq!(shared("abcdef", "abxdef"), "abdef");
        assert_eq!(shared("abc", "abc"), "abc");
        assert_eq!(shared("aa", "aaa"), "aa");
        assert_eq!(shared("", "abc"), "");
        assert_eq!(shared("abc", "xyz"), "");
    }

    #[test]
    fn of_long_sequences_the_ends_are_compared() {
        let one: Vec<_> = (0..5000).collect();
        let mut other = one.clone();
        other[1..4999].reverse();
        assert_eq!(common(&one, &other), [(0, 0), (4999, 4999)]);
    }
}
