//! People as rows: accounts, members of organizations, invitations, sessions, tokens, passkeys.
//!
//! What is here reads and writes, and decides nothing: rules are in the room `people`. A statement
//! that uses something up says whether it was still there, so that nothing is used twice.

mod accounts;
mod invitations;
mod members;
mod passkeys;
mod sessions;
mod tokens;

pub(crate) use accounts::AccountRow;
pub(crate) use invitations::InvitationRow;
pub(crate) use members::{MemberRow, OrganizationRow};
pub(crate) use passkeys::PasskeyRow;
pub(crate) use sessions::{NewSession, SessionRow, SignedInRow};
pub(crate) use tokens::{NewToken, TokenRow};
