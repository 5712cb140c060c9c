//! Logs made of numbers: the same seed gives the same log.

use std::fmt::Write as _;

use attestor_core::mfa::event::Channels;
use attestor_core::mfa::key::Key;

const PORTAL: &str = "fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd";
const API: &str = "00000003-0000-0000-c000-000000000000";

/// What a log is like.
pub(crate) struct Made {
    /// How many requests.
    pub(crate) requests: u64,
    /// Over how many days before 2026-11-22.
    pub(crate) days: u64,
    /// What the rest follows from.
    pub(crate) seed: u64,
}

impl Default for Made {
    fn default() -> Self {
        Self { requests: 100, days: 4, seed: 1 }
    }
}

/// The portal and the API of the logs.
pub(crate) fn channels() -> Channels {
    let ids = |id: &str| Key::parse(id).into_iter().collect();
    Channels { portal: ids(PORTAL), api: ids(API) }
}

/// Sign-ins as Microsoft Graph gives them, one a line, in no order.
pub(crate) fn log(made: &Made) -> String {
    let mut text = String::new();
    let mut random = made.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = |below: u64| {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        (random >> 11) % below
    };
    for at in 0..made.requests {
        let day = 21 - next(made.days);
        let (hour, minute, second) = (next(24), next(60), next(60));
        let (user, app, mfa) = (next(23), next(5), next(10) < 7);
        let resource = [PORTAL, API, "00000002-0000-0000-c000-000000000000"][next(3) as usize];
        let alone = next(6) == 0;
        let user =
            if alone { String::new() } else { format!("00000000-0000-4000-8000-{user:012}") };
        let kind = if alone { "servicePrincipal" } else { "interactiveUser" };
        let requirement =
            if mfa { "multiFactorAuthentication" } else { "singleFactorAuthentication" };
        let code = if next(12) == 0 { 50074 } else { 0 };
        let id = format!("{:08x}-0000-4000-8000-{:012}", made.seed, at);
        writeln!(
            text,
            "{{\"id\":\"{id}\",\"createdDateTime\":\"2026-11-{day:02}T{hour:02}:{minute:02}:{second:02}Z\",\
             \"userId\":\"{user}\",\"userPrincipalName\":\"u{user}@example.org\",\
             \"servicePrincipalId\":\"{}\",\"signInEventTypes\":[\"{kind}\"],\
             \"appId\":\"10000000-0000-4000-8000-{app:012}\",\"appDisplayName\":\"App {app}\",\
             \"resourceId\":\"{resource}\",\"resourceDisplayName\":\"R\",\"ipAddress\":\"192.0.2.{app}\",\
             \"correlationId\":\"{id}\",\"status\":{{\"errorCode\":{code}}},\
             \"authenticationRequirement\":\"{requirement}\"}}",
            if alone { "20000000-0000-4000-8000-000000000001" } else { "" },
        )
        .unwrap();
    }
    text
}
