//! One macro for closed lists of words: an enum, its spelling in data files, and its reading.

/// Declares an enum whose variants have one fixed spelling in data files and outputs.
///
/// Gives `ALL`, `as_str`, `parse`, `Display`, [`Decode`](crate::source::Decode), and the spelling as the
/// form in JSON.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of declaration.
            #[allow(dead_code, reason = "not every list of words is walked through")]
            $vis const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The spelling in data files and outputs.
            #[must_use]
            $vis const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The value with exactly this spelling; `None` for any other text.
            #[must_use]
            $vis fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| {
                    let known: Vec<&str> = Self::ALL.iter().map(|word| word.as_str()).collect();
                    let known = known.join("`, `");
                    serde::de::Error::custom(format!("`{text}` is not one of `{known}`"))
                })
            }
        }

        impl $crate::source::Decode for $name {
            fn decode(node: &$crate::source::Node, sink: &$crate::source::Sink<'_>) -> Option<Self> {
                let text = <String as $crate::source::Decode>::decode(node, sink)?;
                let found = Self::parse(&text);
                if found.is_none() {
                    let allowed = Self::ALL.iter().map(|word| word.as_str().to_owned()).collect();
                    sink.add(node, $crate::fault::Problem::NotOneOf { found: text, allowed });
                }
                found
            }
        }
    };
}
pub(crate) use words;

/// Gives a value that is shown and read as text the same text as its form in JSON.
macro_rules! as_text {
    ($name:ident, $what:literal) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&text)
                    .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not {}", $what)))
            }
        }
    };
}
pub(crate) use as_text;
