//! Which values can be compared with which.

/// The kinds of values, at run time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueKind {
    /// A truth value.
    Boolean,
    /// A whole number.
    Integer,
    /// A text.
    Text,
    /// A UUID.
    Uuid,
}

/// The kind of a value, as a type: [`Boolean`], [`Integer`], [`Text`], [`Uuid`].
pub trait Kind: Copy + Send + Sync + 'static {
    /// The same at run time.
    const KIND: ValueKind;
}

macro_rules! kinds {
    ($($(#[$docs:meta])* $name:ident),*) => {$(
        $(#[$docs])*
        #[derive(Clone, Copy, Debug)]
        pub enum $name {}

        impl Kind for $name {
            const KIND: ValueKind = ValueKind::$name;
        }
    )*};
}

kinds!(
    /// Truth values.
    Boolean,
    /// Whole numbers.
    Integer,
    /// Texts, compared byte by byte.
    Text,
    /// UUIDs.
    Uuid
);
