//! Whether a point lies on its curve, so that a broken key is refused when it is configured.
//!
//! Not constant in time, and need not be: the points are public.

use std::cmp::Ordering;

/// The least significant limb first; six of them hold 384 bits.
type Number = [u64; 6];

/// A curve `y² = x³ - 3x + b` over the integers modulo `p` (NIST SP 800-186).
pub(super) struct Curve {
    bytes: usize,
    p: Number,
    b: Number,
}

pub(super) const P256: Curve = Curve {
    bytes: 32,
    p: [
        0xffff_ffff_ffff_ffff,
        0x0000_0000_ffff_ffff,
        0,
        0xffff_ffff_0000_0001,
        0,
        0,
    ],
    b: [
        0x3bce_3c3e_27d2_604b,
        0x651d_06b0_cc53_b0f6,
        0xb3eb_bd55_7698_86bc,
        0x5ac6_35d8_aa3a_93e7,
        0,
        0,
    ],
};

pub(super) const P384: Curve = Curve {
    bytes: 48,
    p: [
        0x0000_0000_ffff_ffff,
        0xffff_ffff_0000_0000,
        0xffff_ffff_ffff_fffe,
        0xffff_ffff_ffff_ffff,
        0xffff_ffff_ffff_ffff,
        0xffff_ffff_ffff_ffff,
    ],
    b: [
        0x2a85_c8ed_d3ec_2aef,
        0xc656_398d_8a2e_d19d,
        0x0314_088f_5013_875a,
        0x181d_9c6e_fe81_4112,
        0x988e_056b_e3f8_2d19,
        0xb331_2fa7_e23e_e7e4,
    ],
};

impl Curve {
    /// Whether these are the coordinates of a point, each written in full.
    pub(super) fn holds(&self, x: &[u8], y: &[u8]) -> bool {
        let (Some(x), Some(y)) = (self.coordinate(x), self.coordinate(y)) else {
            return false;
        };
        let cube = self.multiply(&self.multiply(&x, &x), &x);
        let three_x = self.add(&self.add(&x, &x), &x);
        let right = self.add(&self.subtract(&cube, &three_x), &self.b);
        self.multiply(&y, &y) == right
    }

    fn coordinate(&self, bytes: &[u8]) -> Option<Number> {
        if bytes.len() != self.bytes {
            return None;
        }
        let mut number = Number::default();
        for (limb, chunk) in number.iter_mut().zip(bytes.rchunks(8)) {
            *limb = chunk
                .iter()
                .fold(0, |limb, &byte| limb << 8 | u64::from(byte));
        }
        (compare(&number, &self.p) == Ordering::Less).then_some(number)
    }

    fn add(&self, a: &Number, b: &Number) -> Number {
        let (sum, carry) = plus(a, b);
        if carry || compare(&sum, &self.p) != Ordering::Less {
            return minus(&sum, &self.p);
        }
        sum
    }

    fn subtract(&self, a: &Number, b: &Number) -> Number {
        if compare(a, b) == Ordering::Less {
            return minus(&self.p, &minus(b, a));
        }
        minus(a, b)
    }

    fn multiply(&self, a: &Number, b: &Number) -> Number {
        let mut product = Number::default();
        for limb in b.iter().rev() {
            for bit in (0..64).rev() {
                product = self.add(&product, &product);
                if limb >> bit & 1 == 1 {
                    product = self.add(&product, a);
                }
            }
        }
        product
    }
}

fn compare(a: &Number, b: &Number) -> Ordering {
    a.iter().rev().cmp(b.iter().rev())
}

fn plus(a: &Number, b: &Number) -> (Number, bool) {
    let (mut sum, mut carry) = (*a, false);
    for (limb, &other) in sum.iter_mut().zip(b) {
        let (partial, first) = limb.overflowing_add(other);
        let (total, second) = partial.overflowing_add(u64::from(carry));
        (*limb, carry) = (total, first || second);
    }
    (sum, carry)
}

fn minus(a: &Number, b: &Number) -> Number {
    let (mut difference, mut borrow) = (*a, false);
    for (limb, &other) in difference.iter_mut().zip(b) {
        let (partial, first) = limb.overflowing_sub(other);
        let (total, second) = partial.overflowing_sub(u64::from(borrow));
        (*limb, borrow) = (total, first || second);
    }
    difference
}

#[cfg(test)]
mod tests {
    use super::{P256, P384};

    fn bytes(hex: &str) -> Vec<u8> {
        (0..hex.len() / 2)
            .map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap())
            .collect()
    }

    #[test]
    fn the_generators_lie_on_their_curves() {
        for (curve, x, y) in [
            (
                P256,
                "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
                "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
            ),
            (
                P384,
                "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
                "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
            ),
        ] {
            let (x, y) = (bytes(x), bytes(y));
            assert!(curve.holds(&x, &y));
            assert!(!curve.holds(&y, &x));
            assert!(!curve.holds(&x, &y[1..]));
            assert!(!curve.holds(&[&[0], &x[..]].concat(), &y));
            let mut near = y.clone();
            *near.last_mut().unwrap() ^= 1;
            assert!(!curve.holds(&x, &near));
            let zero = vec![0; x.len()];
            assert!(!curve.holds(&zero, &zero));
            let huge = vec![0xff; x.len()];
            assert!(!curve.holds(&huge, &y));
        }
    }
}
