//! Sequence alignment: which row of a page stands for which expected entry.
//!
//! Rows and entries keep their order; each row is given to at most one entry. The alignment with
//! the highest sum of scores wins, where a row that is given to nothing and an expected entry
//! without a row cost something. So two rows with one and the same label are told apart by what
//! stands around them, and a page without any known word is read from its order.

/// What it costs to leave a row without an entry.
const UNKNOWN_ROW: i32 = -25;

/// What an expected entry costs when no row stands for it; 0 or less.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    /// The cost.
    pub(super) skipped: i32,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Match,
    SkipRow,
    SkipEntry,
}

/// The number of the entry that each row stands for, or `None`. `scores` has one list a row, with
/// one score an entry. Time and memory grow with rows times entries.
pub(super) fn align(scores: &[Vec<i32>], entries: &[Gap]) -> Vec<Option<usize>> {
    let width = entries.len() + 1;
    let mut steps: Vec<Step> = Vec::with_capacity((scores.len() + 1) * width);
    let mut above: Vec<i32> = Vec::with_capacity(width);
    above.push(0);
    steps.push(Step::SkipRow);
    for entry in entries {
        above.push(above.last().copied().unwrap_or(0).saturating_add(entry.skipped));
        steps.push(Step::SkipEntry);
    }
    for row in scores {
        above = next_line(row, &above, entries, &mut steps);
    }
    trace(&steps, scores.len(), entries.len())
}

/// One line of the table: the best sums for all rows up to this one.
fn next_line(row: &[i32], above: &[i32], entries: &[Gap], steps: &mut Vec<Step>) -> Vec<i32> {
    let mut line = Vec::with_capacity(above.len());
    let mut corner = above.first().copied().unwrap_or(0);
    let mut left = corner.saturating_add(UNKNOWN_ROW);
    line.push(left);
    steps.push(Step::SkipRow);
    for ((entry, score), up) in entries.iter().zip(row).zip(above.iter().skip(1)) {
        let choices = [
            (corner.saturating_add(*score), Step::Match),
            (left.saturating_add(entry.skipped), Step::SkipEntry),
            (up.saturating_add(UNKNOWN_ROW), Step::SkipRow),
        ];
        let (mut best, mut step) = (i32::MIN, Step::SkipRow);
        for (sum, way) in choices {
            if sum > best {
                (best, step) = (sum, way);
            }
        }
        (corner, left) = (*up, best);
        line.push(best);
        steps.push(step);
    }
    line
}

fn trace(steps: &[Step], rows: usize, entries: usize) -> Vec<Option<usize>> {
    let mut matched = vec![None; rows];
    let (mut row, mut entry) = (rows, entries);
    while row > 0 || entry > 0 {
        let step = steps.get(row * (entries + 1) + entry).copied().unwrap_or(Step::SkipRow);
        match step {
            Step::Match if row > 0 && entry > 0 => {
                row -= 1;
                entry -= 1;
                if let Some(slot) = matched.get_mut(row) {
                    *slot = Some(entry);
                }
            }
            Step::SkipEntry if entry > 0 => entry -= 1,
            _ if row > 0 => row -= 1,
            _ => entry = entry.saturating_sub(1),
        }
    }
    matched
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_are_told_apart_by_their_neighbors() {
        let gaps = [Gap { skipped: -30 }, Gap { skipped: -2 }, Gap { skipped: -30 }];
        // The first and the last row fit entries 0 and 2 equally well.
        let rows = [vec![50, 0, 50], vec![0, 60, 0], vec![50, 0, 50]];
        assert_eq!(align(&rows, &gaps), [Some(0), Some(1), Some(2)]);
        let without_middle = [vec![50, -90, 50], vec![50, -90, 50]];
        assert_eq!(align(&without_middle, &gaps), [Some(0), Some(2)]);
    }

    #[test]
    fn a_row_that_fits_nothing_stays_alone() {
        let gaps = [Gap { skipped: -30 }, Gap { skipped: -30 }];
        let rows = [vec![50, -40], vec![-60, -60], vec![-40, 50]];
        assert_eq!(align(&rows, &gaps), [Some(0), None, Some(1)]);
        assert_eq!(align(&[], &gaps), []);
        assert_eq!(align(&[vec![]], &[]), [None]);
    }
}
