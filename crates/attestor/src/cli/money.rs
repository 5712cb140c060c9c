//! Amounts of money: hundredths, never a float.

use std::fmt;
use std::str::FromStr;

/// An amount in hundredths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Money(pub(crate) u64);

impl FromStr for Money {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "not an amount such as 10000 or 99.50".to_owned();
        let (whole, cents) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || cents.len() > 2 || !digits(whole) || !digits(cents) {
            return Err(wrong());
        }
        let whole: u64 = whole.parse().map_err(|_| wrong())?;
        let cents: u64 = format!("{cents:0<2}").parse().map_err(|_| wrong())?;
        whole
            .checked_mul(100)
            .and_then(|hundredths| hundredths.checked_add(cents))
            .map(Self)
            .ok_or_else(wrong)
    }
}

/// Prints whole amounts without decimals, others with two.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 100 {
            0 => write!(f, "{}", self.0 / 100),
            cents => write!(f, "{}.{cents:02}", self.0 / 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_and_printed_exactly() {
        for (text, hundredths, printed) in
            [("10000", 1_000_000, "10000"), ("99.5", 9_950, "99.50"), ("0.07", 7, "0.07")]
        {
            let money: Money = text.parse().unwrap();
            assert_eq!((money.0, money.to_string().as_str()), (hundredths, printed));
        }
        for text in ["", "-1", "1.234", "1e3", ".5", "99999999999999999999"] {
            assert!(text.parse::<Money>().is_err(), "{text}");
        }
    }
}
