//! Base 62: digits and letters, as they survive a double click, a shell and a URL.

use getrandom::Error;

const ALPHABET: [u8; 62] = *b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The greatest multiple of 62 in a byte: what lies above would make some characters more likely.
const FAIR: u8 = 62 * 4;

/// So many characters from the system's source of randomness, each as likely as any other.
pub(super) fn random(length: usize) -> Result<String, Error> {
    let mut text = String::with_capacity(length);
    let mut bytes = [0; 64];
    while text.len() < length {
        getrandom::fill(&mut bytes)?;
        let missing = length - text.len();
        let fair = bytes.iter().filter(|byte| **byte < FAIR);
        text.extend(fair.take(missing).map(|byte| character(u32::from(*byte))));
    }
    Ok(text)
}

/// A number in six characters, with zeros in front.
pub(super) fn six(number: u32) -> String {
    let place = |place| character(number / 62_u32.pow(place));
    (0..6).rev().map(place).collect()
}

pub(super) fn is_base62(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn character(number: u32) -> char {
    let digit = usize::try_from(number % 62).unwrap_or_default();
    char::from(ALPHABET.get(digit).copied().unwrap_or(b'0'))
}
