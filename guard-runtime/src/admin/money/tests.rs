//! Amounts, well written and not.

use super::Money;

#[test]
fn amounts_are_shown_and_read_back() {
    for (currency, amount, shown, plain) in [
        ("EUR", 0, "0.00 EUR", "0.00"),
        ("EUR", 5, "0.05 EUR", "0.05"),
        ("EUR", -5, "-0.05 EUR", "-0.05"),
        ("EUR", 100_000, "1,000.00 EUR", "1000.00"),
        ("EUR", -123_456_789, "-1,234,567.89 EUR", "-1234567.89"),
        ("JPY", 999, "999 JPY", "999"),
        ("JPY", -1_000, "-1,000 JPY", "-1000"),
        ("KWD", 1_234, "1.234 KWD", "1.234"),
        ("CLF", 1, "0.0001 CLF", "0.0001"),
        (
            "EUR",
            i128::from(i64::MIN),
            "-92,233,720,368,547,758.08 EUR",
            "-92233720368547758.08",
        ),
    ] {
        let money = Money::of(currency);
        assert_eq!(money.shown(amount), shown);
        assert_eq!(money.plain(amount), plain);
        assert_eq!(money.read(plain), Ok(amount), "{plain}");
    }
}

#[test]
fn what_is_no_amount_is_refused_and_never_rounded() {
    let euro = Money::of("EUR");
    for (text, amount) in [
        ("12", 1_200),
        ("12.5", 1_250),
        ("-0", 0),
        ("0012.50", 1_250),
    ] {
        assert_eq!(euro.read(text), Ok(amount), "{text}");
    }
    for (text, why) in [
        (
            "1,234.50",
            "expected an amount without separators, as 1250.00",
        ),
        (
            "1 234.50",
            "expected an amount without separators, as 1250.00",
        ),
        ("12,50", "expected an amount without separators, as 1250.00"),
        ("1e3", "expected an amount, as 1250.00"),
        ("12.", "expected an amount, as 1250.00"),
        (".5", "expected an amount, as 1250.00"),
        ("--1", "expected an amount, as 1250.00"),
        ("+1", "expected an amount, as 1250.00"),
        ("1.2.3", "expected an amount, as 1250.00"),
        ("12 EUR", "expected an amount, as 1250.00"),
        ("١٢", "expected an amount, as 1250.00"),
        ("", "expected an amount, as 1250.00"),
        ("1.005", "EUR has at most 2 digits behind the point"),
        ("1.000", "EUR has at most 2 digits behind the point"),
        (&"9".repeat(60), "has too many digits"),
    ] {
        assert_eq!(euro.read(text), Err(why.to_owned()), "{text}");
    }
    let yen = Money::of("JPY").read("12.0");
    assert_eq!(yen, Err("JPY has no digits behind the point".to_owned()));
}
