//! A file of messages, taken apart.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};

/// What a message is made of.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parsed {
    /// The values that it names.
    pub(super) variables: BTreeSet<String>,
    /// The names of the variants of each choice, in the order of the text.
    pub(super) choices: Vec<BTreeSet<String>>,
}

/// The messages of a file by key, or what is wrong with it.
pub(super) fn parsed(text: &str) -> Result<BTreeMap<String, Parsed>, String> {
    let resource = fluent_syntax::parser::parse(text)
        .map_err(|(_, faults)| faults.iter().map(ToString::to_string).collect::<String>())?;
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name.to_owned();
        let Some(value) = message.value else { return Err(format!("`{key}` has no text")) };
        let mut parsed = Parsed::default();
        parsed.pattern(&value);
        if found.insert(key.clone(), parsed).is_some() {
            return Err(format!("`{key}` stands twice"));
        }
    }
    Ok(found)
}

impl Parsed {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let names = variants.iter().map(|variant| match variant.key {
                    VariantKey::Identifier { name } => name.to_owned(),
                    VariantKey::NumberLiteral { value } => value.to_owned(),
                });
                self.choices.push(names.collect());
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. }
            | InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}
