//! What E did over the last quarter of each lane's steps, summed up in portions.

use crate::fates::abreast::{Abreast, PARTS, Row, ZERO, at, at_mut};
use crate::verdict::Quarter;

/// The running sums of [`Quarter`], lane by lane.
///
/// Rows of lanes take in many steps at once: meanwhile a row's sums are in a processor's registers, and rows that
/// have not come to their last quarter have nothing to do. Where the quarter of a lane begins, its sums begin
/// again, whatever they were before.
pub(super) struct Quarters {
    /// When the last quarter of a lane's steps begins, row by row.
    begins: [[u64; 4]; PARTS],
    /// The first time that has not been taken in, row by row.
    next: [u64; PARTS],
    rises: Abreast,
    falls: Abreast,
    highest: Abreast,
}

impl Quarters {
    pub(super) fn new() -> Quarters {
        Quarters {
            begins: [[0; 4]; PARTS],
            next: [0; PARTS],
            rises: ZERO,
            falls: ZERO,
            highest: ZERO,
        }
    }

    /// Takes in E of all lanes at the times before `end`.
    pub(super) fn take_in(&mut self, errors: &[Abreast], end: u64) {
        for part in 0..PARTS {
            self.take_in_row(part, errors, end);
        }
    }

    /// The same for one row. `errors` are the last ones, as many as a power of two, that of a time at the
    /// place which its lowest digits tell; the times are fewer than these.
    fn take_in_row(&mut self, part: usize, errors: &[Abreast], end: u64) {
        let begins = self.begins[part];
        let earliest = begins.into_iter().min().unwrap_or(0);
        let mut first = self.next[part].max(earliest);
        self.next[part] = end;
        while first < end {
            let to_come = begins.into_iter().filter(|&begins| begins >= first);
            let stop = to_come.map(|begins| begins + 1).fold(end, u64::min);
            self.sum_up(part, errors, first, stop);
            for (lane, _) in begins.iter().enumerate().filter(|&(_, b)| b + 1 == stop) {
                let lane = 4 * part + lane;
                *at_mut(&mut self.rises, lane) = 0.0;
                *at_mut(&mut self.falls, lane) = 0.0;
                let error = at(&errors[place(errors, stop - 1)], lane);
                *at_mut(&mut self.highest, lane) = if error > 0.0 { error } else { 0.0 };
            }
            first = stop;
        }
    }

    /// Adds what E of a row did at the times from `first` to before `end`.
    fn sum_up(&mut self, part: usize, errors: &[Abreast], first: u64, end: u64) {
        let row = |time: u64| errors[place(errors, time)][part];
        let (mut rises, mut falls) = (self.rises[part], self.falls[part]);
        let mut highest = self.highest[part];
        let mut before = row(first.wrapping_sub(1));
        for time in first..end {
            let error = row(time);
            let rise = error - before;
            let up = rise & rise.simd_gt(Row::ZERO);
            rises += up;
            falls += up - rise;
            highest = error.simd_gt(highest).select(error, highest);
            before = error;
        }
        self.rises[part] = rises;
        self.falls[part] = falls;
        self.highest[part] = highest;
    }

    /// A lane takes a new start at `time`, whose last quarter begins at `begins`.
    pub(super) fn begin(&mut self, lane: usize, errors: &[Abreast], time: u64, begins: u64) {
        self.take_in_row(lane / 4, errors, time);
        self.begins[lane / 4][lane % 4] = begins;
        for sum in [&mut self.rises, &mut self.falls, &mut self.highest] {
            *at_mut(sum, lane) = 0.0;
        }
    }

    /// What E did in the last quarter of the descent that ends in a lane, up to the times before `end`.
    pub(super) fn of(&mut self, lane: usize, errors: &[Abreast], end: u64) -> Quarter {
        if end <= self.begins[lane / 4][lane % 4] {
            return Quarter::default();
        }
        self.take_in_row(lane / 4, errors, end);
        Quarter {
            rises: at(&self.rises, lane),
            falls: at(&self.falls, lane),
            highest: at(&self.highest, lane),
        }
    }
}

/// The place of a time among the last errors.
fn place(errors: &[Abreast], time: u64) -> usize {
    time as usize & (errors.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEPT: usize = 16;

    /// E of a lane at a time: up and down, and far up at times.
    fn error(lane: usize, time: u64) -> f64 {
        match (time + 3 * lane as u64) % 23 {
            5 => 1e9,
            k => (k * k % 7) as f64 + lane as f64,
        }
    }

    /// The sums of one lane, taken step by step.
    fn alone(lane: usize, begins: u64, end: u64) -> [u64; 3] {
        let mut sums = Quarter::default();
        for time in begins..end {
            let rise = error(lane, time) - error(lane, time.saturating_sub(1));
            if time > begins && rise > 0.0 {
                sums.rises += rise;
            } else if time > begins {
                sums.falls -= rise;
            }
            sums.highest = sums.highest.max(error(lane, time));
        }
        bits(&sums)
    }

    fn bits(sums: &Quarter) -> [u64; 3] {
        [sums.rises, sums.falls, sums.highest].map(f64::to_bits)
    }

    /// Lanes of one row begin at times of their own, before others of it have ended.
    #[test]
    fn lanes_have_the_sums_that_each_has_alone() {
        let mut quarters = Quarters::new();
        let mut errors = vec![ZERO; KEPT];
        let mut begins = [0; 4];
        for time in 0..200 {
            for lane in 0..4 {
                *at_mut(&mut errors[time as usize % KEPT], lane) = error(lane, time);
            }
            if time % 8 == 0 {
                quarters.take_in(&errors, time + 1);
            }
            for (lane, begins) in begins.iter_mut().enumerate() {
                // Some end before their last quarter has begun.
                if (time + 5 * lane as u64).is_multiple_of(17 + lane as u64) {
                    let sums = quarters.of(lane, &errors, time + 1);
                    assert_eq!(bits(&sums), alone(lane, *begins, time + 1), "{lane} {time}");
                    *begins = time + 1 + [2, 9, 40, 14][(time % 4) as usize];
                    quarters.begin(lane, &errors, time + 1, *begins);
                }
            }
        }
    }
}
