//! The command `attestor`.

fn main() {}
