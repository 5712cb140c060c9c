//! Whole reports as text, reviewed when they change.

use super::sample_case::rich;
use super::{program, with_view};
use crate::report::{Audience, html};

/// `ATTESTOR_REPORT_OUT=folder cargo test -p attestor writes_the_pages` leaves pages to look at.
#[test]
fn writes_the_pages_where_it_is_told() {
    let program = program(|_, text| text);
    let case = rich(&program);
    for (audience, name) in [(Audience::Publisher, "publisher"), (Audience::Analyst, "analyst")] {
        let page =
            with_view(&program, &case, audience, |view, _| html::render(view)).expect("a page");
        if let Some(folder) = std::env::var_os("ATTESTOR_REPORT_OUT") {
            let path = std::path::Path::new(&folder).join(format!("{name}.html"));
            std::fs::write(path, page).expect("a written page");
        }
    }
}
