//! What is refused by its form alone.

use super::{CLAIMS, HEADER, accepted, encode, jwt, refused, sign, sign_segments, with};
use crate::authn::jwt::MAX_TOKEN;
use crate::authn::jwt::reason;

#[test]
fn the_token_has_a_size_and_three_segments() {
    let long = with(&format!(r#""x":"{}""#, "x".repeat(MAX_TOKEN)));
    refused(&long, reason::TOO_LARGE);
    refused(&"a".repeat(MAX_TOKEN + 1), reason::TOO_LARGE);

    let good = sign(HEADER, CLAIMS);
    let (message, signature) = good.rsplit_once('.').unwrap();
    let (header, payload) = message.split_once('.').unwrap();
    for token in [
        "",
        ".",
        "..",
        "garbage",
        &format!("{message}."),
        message,
        &format!("{header}..{signature}"),
        &format!(".{payload}.{signature}"),
        &format!("{good}."),
        &format!(".{good}"),
        &format!("{good}.{signature}"),
        &format!("{header}.{good}"),
    ] {
        refused(token, reason::SEGMENTS);
    }
}

#[test]
fn segments_are_canonical() {
    let (header, payload) = (encode(HEADER), encode(CLAIMS));
    // One that has `-` and `_`, so that its other spelling differs.
    let special = encode(format!("{{\"x\":\"???>>>~~~\",{}", &CLAIMS[1..]));
    assert!(special.contains('_'));
    accepted(&sign_segments(&header, &special));
    for segment in [
        format!("{payload}="),
        format!("{payload}=="),
        format!(" {payload}"),
        format!("{payload}\n"),
        format!("{payload}\u{e9}"),
        format!("{payload}%"),
        format!("{payload}\0"),
        special.replace('_', "/"),
        special.replace('-', "+").replace('_', "/"),
        "A".into(),
    ] {
        refused(&sign_segments(&header, &segment), reason::BASE64);
        refused(&sign_segments(&segment, &payload), reason::BASE64);
        refused(&format!("{header}.{payload}.{segment}"), reason::BASE64);
    }
    // Bits that are left over at the end.
    let two = encode(format!("{CLAIMS} "));
    let loose = format!("{}{}", &two[..two.len() - 1], "B");
    assert_ne!(two.len() % 4, 0);
    refused(&sign_segments(&header, &loose), reason::BASE64);
    let good = sign(HEADER, CLAIMS);
    let (rest, last) = good.split_at(good.len() - 1);
    for other in ["B", "D", "x", "_"].into_iter().filter(|it| *it != last) {
        assert!(jwt().verify(&format!("{rest}{other}")).is_err());
    }
}

#[test]
fn header_and_claims_are_one_json_object() {
    for text in ["null", "1", "\"a\"", "[]", "{", "x", "\u{feff}{}"] {
        refused(&sign(text, CLAIMS), reason::HEADER);
        refused(&sign(HEADER, text), reason::PAYLOAD);
    }
    refused(&sign(HEADER, format!("{CLAIMS}{{}}")), reason::PAYLOAD);
    refused(&sign(HEADER, format!("{CLAIMS}\0")), reason::PAYLOAD);
    refused(&sign(format!("{HEADER}}}"), CLAIMS), reason::HEADER);
    refused(
        &sign(b"{\"alg\":\"HS256\",\"kid\":\"\xff\"}", CLAIMS),
        reason::UTF8,
    );
    refused(&sign(HEADER, b"{\"x\":\"\xc0\xaf\"}"), reason::UTF8);
    refused(&with(r#""x":"\ud800""#), reason::PAYLOAD);
    refused(&with(r#""x":NaN"#), reason::PAYLOAD);
    accepted(&sign(format!(" {HEADER}\n"), format!("\t{CLAIMS} ")));
}

#[test]
fn no_member_stands_twice() {
    for header in [
        r#"{"alg":"HS256","alg":"HS256","kid":"k"}"#,
        r#"{"alg":"none","kid":"k","\u0061lg":"HS256"}"#,
        r#"{"alg":"HS256","kid":"k","kid":"k"}"#,
        r#"{"alg":"HS256","kid":"k","typ":"JWT","typ":"JWT"}"#,
        r#"{"alg":"HS256","kid":"k","x":1,"x":1}"#,
        r#"{"alg":"HS256","kid":"k","x":{"y":1,"y":1}}"#,
    ] {
        refused(&sign(header, CLAIMS), reason::DUPLICATE);
    }
    for more in [
        r#""sub":"7""#,
        r#""\u0073ub":"8""#,
        r#""exp":1800000060"#,
        r#""iss":"me""#,
        r#""aud":"api""#,
        r#""x":1,"x":1"#,
        r#""x":{"y":1,"y":1}"#,
        r#""x":[{"y":[{"z":1,"\u007a":1}]}]"#,
        r#""scope":"a","scope":"a""#,
    ] {
        refused(&with(more), reason::DUPLICATE);
    }
    // Names of many members, the first ones among them, are compared as well.
    let many: Vec<String> = (0..40).map(|it| format!("\"n{it}\":0")).collect();
    accepted(&with(&many.join(",")));
    for at in [0, 11, 12, 15, 39] {
        refused(
            &with(&format!("{},\"n{at}\":0", many.join(","))),
            reason::DUPLICATE,
        );
    }
    accepted(&with(r#""x":{"sub":1,"alg":2},"y":{"sub":1}"#));
}

#[test]
fn nesting_is_bounded() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(1000), close.repeat(1000));
        refused(&with(&format!("\"x\":{deep}")), reason::PAYLOAD);
        refused(
            &sign(HEADER.replace('}', &format!(",\"x\":{deep}}}")), CLAIMS),
            reason::HEADER,
        );
        refused(&sign(HEADER, open.repeat(1000)), reason::PAYLOAD);
        let fine = format!("{}1{}", open.repeat(50), close.repeat(50));
        accepted(&with(&format!("\"x\":{fine}")));
    }
}
