//! How fast sign-ins are read: at least 0.7 GB/s of Microsoft Graph records on one core.
//! Run with `cargo bench -p attestor-core --bench mfa_read`.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

fn main() {
    divan::main();
}
