//! Amounts of money, in the smallest unit of a currency.

use std::fmt::Write as _;

/// A currency, and how many digits its amounts have behind the point.
///
/// ```
/// use guard_runtime::admin::Money;
///
/// assert_eq!(Money::of("EUR").shown(-123_450), "-1,234.50 EUR");
/// assert_eq!(Money::of("JPY").shown(1_234), "1,234 JPY");
/// assert_eq!(Money::of("EUR").read("1234.5"), Ok(123_450));
/// assert!(Money::of("EUR").read("1,234.50").is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    currency: &'static str,
}

/// What a field that holds an amount is made of: whole numbers.
///
/// A type of your own that stands for a whole number is one, too, once it says so:
///
/// ```
/// struct Cents(i64);
///
/// impl guard_runtime::admin::WholeAmount for Cents {}
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` holds no amount of money",
    label = "`money` takes fields that hold a whole number of the smallest unit",
    note = "make it an integer, or write `impl WholeAmount for {Self} {{}}` for a type that stands for one"
)]
pub trait WholeAmount {}

macro_rules! whole {
    ($($number:ty)*) => {$(impl WholeAmount for $number {})*};
}

whole! { i8 i16 i32 i64 u8 u16 u32 u64 }

impl<T: WholeAmount> WholeAmount for Option<T> {}

/// The currencies of ISO 4217:2015 (list one) whose smallest unit is not a hundredth.
const OTHERS: [(u32, &[&str]); 3] = [
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

impl Money {
    /// Of a currency by its code in ISO 4217, with as many digits as the smallest unit has there: mostly
    /// two, none for `JPY`, three for `KWD`. A code that is not known has two.
    #[must_use]
    pub const fn of(currency: &'static str) -> Self {
        Self { currency }
    }

    /// The code.
    #[must_use]
    pub fn currency(self) -> &'static str {
        self.currency
    }

    /// How many digits stand behind the point.
    #[must_use]
    pub fn digits(self) -> u32 {
        let mut others = OTHERS.iter();
        let other = others.find(|(_, codes)| codes.contains(&self.currency));
        other.map_or(2, |(digits, _)| *digits)
    }

    /// For people to read: `1,234.50 EUR`.
    #[must_use]
    pub fn shown(self, amount: i128) -> String {
        let plain = self.plain(amount);
        let (sign, plain) = match plain.strip_prefix('-') {
            Some(plain) => ("-", plain),
            None => ("", &*plain),
        };
        let (whole, behind) = match plain.split_once('.') {
            Some((whole, behind)) => (whole, Some(behind)),
            None => (plain, None),
        };
        let mut text = sign.to_owned();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if let Some(behind) = behind {
            text.push('.');
            text.push_str(behind);
        }
        // Into a text nothing fails.
        let _ = write!(text, " {}", self.currency);
        text
    }

    /// As it is entered: `1234.50`.
    #[must_use]
    pub fn plain(self, amount: i128) -> String {
        let digits = usize::try_from(self.digits()).unwrap_or_default();
        let sign = if amount < 0 { "-" } else { "" };
        let all = format!("{:0>width$}", amount.unsigned_abs(), width = digits + 1);
        let (whole, behind) = all.split_at(all.len().saturating_sub(digits));
        if behind.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}.{behind}")
        }
    }

    /// Reads what was entered, digit by digit: nothing is rounded.
    ///
    /// # Errors
    ///
    /// What is to be entered otherwise, for the user: separators, exponents, and more digits than the
    /// currency has or than fit.
    pub fn read(self, text: &str) -> Result<i128, String> {
        // 1250.00, and as much of other currencies.
        let example = self.plain(1_250 * 10_i128.pow(self.digits()));
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, behind) = match unsigned.split_once('.') {
            Some((whole, behind)) => (whole, Some(behind)),
            None => (unsigned, None),
        };
        let is_digits = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
        if !is_digits(whole) || behind.is_some_and(|it| !is_digits(it)) {
            let separators = [',', '.', '\'', ' ', '_', '\u{a0}', '\u{202f}'];
            let is_part = |it: char| it.is_ascii_digit() || separators.contains(&it);
            let is_grouped = is_digits(unsigned.get(..1).unwrap_or_default())
                && whole.contains(separators)
                && unsigned.chars().all(is_part);
            return Err(if is_grouped {
                format!("expected an amount without separators, as {example}")
            } else {
                format!("expected an amount, as {example}")
            });
        }
        let behind = behind.unwrap_or_default();
        let digits = usize::try_from(self.digits()).unwrap_or_default();
        let Some(missing) = digits.checked_sub(behind.len()) else {
            let currency = self.currency;
            return Err(match digits {
                0 => format!("{currency} has no digits behind the point"),
                most => format!("{currency} has at most {most} digits behind the point"),
            });
        };
        let sign = if unsigned == text { "" } else { "-" };
        let all = format!("{sign}{whole}{behind}{}", "0".repeat(missing));
        all.parse().map_err(|_| "has too many digits".to_owned())
    }
}

/// A field of the records `M` that holds an amount of this currency.
#[must_use]
pub const fn amount<M, T: WholeAmount>(_: fn(&M) -> &T, currency: &'static str) -> Money {
    Money::of(currency)
}

#[cfg(test)]
mod tests;
