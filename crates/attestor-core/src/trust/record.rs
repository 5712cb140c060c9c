//! One macro for rows of the trust files: a struct, its strict reading, its form in JSON.

/// Declares a struct whose fields are the keys of a map in a data file.
///
/// The word before a field says how its key is taken: `required`, `optional` or `items`, as in
/// [`Fields`](crate::source::Fields). Unknown keys are faults.
macro_rules! record {
    ($(#[$meta:meta])* pub struct $name:ident {
        $($(#[$doc:meta])* $how:ident $field:ident: $type:ty,)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        pub struct $name { $($(#[$doc])* pub $field: $type,)+ }

        impl $crate::source::Decode for $name {
            fn decode(
                node: &$crate::source::Node,
                sink: &$crate::source::Sink<'_>,
            ) -> Option<Self> {
                let mut fields = $crate::source::Fields::of(node, sink)?;
                $(let $field = fields.$how(stringify!($field));)+
                fields.finish();
                Some(Self { $($field: $field?,)+ })
            }
        }
    };
}
pub(super) use record;
