//! Pages to sign in, to look after one's own account, and to manage people.
//!
//! Read in this order:
//! - [`routes`]: every address with what it needs.
//! - `entry`: the pages before somebody is signed in: first start, invitation, link of an operator.
//! - `sign_in`, `second_factor`: the two steps, and the way out.
//! - `account`, `security`, `passkeys`, `tokens`: one's own. `members`, `organizations`: those of others.

mod account;
mod entry;
mod members;
mod organizations;
mod passkeys;
mod second_factor;
mod security;
mod sign_in;
mod tokens;

#[cfg(test)]
mod tests;

use attestor_core::desk::role::Right;

use super::access::{Need, Routes};

/// Every address.
pub(super) fn routes() -> Routes {
    let own = Need::OwnSecurity;
    let (tokens, people) = (Need::Right(Right::TokensOwn), Need::Right(Right::PeopleOwn));
    let all = Need::Right(Right::PeopleAll);
    Routes::new()
        .get("/setup", Need::Public, entry::setup)
        .post("/setup", Need::Public, entry::set_up)
        .get("/invitations", Need::Public, entry::invitation)
        .post("/invitations", Need::Public, entry::accept)
        .post("/invitations/join", Need::Account, entry::join)
        .get("/sign-in/link", Need::Public, entry::link)
        .post("/sign-in/link", Need::Public, entry::come_back)
        .get("/sign-in", Need::Public, sign_in::show)
        .post("/sign-in", Need::Public, sign_in::submit)
        .post("/sign-out", Need::SignedIn, sign_in::sign_out)
        .get("/sign-in/second-factor", Need::SignedIn, second_factor::show)
        .post("/sign-in/second-factor", Need::SignedIn, second_factor::submit)
        .post("/sign-in/passkey/ask", Need::Public, passkeys::ask)
        .post("/sign-in/passkey", Need::Public, passkeys::sign_in)
        .get("/account", Need::Account, account::show)
        .post("/account", Need::Account, account::submit)
        .post("/account/membership", Need::Account, account::act_for)
        .get("/account/security", own, security::show)
        .post("/account/security/password", own, security::password)
        .post("/account/security/app", own, security::confirm_app)
        .post("/account/security/app/remove", own, security::remove_app)
        .post("/account/security/passkeys/ask", own, passkeys::ask_new)
        .post("/account/security/passkeys", own, passkeys::add)
        .post("/account/security/passkeys/remove", own, passkeys::remove)
        .post("/account/security/recovery-codes", own, security::recovery_codes)
        .post("/account/security/sessions/end", own, security::end_session)
        .post("/account/security/sessions/end-others", own, security::end_others)
        .get("/account/tokens", tokens, tokens::show)
        .post("/account/tokens", tokens, tokens::make)
        .post("/account/tokens/end", tokens, tokens::end)
        .get("/people", people, members::show_own)
        .post("/people/invite", people, members::invite_own)
        .post("/people/withdraw", people, members::withdraw_own)
        .post("/people/end", people, members::end_own)
        .get("/organizations", all, organizations::list)
        .post("/organizations", Need::Right(Right::Organizations), organizations::make)
        .get("/organizations/{id}", all, members::show)
        .post("/organizations/{id}/invite", all, members::invite)
        .post("/organizations/{id}/withdraw", all, members::withdraw)
        .post("/organizations/{id}/end", all, members::end)
}
