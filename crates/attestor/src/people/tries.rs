//! How often somebody may try: per address of a client, in memory, for a minute each.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

use attestor_core::instant::Instant;

/// The most tries of one client in a minute.
pub(crate) const A_MINUTE: u32 = 20;

/// The seconds after which tries are forgotten.
const WINDOW: u64 = 60;

/// The most clients that are remembered; when there are more, the oldest are forgotten.
const CLIENTS: usize = 10_000;

/// The tries of all clients.
#[derive(Debug, Default)]
pub(crate) struct Tries(Mutex<HashMap<IpAddr, (u64, u32)>>);

impl Tries {
    /// Counts a try. The seconds to wait where there were too many.
    pub(crate) fn count(&self, client: IpAddr, now: Instant) -> Result<(), u64> {
        let now = now.seconds();
        // A poisoned map is still a map of numbers.
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        make_room(&mut all, now);
        let (since, tries) = all.entry(network(client)).or_insert((now, 0));
        if now >= *since + WINDOW {
            (*since, *tries) = (now, 0);
        }
        if *tries >= A_MINUTE {
            return Err((*since + WINDOW).saturating_sub(now).max(1));
        }
        *tries += 1;
        Ok(())
    }
}

fn make_room(all: &mut HashMap<IpAddr, (u64, u32)>, now: u64) {
    if all.len() < CLIENTS {
        return;
    }
    all.retain(|_, (since, _)| now < *since + WINDOW);
    if all.len() >= CLIENTS {
        let oldest = all.values().map(|(since, _)| *since).min();
        all.retain(|_, (since, _)| Some(*since) != oldest);
    }
}

/// One client has a whole network of IPv6 addresses.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V4(address) => IpAddr::V4(address),
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Instant {
        Instant::from_seconds(seconds)
    }

    #[test]
    fn the_last_try_of_a_minute_counts_and_the_next_waits() {
        let tries = Tries::default();
        let client: IpAddr = "192.0.2.1".parse().expect("an address");
        for _ in 0..A_MINUTE {
            assert_eq!(tries.count(client, at(1000)), Ok(()));
        }
        assert_eq!(tries.count(client, at(1030)), Err(30));
        assert_eq!(tries.count("192.0.2.2".parse().expect("an address"), at(1030)), Ok(()));
        assert_eq!(tries.count(client, at(1060)), Ok(()));
    }

    #[test]
    fn a_network_of_addresses_is_one_client() {
        let address = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(address("2001:db8:1:2:3::4"), address("2001:db8:1:2::5"));
        assert_ne!(address("2001:db8:1:2::4"), address("2001:db8:1:3::4"));
        assert_eq!(address("::ffff:192.0.2.1"), address("192.0.2.1"));
    }

    #[test]
    fn memory_stays_bounded() {
        let tries = Tries::default();
        for number in 0..30_000_u32 {
            let client = IpAddr::V4(number.into());
            assert_eq!(tries.count(client, at(u64::from(number) / 100)), Ok(()));
        }
        assert!(tries.0.lock().expect("a map").len() <= CLIENTS);
    }
}
