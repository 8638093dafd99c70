//! Whether an RSA key is strong enough to be used.

use super::KeyError;

/// Size and oddness of a modulus and exponent, most significant byte first.
pub(in super::super) fn check_rsa(n: &[u8], e: &[u8]) -> Result<(), KeyError> {
    let (n, e) = (unpadded(n), unpadded(e));
    let bits = n
        .first()
        .map_or(0, |first| n.len() * 8 - first.leading_zeros() as usize);
    if bits < 2048 {
        return Err(KeyError::WeakRsa(bits));
    }
    if bits > 8192 {
        return Err(KeyError::HugeRsa(bits));
    }
    // Both back-ends take exponents of up to 33 bits.
    let exponent = match e.len() {
        0..=8 => e
            .iter()
            .fold(0, |exponent, &byte| exponent << 8 | u64::from(byte)),
        _ => u64::MAX,
    };
    let odd = n.last().is_some_and(|last| last & 1 == 1) && exponent & 1 == 1;
    if odd && (3..1 << 33).contains(&exponent) {
        Ok(())
    } else {
        Err(KeyError::BadRsa)
    }
}

fn unpadded(mut number: &[u8]) -> &[u8] {
    while let [0, rest @ ..] = number {
        number = rest;
    }
    number
}
