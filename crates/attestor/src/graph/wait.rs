//! How often something is asked, and how long is waited in between.

use std::time::Duration;

use super::Trouble;

/// How often something is asked at most.
const TRIES: u32 = 9;

/// How often what is not JSON is asked for.
const BROKEN_TRIES: u32 = 3;

/// The first wait where the server says nothing; each one after it is twice as long.
const FIRST: Duration = Duration::from_millis(250);

/// The longest wait, whatever the server says.
const LONGEST: Duration = Duration::from_secs(300);

/// The waits between the tries of one request.
pub(crate) struct Waits {
    tries: u32,
}

impl Waits {
    /// None so far.
    pub(crate) const fn new() -> Self {
        Self { tries: 1 }
    }

    /// Waits for the next try: as long as the server says, or twice as long as before; up to half of
    /// it less, so that many who were refused do not come back at once. False when it is enough.
    pub(crate) async fn wait(&mut self, trouble: &Trouble, after: Option<Duration>) -> bool {
        let most = if matches!(trouble, Trouble::NotAPage(_)) { BROKEN_TRIES } else { TRIES };
        if self.tries >= most {
            return false;
        }
        tokio::time::sleep(self.length(after, random())).await;
        self.tries += 1;
        true
    }

    /// The length of a wait; `random` is from 0 to 255.
    fn length(&self, after: Option<Duration>, random: u8) -> Duration {
        let doubled = FIRST.saturating_mul(1 << (self.tries - 1).min(16));
        let part = |whole: Duration| whole / 512 * u32::from(random);
        match after {
            // Not earlier than asked for, and not all at the same moment.
            Some(after) => after.min(LONGEST) + part(FIRST),
            None => doubled.min(LONGEST) - part(doubled.min(LONGEST)),
        }
    }
}

/// How long a server asks to wait: so many seconds, or until a time by its own clock, which the answer
/// tells as `date`. A time that is over is no wait; one without a clock to compare it with is nothing.
pub(crate) fn asked_for(text: &str, date: Option<&str>) -> Option<Duration> {
    let text = text.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let until = httpdate::parse_http_date(text).ok()?;
    let now = httpdate::parse_http_date(date?.trim()).ok()?;
    Some(until.duration_since(now).unwrap_or_default())
}

fn random() -> u8 {
    let mut byte = [0];
    // Without random numbers the waits are only less spread.
    let _ = getrandom::fill(&mut byte);
    let [byte] = byte;
    byte
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_are_bounded() {
        let lengths: Vec<u128> =
            (1..=12).map(|tries| Waits { tries }.length(None, 0).as_millis()).collect();
        assert_eq!(lengths[..4], [250, 500, 1000, 2000]);
        assert_eq!(lengths[11], LONGEST.as_millis());
    }

    #[test]
    fn chance_shortens_a_wait_by_less_than_half_and_never_what_the_server_asks_for() {
        for random in 0..=255 {
            let alone = Waits { tries: 3 }.length(None, random).as_millis();
            assert!((500..=1000).contains(&alone), "{alone}");
            let asked = Waits { tries: 3 }.length(Some(Duration::from_secs(7)), random);
            assert!(asked >= Duration::from_secs(7) && asked < Duration::from_secs(8));
        }
        let long = Waits { tries: 1 }.length(Some(Duration::from_secs(90_000)), 0);
        assert_eq!(long, LONGEST);
    }

    #[test]
    fn a_server_asks_for_seconds_or_names_a_time_by_its_own_clock() {
        let date = Some("Sun, 22 Nov 2026 10:00:00 GMT");
        for (text, date, seconds) in [
            ("120", None, Some(120)),
            (" 7 ", date, Some(7)),
            ("Sun, 22 Nov 2026 10:01:30 GMT", date, Some(90)),
            ("Sunday, 22-Nov-26 10:01:30 GMT", date, Some(90)),
            ("Sun, 22 Nov 2026 09:00:00 GMT", date, Some(0)),
            ("Sun, 22 Nov 2026 10:01:30 GMT", None, None),
            ("Sun, 22 Nov 2026 10:01:30 GMT", Some("now"), None),
            ("-1", date, None),
            ("soon", date, None),
        ] {
            assert_eq!(asked_for(text, date), seconds.map(Duration::from_secs), "{text}");
        }
    }
}
