//! Forms: fields with their words, what was typed, and what is wrong with it.

use super::desk_frame::DeskFrame;
use super::visit::Refusal;
use crate::people::refused::Refused;

/// A field of one line.
pub(super) struct Field {
    /// Its name.
    pub(super) name: &'static str,
    /// The type of the input: `text`, `password`, `email`.
    pub(super) kind: &'static str,
    /// What it asks for.
    pub(super) label: String,
    /// What helps to fill it in; may be empty.
    pub(super) hint: String,
    /// What was typed before.
    pub(super) value: String,
    /// What a browser may fill in.
    pub(super) autocomplete: &'static str,
    /// What is wrong; empty where nothing is.
    pub(super) fault: String,
    /// Whether it may stay empty.
    pub(super) optional: bool,
}

impl Field {
    /// An empty field with the words of `people-field-…`.
    pub(super) fn new(frame: &DeskFrame<'_>, name: &'static str, kind: &'static str) -> Self {
        Self {
            name,
            kind,
            label: frame.t(&format!("people-field-{name}")),
            hint: String::new(),
            value: String::new(),
            autocomplete: "off",
            fault: String::new(),
            optional: false,
        }
    }

    /// With other words for what it asks for.
    pub(super) fn labeled(mut self, label: String) -> Self {
        self.label = label;
        self
    }

    /// With what was typed before. A password is typed anew.
    pub(super) fn with(mut self, value: &str) -> Self {
        value.clone_into(&mut self.value);
        self
    }

    /// With a hint.
    pub(super) fn hint(mut self, hint: String) -> Self {
        self.hint = hint;
        self
    }

    /// With what a browser may fill in.
    pub(super) fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    /// May stay empty.
    pub(super) fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With what is wrong with it, if it is this field.
    pub(super) fn told(mut self, faults: &Faults) -> Self {
        self.fault = faults.of(self.name);
        self
    }
}

/// What is wrong with a form: field and sentence each; an empty field for the form as a whole.
#[derive(Debug, Default)]
pub(super) struct Faults(Vec<(&'static str, String)>);

impl Faults {
    /// What a refusal says in words; a refusal that is none of the form's is handed on.
    pub(super) fn told(refused: Refused, frame: &DeskFrame<'_>) -> Result<Self, Refusal> {
        match refused {
            Refused::Faults(faults) => {
                let told = faults
                    .into_iter()
                    .map(|fault| (fault.field, frame.t(&format!("people-fault-{}", fault.reason))));
                Ok(Self(told.collect()))
            }
            Refused::TooMany(_) => Ok(Self(vec![("", frame.t("people-fault-too-many"))])),
            Refused::NotFound => Err(Refusal::NotFound),
            Refused::Failed(stop) => Err(Refusal::Failed(stop)),
        }
    }

    /// One thing that is wrong: field and sentence.
    pub(super) fn one(field: &'static str, text: String) -> Self {
        Self(vec![(field, text)])
    }

    /// The same told of the form as a whole.
    pub(super) fn of_the_whole(self) -> Self {
        Self(self.0.into_iter().map(|(_, text)| ("", text)).collect())
    }

    /// All of them, in order.
    pub(super) fn all(&self) -> &[(&'static str, String)] {
        &self.0
    }

    /// What is wrong with a field; empty where nothing is.
    pub(super) fn of(&self, name: &str) -> String {
        let found = self.0.iter().find(|(field, _)| *field == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    }
}
