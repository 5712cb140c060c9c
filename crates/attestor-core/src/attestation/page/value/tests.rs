use super::*;

#[test]
fn lists_part_at_the_commas_of_every_language() {
    let found: Vec<&str> = parts(". a、 b， c,d ،e ").collect();
    assert_eq!(found, ["a", "b", "c", "d", "e"]);
    assert_eq!(parts(" , ").count(), 0);
}

#[test]
fn store_ids_have_one_of_two_forms() {
    for (text, is_id) in
        [("WA200000148", true), ("17859280.o2s", true), ("Azure", false), ("", false)]
    {
        assert_eq!(is_store_id(text), is_id, "{text}");
    }
}
