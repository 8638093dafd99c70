//! Size, segments, base64url, and JSON that is no plain object.

use super::case::{Cases, Expected};
use super::forge::{
    CANARY, claims_and, encode, good, good_claims, header, header_and, token, token_of, with_claims,
};
use guard_runtime::Algorithm::HS256;

pub(crate) fn cases(cases: &mut Cases) {
    sizes(cases);
    segments(cases);
    base64(cases);
    json(cases);
    duplicates(cases);
}

/// A good token of this many bytes.
fn of_size(size: usize) -> String {
    for blanks in 0..3 {
        let header = header(HS256) + &" ".repeat(blanks);
        let bare = token(&header, claims_and("\"pad\":\"\"")).len();
        let near = (size - bare) / 4 * 3;
        for pad in near.saturating_sub(4)..near + 4 {
            let pad = format!("\"pad\":\"{}\"", "x".repeat(pad));
            let token = token(&header, claims_and(&pad));
            if token.len() == size {
                return token;
            }
        }
    }
    panic!("no token of {size} bytes");
}

fn sizes(cases: &mut Cases) {
    cases.class("size");
    cases.good("8 KiB", of_size(8192));
    cases.bad("8 KiB and one", of_size(8193));
    cases.bad("64 KiB", of_size(1 << 16));
    cases.bad("1 MiB", of_size(1 << 20));
    cases.bad("1 MiB without dots", "a".repeat(1 << 20));
    cases.bad("1 MiB of dots", ".".repeat(1 << 20));
}

fn segments(cases: &mut Cases) {
    cases.class("segments");
    let good = good(HS256);
    let parts: Vec<&str> = good.split('.').collect();
    let (header, payload, signature) = (parts[0], parts[1], parts[2]);
    cases.add("none", String::new(), Expected::Malformed);
    cases.bad("one", header.to_owned());
    cases.bad("two", format!("{header}.{payload}"));
    cases.bad("four", format!("{good}.{signature}"));
    cases.bad("four, doubled header", format!("{header}.{good}"));
    cases.bad(
        "five, as in an encrypted token",
        format!("{good}.{payload}.{signature}"),
    );
    cases.bad("six", format!("{good}.{good}"));
    cases.bad("empty header", format!(".{payload}.{signature}"));
    cases.bad("empty payload", format!("{header}..{signature}"));
    cases.bad("empty signature", format!("{header}.{payload}."));
    cases.bad("dots alone", "..".to_owned());
    cases.bad("a dot", ".".to_owned());
    cases.bad("a dot before", format!(".{good}"));
    cases.bad("a dot after", format!("{good}."));
    cases.bad("header and payload changed over", token_of(payload, header));
    cases.bad("a word", "garbage".to_owned());
}

/// The last character replaced by the next one, which leaves bits over that decode to nothing.
fn loose(segment: &str) -> String {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    assert_ne!(segment.len() % 4, 0, "no bits are left over");
    let (rest, last) = segment.split_at(segment.len() - 1);
    let at = ALPHABET.find(last).expect("base64url");
    format!("{rest}{}", &ALPHABET[at + 1..at + 2])
}

