//! A certificate behind a service of a system, as the platform report of a case.
