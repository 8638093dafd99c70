//! What is a token, and what only looks like one.

use super::base62::six;
use super::crc32::crc32;
use super::{TokenFormat, digest};

fn format() -> TokenFormat {
    TokenFormat::new("acme_pat").unwrap()
}

#[test]
fn known_values() {
    // The check value of CRC-32/ISO-HDLC, and FIPS 180-4's example of SHA-256.
    assert_eq!(crc32("123456789"), 0xcbf4_3926);
    assert_eq!(
        digest("abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
    assert_eq!(six(0), "000000");
    assert_eq!(six(61), "00000z");
    assert_eq!(six(62), "000010");
    assert_eq!(six(u32::MAX), "4gfFC3");
}

#[test]
fn what_is_minted_is_parsed() {
    for _ in 0..100 {
        let minted = format().mint().unwrap();
        let text = minted.token.expose().to_owned();
        assert_eq!(text.len(), "acme_pat".len() + 1 + 16 + 1 + 43 + 1 + 6);
        let parsed = format().parse(&text).unwrap();
        assert_eq!(parsed.id, minted.id);
        assert!(TokenFormat::is_id(&minted.id));
        assert!(parsed.is_of(&minted.digest));
        assert!(!text.contains(&minted.digest));
        assert!(!format!("{:?}", minted.token).contains(parsed.secret));
    }
}

#[test]
fn every_altered_character_is_noticed() {
    let token = format().mint().unwrap().token.expose().to_owned();
    for (at, original) in token.char_indices() {
        for other in ['0', 'z', '_', '-', '.', ' ', 'é', '\0'] {
            if other != original {
                let mut altered = token.clone();
                altered.replace_range(at..=at, &other.to_string());
                assert!(format().parse(&altered).is_none(), "{at} {other:?}");
            }
        }
        assert!(format().parse(&token[..at]).is_none(), "cut at {at}");
        assert!(format().parse(&token[at + 1..]).is_none(), "from {at}");
    }
    for wrong in [
        format!("{token}0"),
        format!(" {token}"),
        format!("{token}\n"),
        token.to_uppercase(),
        token.replace('_', "__"),
        token.replacen("acme_pat", "acme", 1),
        "acme_pat_".to_owned(),
        "___".to_owned(),
        String::new(),
    ] {
        assert!(format().parse(&wrong).is_none(), "{wrong}");
    }
}

#[test]
fn lengths_are_exact_also_with_a_right_checksum() {
    let good = ["a".repeat(16), "b".repeat(43)];
    let text = |[id, secret]: [&str; 2]| {
        let body = format!("acme_pat_{id}_{secret}");
        format!("{body}_{}", six(crc32(&body)))
    };
    assert!(format().parse(&text([&good[0], &good[1]])).is_some());
    for (id, secret) in [(15, 43), (17, 43), (16, 42), (16, 44), (0, 43), (16, 0)] {
        let parts = ["a".repeat(id), "b".repeat(secret)];
        assert!(format().parse(&text([&parts[0], &parts[1]])).is_none());
    }
    let foreign = format!("{}é", "b".repeat(41));
    assert!(format().parse(&text([&good[0], &foreign])).is_none());
    assert!(
        format()
            .parse(&text(["aaaaaaaa_aaaaaaa", &good[1]]))
            .is_none()
    );
}

#[test]
fn all_characters_are_as_likely() {
    let text = super::base62::random(62_000).unwrap();
    let mut counts = [0_u32; 128];
    for byte in text.bytes() {
        counts[usize::from(byte)] += 1;
    }
    let used = counts
        .iter()
        .filter(|count| **count > 0)
        .collect::<Vec<_>>();
    assert_eq!(used.len(), 62);
    // 1,000 of each; a byte modulo 62 would give the first eight a quarter more.
    assert!(used.iter().all(|count| (800..1200).contains(*count)));
    let first = |range: std::ops::Range<u8>| range.map(|it| counts[usize::from(it)]).sum::<u32>();
    assert!((7_600..8_400).contains(&first(b'0'..b'8')));
}

#[test]
fn prefixes() {
    for good in ["acme", "acme_pat", "a1", "x"] {
        assert!(TokenFormat::new(good).is_some(), "{good}");
    }
    for bad in [
        "", "_", "acme_", "_acme", "a__b", "Acme", "acme-pat", "acmé", "a b",
    ] {
        assert!(TokenFormat::new(bad).is_none(), "{bad}");
    }
    assert!(TokenFormat::new(&"a".repeat(33)).is_none());
}
