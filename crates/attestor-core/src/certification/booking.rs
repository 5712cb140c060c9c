//! Booking a penetration test through the program, and what moving it costs.
//!
//! Source: framework overview, "free penetration test rules".

use crate::day::Day;
use crate::framework::{FirmDate, PentestRules};
use crate::ratio::Ratio;
use crate::word::words;

words! {
    /// What is asked of a booked test.
    pub enum Request {
        /// Another day.
        Reschedule = "reschedule",
        /// None at all.
        Cancel = "cancel",
    }
}

/// What a request costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// Whole calendar days from the request to the booked start, at least 0.
    pub days: u32,
    /// The fee, in per cent of the price of all booked days.
    pub percent: u8,
    /// How it is charged: a request to reschedule without a firm date may be charged as a
    /// cancellation.
    pub charged_as: Request,
}

/// The fee for moving or cancelling a test that starts on `start`, asked for on `on`.
///
/// Whole calendar days count, so no request falls between two rows; a request on the day itself or
/// later counts as 0 days. Rescheduling late can cost more than cancelling; that is shown, not
/// evened out. Source: acceptance E1 to E9.
#[must_use]
pub fn quote(
    rules: &PentestRules,
    request: Request,
    start: Day,
    on: Day,
    firm_date: Option<Day>,
) -> Quote {
    let days = u32::try_from(on.days_until(start)).unwrap_or(0);
    let row = |request: Request| match request {
        Request::Reschedule => rules.reschedule.row(i64::from(days)),
        Request::Cancel => rules.cancel.row(i64::from(days)),
    };
    let open_date =
        firm_date.is_none() && row(request).is_some_and(|row| row.firm_date == FirmDate::Required);
    let charged_as = if open_date { Request::Cancel } else { request };
    // INVARIANT: the tables cover every number of days, checked when they are loaded.
    let percent = row(charged_as).map_or(100, |row| row.percent);
    Quote { days, percent, charged_as }
}

/// The fee in hundredths of the price's unit: `price` is in hundredths too, rounded up to a whole
/// hundredth.
#[must_use]
pub fn fee(price_hundredths: u64, percent: u8) -> u64 {
    let fee = (u128::from(price_hundredths) * u128::from(percent)).div_ceil(100);
    u64::try_from(fee).unwrap_or(u64::MAX)
}

/// Days of a test that the publisher pays. Source: acceptance E11.
#[must_use]
pub fn publisher_paid_days(rules: &PentestRules, needed_days: u16) -> u16 {
    needed_days.saturating_sub(rules.program_paid_days)
}

/// Whether a test may be booked: enough of the controls in scope are approved. Nothing in scope
/// books nothing. Source: acceptance E12, E13.
#[must_use]
pub fn may_book(rules: &PentestRules, approved: u64, in_scope: u64) -> bool {
    in_scope > 0
        && Ratio::new(approved, in_scope).reaches(u64::from(rules.booking_approved_percent))
}
