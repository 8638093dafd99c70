//! Which whole numbers a field can hold.

use std::any::TypeId;
use std::ops::RangeInclusive;

/// The range of a field's type; all numbers of a type of the application's own.
pub(super) fn of(field: TypeId) -> RangeInclusive<i64> {
    macro_rules! ranges {
        ($($type:ty),*) => {$(
            if field == TypeId::of::<$type>() || field == TypeId::of::<Option<$type>>() {
                return i64::from(<$type>::MIN)..=i64::from(<$type>::MAX);
            }
        )*};
    }
    ranges!(i8, i16, i32, u8, u16, u32);
    i64::MIN..=i64::MAX
}
