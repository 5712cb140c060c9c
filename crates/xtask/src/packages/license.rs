//! License expressions: identifiers with `AND`, `OR`, `WITH` and parentheses; `/` is an old `OR`.

use std::iter::Peekable;
use std::slice::Iter;

/// Whether the allowed licenses satisfy an expression. An empty or broken one is not satisfied.
pub(super) fn is_allowed(expression: &str, allowed: &[String]) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut words = words.iter().peekable();
    any(&mut words, allowed) && words.peek().is_none()
}

type Words<'w> = Peekable<Iter<'w, &'w str>>;

/// One or more alternatives. All are read, whatever the first says.
fn any(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut good = all(words, allowed);
    while words.next_if(|word| **word == "OR").is_some() {
        good |= all(words, allowed);
    }
    good
}

fn all(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let mut good = one(words, allowed);
    while words.next_if(|word| **word == "AND").is_some() {
        good &= one(words, allowed);
    }
    good
}

fn one(words: &mut Words<'_>, allowed: &[String]) -> bool {
    let Some(first) = words.next() else { return false };
    if *first == "(" {
        let good = any(words, allowed);
        return words.next_if(|word| **word == ")").is_some() && good;
    }
    let mut name = (*first).to_owned();
    if words.next_if(|word| **word == "WITH").is_some() {
        let exception = words.next().copied().unwrap_or_default();
        name = format!("{name} WITH {exception}");
    }
    allowed.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_follow_their_operators() {
        let allowed = ["MIT", "ISC", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
        for (expression, good) in [
            ("MIT", true),
            ("MIT/GPL-3.0", true),
            ("GPL-3.0 OR ISC", true),
            ("MIT AND GPL-3.0", false),
            ("(MIT OR GPL-3.0) AND ISC", true),
            ("(GPL-3.0) AND ISC OR MIT", true),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("Apache-2.0", false),
            ("MIT WITH LLVM-exception", false),
            ("", false),
            ("(MIT", false),
            ("MIT ISC", false),
        ] {
            assert_eq!(is_allowed(expression, &allowed), good, "{expression}");
        }
    }
}
