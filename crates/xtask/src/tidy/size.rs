//! Files and functions that a reader can hold in the head.

use crate::finding::Finding;
use crate::rust::RustFile;

/// The most lines of a file. The aim is 120.
const FILE: usize = 600;
/// The most lines of a function, from its signature to its brace. The aim is 8.
const FUNCTION: usize = 80;

/// Refuses what is longer.
pub(super) fn check(source: &RustFile<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let lines = source.text.lines().count();
    if lines > FILE {
        let message = format!("the file has {lines} lines, more than {FILE}");
        findings.push(Finding::new("size", source.path, FILE + 1, message));
    }
    for function in &source.functions {
        let lines = function.last + 1 - function.first;
        if lines > FUNCTION {
            let message = format!("`{}` has {lines} lines, more than {FUNCTION}", function.name);
            findings.push(Finding::new("size", source.path, function.first, message));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let source = RustFile::parse("a.rs", text).expect("Rust");
        check(&source).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn limits_are_inclusive() {
        let function = |lines: usize| format!("fn a() {{\n{}}}\n", "    b();\n".repeat(lines - 2));
        assert_eq!(messages(&function(80)), Vec::<String>::new());
        assert_eq!(messages(&function(81)), ["`a` has 81 lines, more than 80"]);
        assert_eq!(messages(&"// x\n".repeat(600)), Vec::<String>::new());
        assert_eq!(messages(&"// x\n".repeat(601)), ["the file has 601 lines, more than 600"]);
    }

    #[test]
    fn methods_count_and_braces_in_strings_do_not() {
        let text =
            format!("struct A;\nimpl A {{\nfn a() {{\n{}}}\n}}\n", "b(\"}}{\");\n".repeat(80));
        assert_eq!(messages(&text), ["`a` has 82 lines, more than 80"]);
    }
}
