//! Numbers, as they are entered.

use sea_orm::prelude::Decimal;

use super::Plain;
use crate::admin::Money;

const WHOLE: &str = "expected a whole number";
const NUMBER: &str = "expected a number";

/// Digits, with a sign if need be.
pub(super) fn integer(text: &str, least: i128, most: i128) -> Result<Plain, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !is_digits(digits) {
        return Err(WHOLE.to_owned());
    }
    let number = text.parse().ok();
    match number.filter(|it| (least..=most).contains(it)) {
        Some(number) => Ok(Plain::Integer(number)),
        None => Err(format!("{WHOLE} from {least} to {most}")),
    }
}

/// An amount of money, with as many digits behind the point as its currency has.
pub(super) fn amount(text: &str, least: i128, most: i128, money: Money) -> Result<Plain, String> {
    let amount = money.read(text)?;
    if (least..=most).contains(&amount) {
        return Ok(Plain::Integer(amount));
    }
    let (least, most) = (money.plain(least), money.plain(most));
    Err(format!("expected an amount from {least} to {most}"))
}

/// As numbers stand in programs: `1.5`, `-2`, `1e3`.
pub(super) fn float(text: &str) -> Result<Plain, String> {
    let is_shaped = |text: &str| {
        let mut characters = text.chars();
        text.contains(|it: char| it.is_ascii_digit())
            && characters.all(|it| it.is_ascii_digit() || "+-.eE".contains(it))
    };
    let number = Some(text).filter(|text| is_shaped(text));
    let number = number.and_then(|text| text.parse::<f64>().ok());
    match number.filter(|it| it.is_finite()) {
        Some(number) => Ok(Plain::Float(number)),
        None => Err(NUMBER.to_owned()),
    }
}

/// Digits and a point. Nothing of it is rounded away.
pub(super) fn decimal(text: &str, digits: Option<(u32, u32)>) -> Result<Plain, String> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, behind) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    if !is_digits(whole) || !is_digits(behind) {
        return Err("expected a number, as 12.50".to_owned());
    }
    if let Some((all, most_behind)) = digits {
        let most_before = all.saturating_sub(most_behind);
        if longer(behind.trim_end_matches('0'), most_behind) {
            return Err(format!(
                "expected at most {most_behind} digits behind the point"
            ));
        }
        if longer(whole.trim_start_matches('0'), most_before) {
            return Err(format!(
                "expected at most {most_before} digits before the point"
            ));
        }
    }
    match Decimal::from_str_exact(text) {
        Ok(number) => Ok(Plain::Decimal(number)),
        Err(_) => Err("has too many digits".to_owned()),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit())
}

fn longer(digits: &str, most: u32) -> bool {
    u32::try_from(digits.len()).map_or(true, |length| length > most)
}
