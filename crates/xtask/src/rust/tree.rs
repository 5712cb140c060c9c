//! Functions and test modules, from the syntax tree.

use std::ops::RangeInclusive;

use syn::visit::{self, Visit};

/// A function with a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Function {
    /// Its name.
    pub(crate) name: String,
    /// The line of its signature's beginning.
    pub(crate) first: usize,
    /// The line of its closing brace.
    pub(crate) last: usize,
}

/// All functions, and the lines of all test modules and test functions.
pub(super) fn functions_and_tests(
    syntax: &syn::File,
) -> (Vec<Function>, Vec<RangeInclusive<usize>>) {
    let mut walk = Walk { functions: Vec::new(), tests: Vec::new() };
    walk.visit_file(syntax);
    (walk.functions, walk.tests)
}

struct Walk {
    functions: Vec<Function>,
    tests: Vec<RangeInclusive<usize>>,
}

impl Walk {
    fn function(&mut self, signature: &syn::Signature, body: &syn::Block) {
        self.functions.push(Function {
            name: signature.ident.to_string(),
            first: signature.fn_token.span.start().line,
            last: body.brace_token.span.close().end().line,
        });
    }

    /// Notes the lines from the attribute that marks a test to the closing brace.
    fn note_test(&mut self, attributes: &[syn::Attribute], body: Option<&syn::token::Brace>) {
        let mark = attributes.iter().find(|attribute| marks_test(attribute));
        if let (Some(mark), Some(body)) = (mark, body) {
            let first = mark.pound_token.span.start().line;
            self.tests.push(first..=body.span.close().end().line);
        }
    }
}

impl<'ast> Visit<'ast> for Walk {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block);
        self.note_test(&item.attrs, Some(&item.block.brace_token));
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.function(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.note_test(&item.attrs, item.content.as_ref().map(|(brace, _)| brace));
        visit::visit_item_mod(self, item);
    }
}

/// `#[test]` or `#[cfg(test)]`.
fn marks_test(attribute: &syn::Attribute) -> bool {
    attribute.path().is_ident("test")
        || (attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test")))
}
