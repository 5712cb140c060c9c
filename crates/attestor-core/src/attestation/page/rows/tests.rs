use super::*;

#[test]
fn only_short_answers_that_repeat_count_as_repeated() {
    let row = |answer: &str| Row {
        line: 1,
        zone: "".into(),
        label: Cell::default(),
        answer: Cell { text: answer.to_owned(), ..Cell::default() },
        question: None,
    };
    let rows = ["Jes", "jes", "JES", "Ne", "", "", ""].map(row);
    let repeated = repeated_answers(&rows);
    assert_eq!(repeated.keys().collect::<Vec<_>>(), ["jes"]);
}
