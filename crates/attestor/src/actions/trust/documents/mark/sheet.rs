//! Where a page's corners are, and which way it is turned.

#![expect(clippy::float_arithmetic, reason = "places on a page are no figures that anybody counts")]

/// The corners of a page for which nothing usable is said: US letter, as readers of PDFs do it.
const USUAL: [f32; 4] = [0.0, 0.0, 612.0, 792.0];
/// The smallest and the largest side that a page can have, in points.
const SIDES: std::ops::RangeInclusive<f32> = 1.0..=200_000.0;

/// What of a page can be seen, in thousandths of a point, so that pages of one size share a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Sheet {
    /// Left, bottom, right, top in the page's own directions.
    corners: [i64; 4],
    /// By how many right angles it is turned clockwise when it is shown: 0 to 3.
    turned: i64,
}

impl Sheet {
    /// The sheet of a page with these boxes, turned by this many degrees.
    pub(super) fn of(media: Option<[f32; 4]>, crop: Option<[f32; 4]>, turned: i64) -> Self {
        let media = media.and_then(ordered).unwrap_or(USUAL);
        let crop = crop.and_then(ordered).and_then(|crop| shared(media, crop));
        #[expect(clippy::cast_possible_truncation, reason = "a side has at most 200,000 points")]
        let corners = crop.unwrap_or(media).map(|it| (f64::from(it) * 1000.0).round() as i64);
        Self { corners, turned: turned.div_euclid(90).rem_euclid(4) }
    }

    /// Left, bottom, right, top in points.
    #[expect(clippy::cast_precision_loss, reason = "they come from numbers of less precision")]
    pub(super) fn corners(self) -> [f64; 4] {
        self.corners.map(|it| it as f64 / 1000.0)
    }

    /// Width and height as they are shown.
    pub(super) fn shown(self) -> (f64, f64) {
        let [left, bottom, right, top] = self.corners();
        let (width, height) = (right - left, top - bottom);
        if self.turned % 2 == 0 { (width, height) } else { (height, width) }
    }

    /// What turns directions as they are shown, from the corner at the lower left, into the page's
    /// own: the six numbers of a transformation.
    pub(super) fn turn(self) -> [f64; 6] {
        let [left, bottom, right, top] = self.corners();
        match self.turned {
            1 => [0.0, 1.0, -1.0, 0.0, right, bottom],
            2 => [-1.0, 0.0, 0.0, -1.0, right, top],
            3 => [0.0, -1.0, 1.0, 0.0, left, top],
            _ => [1.0, 0.0, 0.0, 1.0, left, bottom],
        }
    }
}

/// The same corners from the lower left to the upper right; `None` for what can be no page.
fn ordered([a, b, c, d]: [f32; 4]) -> Option<[f32; 4]> {
    let found = [a.min(c), b.min(d), a.max(c), b.max(d)];
    is_page(found).then_some(found)
}

fn is_page([left, bottom, right, top]: [f32; 4]) -> bool {
    let far = [left, bottom, right, top].iter().any(|it| !it.is_finite() || it.abs() > 200_000.0);
    !far && SIDES.contains(&(right - left)) && SIDES.contains(&(top - bottom))
}

/// What lies in both.
fn shared(one: [f32; 4], other: [f32; 4]) -> Option<[f32; 4]> {
    let [[a, b, c, d], [e, f, g, h]] = [one, other];
    let found = [a.max(e), b.max(f), c.min(g), d.min(h)];
    is_page(found).then_some(found)
}
