//! Companies, contacts and users.

use argon2::password_hash;
use sha2::{Digest, Sha256};

use super::demo::{ACCOUNTS, API_KEY, PASSWORD};
use crate::app::Passwords;
use crate::app::data::date::day;
use crate::app::data::{api_key, assignment, company, contact, employment, membership, user};

#[rustfmt::skip]
const FIRST: [&str; 20] = [
    "Amara", "Bruno", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ines", "Jakub",
    "Katja", "Luca", "Marta", "Nils", "Olivia", "Paulo", "Rosa", "Stefan", "Tomas", "Yasmin",
];
#[rustfmt::skip]
const LAST: [&str; 17] = [
    "Almeida", "Bergström", "Conti", "Duarte", "Eriksen", "Fournier", "Garai", "Horvat", "Ivanova",
    "Jansen", "Kowalski", "Lindqvist", "Moreau", "Novak", "Oliveira", "Petersen", "Rossi",
];
const ORGANISATIONS: [&str; 12] = [
    "Brightwater Cafés",
    "Kaffeehaus am Markt",
    "Nordlys Hotels",
    "Corner Bakery",
    "Quai 9 Brasserie",
    "Sunrise Coworking",
    "Alpine Lodge",
    "Harbour Books & Beans",
    "Green Fork Catering",
    "Studio Espresso",
    "Old Mill Deli",
    "University Canteens",
];
const CITIES: [&str; 7] = [
    "Porto",
    "Leipzig",
    "Bergen",
    "Ghent",
    "Marseille",
    "Graz",
    "Split",
];

/// Customers; orders and tickets go through them in steps that have no divisor in common with it.
const CONTACTS: usize = 299;

/// The machine's account, and the first of those who have not signed in yet.
const SCANNER: i64 = 9;
const STAFF: std::ops::Range<i64> = 10..28;

pub(super) fn companies() -> Vec<company::Model> {
    [
        (1, "Tidewater Coffee Roasters", "PT"),
        (2, "Tidewater Equipment", "DE"),
        (3, "Tidewater Nordic", "NO"),
    ]
    .map(|(id, name, country)| company::Model {
        id,
        name: name.to_owned(),
        country: country.to_owned(),
        currency: "EUR".to_owned(),
        created_on: day(0),
    })
    .into()
}

pub(super) fn contacts() -> Vec<contact::Model> {
    let organisations = ORGANISATIONS.into_iter().cycle();
    let cities = CITIES.into_iter().cycle();
    let people = names().zip(organisations).zip(cities).zip((1..).zip(0..));
    people
        .take(CONTACTS)
        .map(
            |(((name, organisation), city), (id, created))| contact::Model {
                id,
                company_id: (id - 1) % 3 + 1,
                salesperson_id: (id - 1) % 2 + 1,
                email: email(&name, "customers.example"),
                name,
                organisation: organisation.to_owned(),
                city: city.to_owned(),
                created_on: day(created / 10),
            },
        )
        .collect()
}

pub(super) fn users(passwords: &Passwords) -> Result<Vec<user::Model>, password_hash::Error> {
    let mut users = Vec::new();
    for account in &ACCOUNTS {
        users.push(user::Model {
            password_hash: Some(passwords.hash(PASSWORD)?),
            contact_id: account.contact,
            blocked: account.blocked,
            ..user(account.id, account.login, account.name.to_owned())
        });
    }
    users.push(user(SCANNER, "scanner", "Warehouse scanner".to_owned()));
    // The rest has been invited and has set no password yet.
    let names = names().skip(CONTACTS);
    users.extend(STAFF.zip(names).map(|(id, name)| {
        let login = format!("staff{id}");
        user(id, &login, name)
    }));
    Ok(users)
}

fn user(id: i64, login: &str, name: String) -> user::Model {
    user::Model {
        id,
        login: login.to_owned(),
        email: email(&name, "tidewater.example"),
        name,
        password_hash: None,
        contact_id: None,
        blocked: false,
        created_on: day(id.unsigned_abs()),
    }
}

pub(super) fn memberships() -> Vec<membership::Model> {
    let accounts = ACCOUNTS.iter();
    let demo = accounts.flat_map(|it| it.groups.iter().map(|group| (it.id, *group)));
    let staff = STAFF.zip(["sales_user", "support", "warehouse"].into_iter().cycle());
    demo.chain([(SCANNER, "warehouse")])
        .chain(staff)
        .map(|(user_id, group)| membership::Model {
            user_id,
            group_name: group.to_owned(),
        })
        .collect()
}

pub(super) fn assignments() -> Vec<assignment::Model> {
    let accounts = ACCOUNTS.iter();
    accounts
        .flat_map(|it| it.roles.iter().map(|role| (it.id, *role)))
        .map(|(user_id, role)| assignment::Model {
            user_id,
            role_name: role.to_owned(),
        })
        .collect()
}

pub(super) fn employments() -> Vec<employment::Model> {
    let accounts = ACCOUNTS.iter();
    let demo = accounts.flat_map(|it| {
        it.companies
            .iter()
            .zip(0..)
            .map(|(id, at)| (it.id, *id, at))
    });
    let staff = STAFF.map(|id| (id, id % 3 + 1, 0));
    demo.chain([(SCANNER, 1, 0)])
        .chain(staff)
        .map(|(user_id, company_id, position)| employment::Model {
            user_id,
            company_id,
            position,
        })
        .collect()
}

pub(super) fn api_keys() -> Vec<api_key::Model> {
    vec![api_key::Model {
        id: "scanner7".to_owned(),
        user_id: SCANNER,
        digest: Sha256::digest(API_KEY).to_vec(),
        purpose: "Hand scanner at gate 7".to_owned(),
        created_on: day(9),
    }]
}

/// 340 names, no two alike.
fn names() -> impl Iterator<Item = String> {
    (0..FIRST.len() * LAST.len()).filter_map(|at| {
        // 20 and 17 have no common divisor, so each pair comes once.
        let (first, last) = (FIRST.get(at % FIRST.len())?, LAST.get(at % LAST.len())?);
        Some(format!("{first} {last}"))
    })
}

fn email(name: &str, domain: &str) -> String {
    let name = name.to_lowercase().replace(' ', ".").replace('ö', "o");
    format!("{name}@{domain}")
}
