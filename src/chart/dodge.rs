//! Moves labels at the ends of lines apart, each as little as possible.

/// A label's middle as it should be, and its height, in px.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Wish {
    /// The middle.
    pub(super) middle: f64,
    /// The height with the space to the next.
    pub(super) height: f64,
}

/// The middles of all labels, apart from each other and between `top` and `bottom`, in
/// the order of the wishes. If they are too many for that, they begin at `top`.
pub(super) fn dodge(wishes: &[Wish], top: f64, bottom: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wishes.len()).collect();
    let middle = |at: &usize| wishes.get(*at).map_or(0.0, |wish| wish.middle);
    order.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let mut blocks: Vec<Block> = Vec::new();
    for index in order {
        let Some(wish) = wishes.get(index) else { continue };
        let mut block = Block::of(index, *wish);
        block.keep(top, bottom);
        while let Some(above) =
            blocks.pop_if(|above| above.top + above.height > block.top)
        {
            block = above.join(block);
            block.keep(top, bottom);
        }
        blocks.push(block);
    }
    let mut middles: Vec<(usize, f64)> = blocks.iter().flat_map(Block::middles).collect();
    middles.sort_by_key(|(index, _)| *index);
    middles.into_iter().map(|(_, middle)| middle).collect()
}

/// Labels that touch each other.
struct Block {
    /// Index and height of each, from top to bottom.
    members: Vec<(usize, f64)>,
    /// The upper edges that the members wish the block to have, added up.
    wished: f64,
    top: f64,
    height: f64,
}

impl Block {
    fn of(index: usize, wish: Wish) -> Self {
        let wished = wish.middle - wish.height / 2.0;
        let members = vec![(index, wish.height)];
        Self { members, wished, top: wished, height: wish.height }
    }

    fn join(mut self, below: Self) -> Self {
        self.wished += below.wished - self.height * below.members.len() as f64;
        self.members.extend(below.members);
        self.height += below.height;
        self
    }

    /// Goes where the members wish it on average, within the limits.
    fn keep(&mut self, top: f64, bottom: f64) {
        let wished = self.wished / self.members.len() as f64;
        self.top = wished.min(bottom - self.height).max(top);
    }

    fn middles(&self) -> impl Iterator<Item = (usize, f64)> {
        let mut top = self.top;
        self.members.iter().map(move |(index, height)| {
            let middle = top + height / 2.0;
            top += height;
            (*index, middle)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn middles(wishes: &[f64]) -> Vec<f64> {
        let wish = |middle: &f64| Wish { middle: *middle, height: 10.0 };
        dodge(&wishes.iter().map(wish).collect::<Vec<_>>(), 0.0, 100.0)
    }

    #[test]
    fn labels_with_room_stay_where_they_are() {
        assert_eq!(middles(&[80.0, 20.0, 50.0]), [80.0, 20.0, 50.0]);
    }

    #[test]
    fn labels_that_touch_move_apart_around_their_middle() {
        assert_eq!(middles(&[51.0, 49.0]), [55.0, 45.0]);
        assert_eq!(middles(&[50.0, 50.0, 50.0]), [40.0, 50.0, 60.0]);
    }

    #[test]
    fn labels_stay_between_the_limits() {
        assert_eq!(middles(&[0.0, 1.0]), [5.0, 15.0]);
        assert_eq!(middles(&[100.0, 99.0]), [95.0, 85.0]);
    }
}
