//! Lists of invoices and what they come to: every caller, every filter.

use std::collections::BTreeMap;

use serde_json::Value;

use super::callers::of_invoices;
use super::server::{Headers, MANAGER, PORTAL, SALES, send, start, token};

#[test]
fn every_caller_sees_their_own() {
    let server = start();
    #[rustfmt::skip]
    let table: [(&str, [Result<u64, u16>; 11]); 10] = [
        // anonymous, expired, guest | portal, portal2 | clerk, sales, manager, admin | blocked, key
        ("", [Err(401), Err(401), Err(403), Ok(7), Ok(6), Ok(0), Ok(402), Ok(1606), Ok(0), Err(403), Ok(0)]),
        ("status=draft", [Err(401), Err(401), Err(403), Ok(0), Ok(0), Ok(0), Ok(100), Ok(401), Ok(0), Err(403), Ok(0)]),
        ("status=paid", [Err(401), Err(401), Err(403), Ok(3), Ok(2), Ok(0), Ok(128), Ok(509), Ok(0), Err(403), Ok(0)]),
        ("company=1", [Err(401), Err(401), Err(403), Ok(7), Ok(0), Ok(0), Ok(402), Ok(803), Ok(0), Err(403), Ok(0)]),
        ("company=2", [Err(401), Err(401), Err(403), Ok(0), Ok(6), Ok(0), Ok(0), Ok(803), Ok(0), Err(403), Ok(0)]),
        ("company=3", [Err(401), Err(401), Err(403), Ok(0), Ok(0), Ok(0), Ok(0), Ok(0), Ok(0), Err(403), Ok(0)]),
        ("contact=1", [Err(401), Err(401), Err(403), Ok(7), Ok(0), Ok(0), Ok(9), Ok(9), Ok(0), Err(403), Ok(0)]),
        ("min_total=90000", [Err(401), Err(401), Err(403), Ok(2), Ok(2), Ok(0), Ok(69), Ok(272), Ok(0), Err(403), Ok(0)]),
        ("salesperson=1", [Err(401), Err(401), Err(403), Err(403), Err(403), Ok(0), Ok(402), Ok(803), Ok(0), Err(403), Ok(0)]),
        ("status=posted&contact=1&min_total=90000&sort=-due_on", [Err(401), Err(401), Err(403), Ok(2), Ok(0), Ok(0), Ok(2), Ok(2), Ok(0), Err(403), Ok(0)]),
    ];
    let mut wrong = Vec::new();
    for (query, expected) in table {
        for ((caller, headers), expected) in of_invoices().iter().zip(expected) {
            let answer = send(
                server,
                "GET",
                &format!("/api/invoices?{query}"),
                headers,
                "",
            );
            let got = match answer.status {
                200 => Ok(answer.json()["total"].as_u64().unwrap()),
                status => Err(status),
            };
            if got != expected {
                wrong.push(format!("?{query} as {caller}: {got:?}, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// All pages, one after the other.
fn all(server: std::net::SocketAddr, headers: &Headers) -> Vec<Value> {
    let mut all = Vec::new();
    loop {
        let path = format!("/api/invoices?limit=100&sort=status&offset={}", all.len());
        let items = send(server, "GET", &path, headers, "").items();
        if items.is_empty() {
            return all;
        }
        all.extend(items);
    }
}

#[test]
fn reports_sum_up_what_lists_show() {
    let server = start();
    for (uid, statuses) in [(SALES, 4), (MANAGER, 4), (PORTAL, 2)] {
        let invoices = all(server, &token(uid));
        let mut ids: Vec<_> = invoices.iter().map(|it| it["id"].as_i64()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), invoices.len(), "none is on two pages");
        let mut sums = BTreeMap::<String, (i64, i64)>::new();
        for invoice in &invoices {
            let status = invoice["status"].as_str().unwrap().to_owned();
            let (count, sum) = sums.entry(status).or_default();
            *count += 1;
            *sum += invoice["total_cents"].as_i64().unwrap();
        }
        assert_eq!(sums.len(), statuses, "{sums:?}");
        let report = send(server, "GET", "/api/reports/invoices", &token(uid), "").expect(200);
        let rows = report.as_array().unwrap().iter();
        let reported = rows.map(|row| {
            let numbers = ["invoices", "total_cents"].map(|it| row[it].as_i64().unwrap());
            (
                row["status"].as_str().unwrap().to_owned(),
                (numbers[0], numbers[1]),
            )
        });
        assert_eq!(reported.collect::<BTreeMap<_, _>>(), sums, "{uid}");
    }
}

#[test]
fn every_first_start_is_the_same() {
    let pages = [start(), start()].map(|server| {
        let invoices = all(server, &token(MANAGER));
        let orders = send(server, "GET", "/api/orders?limit=100", &token(3), "");
        (invoices, orders.expect(200))
    });
    assert_eq!(pages[0].0.len(), 1606);
    assert_eq!(pages[0].1["total"], 3000);
    assert!(pages[0] == pages[1]);
}