fn base64(cases: &mut Cases) {
    cases.class("base64url");
    // Both have `-` or `_`, and bits to spare in the last character.
    let fitting = |make: &dyn Fn(&str) -> String| {
        (0..64)
            .map(|count| encode(make(&"?".repeat(count))))
            .find(|it| it.contains('_') && it.len() % 4 != 0)
            .expect("one of them fits")
    };
    let header = fitting(&|pad| header_and(&format!("\"x\":\"~~~{pad}\"")));
    let payload = fitting(&|pad| claims_and(&format!("\"x\":\"~~~{pad}\"")));
    let good = token_of(&header, &payload);
    cases.good("dashes and underscores", good.clone());
    let (_, signature) = good.rsplit_once('.').expect("segments");
    for (name, expected, change) in [
        (
            "padding",
            Expected::Malformed,
            (|it| format!("{it}=")) as fn(&str) -> String,
        ),
        ("double padding", Expected::Malformed, |it| {
            format!("{it}==")
        }),
        ("a blank after", Expected::Malformed, |it| format!("{it} ")),
        ("a blank within", Expected::Malformed, |it| {
            it[..8].to_owned() + " " + &it[8..]
        }),
        ("a tab", Expected::Malformed, |it| {
            it[..8].to_owned() + "\t" + &it[8..]
        }),
        ("not ASCII", Expected::Malformed, |it| format!("{it}é")),
        ("a percent sign", Expected::Malformed, |it| {
            format!("{it}%2d")
        }),
        ("plus", Expected::Invalid, |it| {
            format!("{}+", &it[..it.len() - 1])
        }),
        ("slash", Expected::Invalid, |it| {
            format!("{}/", &it[..it.len() - 1])
        }),
        ("the other alphabet", Expected::Invalid, |it| {
            format!("{it}-_AA").replace('-', "+").replace('_', "/")
        }),
        ("a tilde", Expected::Invalid, |it| format!("{it}~")),
        ("bits left over", Expected::Invalid, loose),
        ("a single character too many", Expected::Invalid, |it| {
            it[..it.len() / 4 * 4].to_owned() + "A"
        }),
    ] {
        let add = |cases: &mut Cases, which: &str, token: String, expected| {
            cases.add(&format!("{name}, {which}"), token, expected);
        };
        add(
            cases,
            "header",
            token_of(&change(&header), &payload),
            expected,
        );
        add(
            cases,
            "payload",
            token_of(&header, &change(&payload)),
            expected,
        );
        // At the end, `=` may stand in a bearer token, and blanks are the header's.
        let (expected, signature) = match name {
            "padding" | "double padding" => (Expected::Invalid, change(signature)),
            "a blank after" => (Expected::Malformed, format!("{signature} AA")),
            _ => (expected, change(signature)),
        };
        add(
            cases,
            "signature",
            format!("{header}.{payload}.{signature}"),
            expected,
        );
    }
}

type Change = fn(&str) -> Vec<u8>;

fn json(cases: &mut Cases) {
    cases.class("JSON");
    let (header, claims) = (header(HS256), good_claims());
    cases.good(
        "blanks around",
        token(format!(" {header}\n"), format!("\t{claims} ")),
    );
    let table: [(&str, Change); 24] = [
        ("array", |it| format!("[{it}]").into()),
        ("empty array", |_| b"[]".into()),
        ("string", |it| format!("{it:?}").into()),
        ("number", |_| b"1".into()),
        ("null", |_| b"null".into()),
        ("true", |_| b"true".into()),
        ("nothing but a blank", |_| b" ".into()),
        ("empty object", |_| b"{}".into()),
        ("trailing object", |it| format!("{it}{{}}").into()),
        ("trailing brace", |it| format!("{it}}}").into()),
        ("trailing text", |it| format!("{it}x").into()),
        ("trailing NUL", |it| format!("{it}\0").into()),
        ("byte order mark", |it| format!("\u{feff}{it}").into()),
        ("lone continuation byte", |it| {
            [&it.as_bytes()[..it.len() - 2], b"\x80\"}"].concat()
        }),
        ("overlong slash", |it| {
            [&it.as_bytes()[..it.len() - 1], b",\"u\":\"\xc0\xaf\"}"].concat()
        }),
        ("UTF-16", |it| {
            it.encode_utf16().flat_map(u16::to_le_bytes).collect()
        }),
        ("lone surrogate", |it| {
            it.replacen('{', "{\"u\":\"\\ud800\",", 1).into()
        }),
        ("comment", |it| format!("/**/{it}").into()),
        ("comma at the end", |it| {
            it[..it.len() - 1]
                .to_owned()
                .into_bytes()
                .into_iter()
                .chain(*b",}")
                .collect()
        }),
        ("single quotes", |it| it.replace('"', "'").into()),
        ("cut short", |it| it[..it.len() - 1].into()),
        ("NaN", |it| it.replacen('{', "{\"u\":NaN,", 1).into()),
        ("line break in a string", |it| {
            it.replacen('{', "{\"u\":\"\n\",", 1).into()
        }),
        ("number too large", |it| {
            it.replacen('{', "{\"u\":1e400,", 1).into()
        }),
    ];
    for (name, change) in table {
        cases.bad(&format!("{name}, header"), token(change(&header), &claims));
        cases.bad(&format!("{name}, payload"), token(&header, change(&claims)));
    }
    cases.class("depth");
    for (name, open, close) in [("arrays", "[", "]"), ("objects", "{\"a\":", "}")] {
        let value = |depth: usize| format!("\"x\":{}1{}", open.repeat(depth), close.repeat(depth));
        cases.good(
            &format!("fifty {name}"),
            with_claims(&claims_and(&value(50))),
        );
        cases.bad(
            &format!("600 {name}, payload"),
            with_claims(&claims_and(&value(600))),
        );
        let header = header_and(&value(600));
        cases.bad(&format!("600 {name}, header"), token(header, &claims));
        let open = open.repeat(900);
        cases.bad(
            &format!("900 {name} left open, payload"),
            with_claims(&open),
        );
        cases.bad(
            &format!("900 {name} left open, header"),
            token(open, &claims),
        );
    }
}

