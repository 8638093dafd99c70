//! Numbers of places.

/// The digits of a number: its formatting takes longer than all the rest.
pub(super) fn push(text: &mut String, number: usize) {
    if number >= 10 {
        push(text, number / 10);
    }
    let digit = u8::try_from(number % 10).unwrap_or_default();
    text.push(char::from(b'0' + digit));
}
