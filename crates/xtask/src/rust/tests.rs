use super::*;

fn paths(text: &str) -> Vec<String> {
    let file = RustFile::parse("a.rs", text).expect("Rust");
    file.mentions.iter().map(|mention| mention.segments.join("::")).collect()
}

#[test]
fn branches_of_use_lines_become_whole_paths() {
    let found = paths("use crate::{day::Day, source::{self, tree::*}};");
    for path in ["crate::day::Day", "crate::source::self", "crate::source::tree::*"] {
        assert!(found.iter().any(|known| known == path), "{path} in {found:?}");
    }
}

#[test]
fn paths_in_macros_and_attributes_count() {
    let found = paths("#[value(parser = crate::one::two)] fn f() { assert!(crate::a::b() < 3); }");
    assert!(found.contains(&"crate::one::two".to_owned()), "{found:?}");
    assert!(found.contains(&"crate::a::b".to_owned()), "{found:?}");
}

#[test]
fn paths_in_strings_and_comments_do_not_count() {
    let found = paths("// crate::a\n/* crate::b */ const TEXT: &str = \"crate::c { \";");
    assert!(found.iter().all(|path| !path.starts_with("crate")), "{found:?}");
}

#[test]
fn inline_modules_are_known() {
    let file = RustFile::parse("a.rs", "mod inner { use super::x; }").expect("Rust");
    let mention = file.mentions.iter().find(|mention| mention.segments == ["super", "x"]);
    assert_eq!(mention.expect("found").inside, ["inner"]);
}

#[test]
fn test_modules_are_known_by_their_lines() {
    let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
    let file = RustFile::parse("a.rs", text).expect("Rust");
    let tests: Vec<usize> = (1..=6).filter(|line| file.is_test(*line)).collect();
    assert_eq!(tests, [2, 3, 4, 5]);
}

#[test]
fn function_lines_run_from_signature_to_brace() {
    let text = "/// Doc.\n#[inline]\nfn a() {\n    let _ = \"}\";\n}\n";
    let file = RustFile::parse("a.rs", text).expect("Rust");
    assert_eq!(file.functions, [Function { name: "a".into(), first: 3, last: 5 }]);
}

#[test]
fn introduced_names_are_found() {
    let text = "struct App { owner: Owner }\nenum State { Open, #[doc(hidden)] Shut(u8) }\n\
                fn run(count: u8) { let total = other::call(count); }";
    let file = RustFile::parse("a.rs", text).expect("Rust");
    let names: Vec<&str> = file.names.iter().map(|name| name.text.as_str()).collect();
    assert_eq!(names, ["App", "owner", "State", "Open", "Shut", "run", "count", "total"]);
}

#[test]
fn names_split_into_words() {
    for (name, words) in [
        ("PassMark", vec!["pass", "mark"]),
        ("pass_mark", vec!["pass", "mark"]),
        ("MAX_DEPTH", vec!["max", "depth"]),
        ("a2b", vec!["a", "b"]),
        ("_", vec![]),
    ] {
        assert_eq!(words_of(name), words, "{name}");
    }
}

#[test]
fn strings_are_told_from_doc_comments() {
    let text = "/// TODO doc\nconst A: &str = \"TODO text\";\n";
    let file = RustFile::parse("a.rs", text).expect("Rust");
    assert!(!file.is_string(1, 4));
    assert!(file.is_string(2, 17));
}

#[test]
fn text_that_is_not_rust_gives_its_line() {
    assert_eq!(
        RustFile::parse("a.rs", "fn a() {}\nfn (\n").map(|_| ()).map_err(|(line, _)| line),
        Err(2)
    );
}