fn duplicates(cases: &mut Cases) {
    cases.class("duplicates");
    let twice = |name: &str, value: &str| {
        let escaped = format!("\\u{:04x}{}", name.as_bytes()[0], &name[1..]);
        [
            format!("\"{name}\":{value}"),
            format!("\"{escaped}\":{value}"),
        ]
    };
    for (name, value) in [
        ("alg", "\"none\""),
        ("alg", "\"HS256\""),
        ("kid", "\"hs384\""),
        ("typ", "\"JWT\""),
    ] {
        for (spelling, more) in ["plain", "escaped"].into_iter().zip(twice(name, value)) {
            let name = format!("{name} {value}, {spelling}, header");
            cases.bad(&name, token(header_and(&more), good_claims()));
        }
    }
    for (name, value) in [
        ("iss", "\"https://evil.example\""),
        ("sub", "\"manager\""),
        ("sub", "\"internal\""),
        ("aud", "\"others\""),
        ("exp", "9999999999"),
        ("iat", "1"),
        ("note", "1"),
    ] {
        for (spelling, more) in ["plain", "escaped"].into_iter().zip(twice(name, value)) {
            let name = format!("{name} {value}, {spelling}, payload");
            cases.bad(&name, with_claims(&claims_and(&more)));
        }
    }
    for (name, value) in [
        ("nbf", "1"),
        ("jti", "\"a\""),
        ("scope", "\"a\""),
        ("scopes", "[]"),
        ("scp", "[]"),
        ("groups", "[]"),
        ("roles", "[]"),
        ("name", "\"a\""),
    ] {
        let [plain, escaped] = twice(name, value);
        cases.good(&format!("{name} once"), with_claims(&claims_and(&plain)));
        let more = format!("{plain},{plain}");
        cases.bad(
            &format!("{name}, plain, payload"),
            with_claims(&claims_and(&more)),
        );
        let more = format!("{plain},{escaped}");
        cases.bad(
            &format!("{name}, escaped, payload"),
            with_claims(&claims_and(&more)),
        );
    }
    let good = format!("\"x\":{{\"sub\":\"{CANARY}\",\"alg\":1}},\"y\":{{\"sub\":1}}");
    cases.good(
        "the same name in different objects",
        with_claims(&claims_and(&good)),
    );
    for (name, more) in [
        ("an unknown name", r#""x":1,"x":1"#),
        ("an empty name", r#""":1,"":1"#),
        ("nested", r#""x":{"y":1,"y":1}"#),
        ("nested, escaped", r#""x":{"y":1,"\u0079":1}"#),
        ("deep in arrays", r#""x":[[{"y":[{"z":1,"z":2}]}]]"#),
        (
            "beyond the basic plane",
            "\"\\ud83d\\ude00\":1,\"\u{1f600}\":1",
        ),
    ] {
        cases.bad(
            &format!("{name}, header"),
            token(header_and(more), good_claims()),
        );
        cases.bad(&format!("{name}, payload"), with_claims(&claims_and(more)));
    }
}
