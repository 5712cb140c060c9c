//! The order of names that people of all languages find their way in: the root order of Unicode.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use crate::stop::Stop;

/// Makes keys whose bytes are in the order of names.
pub(super) struct NameOrder(CollatorBorrowed<'static>);

impl NameOrder {
    /// Loads the order.
    pub(super) fn new() -> Result<Self, Stop> {
        let order = Collator::try_new(CollatorPreferences::default(), CollatorOptions::default());
        order.map(Self).map_err(|error| Stop::Failure(format!("cannot order names: {error}")))
    }

    /// The key of a name.
    pub(super) fn key(&self, name: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(name, &mut key);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::NameOrder;

    #[test]
    fn names_are_ordered_as_people_do() {
        let order = NameOrder::new().expect("an order");
        let names =
            ["_under", "10", "9", "apple", "Apple pie", "éclair", "Zebra", "Яблоко", "인증"];
        let mut sorted = names;
        sorted.reverse();
        sorted.sort_by_key(|name| order.key(name));
        assert_eq!(sorted, names);
    }
}
