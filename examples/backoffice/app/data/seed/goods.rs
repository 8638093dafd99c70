//! Products, modules and settings.

use crate::app::data::date::day;
use crate::app::data::{module, product, setting};

#[rustfmt::skip]
const PRODUCTS: [(&str, &str, &str, i64); 40] = [
    // article number, name, category, retail price
    ("CF-ETH-250", "Ethiopia Guji, 250 g", "coffee", 1190),
    ("CF-ETH-1000", "Ethiopia Guji, 1 kg", "coffee", 3990),
    ("CF-COL-250", "Colombia Huila, 250 g", "coffee", 1090),
    ("CF-COL-1000", "Colombia Huila, 1 kg", "coffee", 3650),
    ("CF-KEN-250", "Kenya Nyeri AA, 250 g", "coffee", 1390),
    ("CF-KEN-1000", "Kenya Nyeri AA, 1 kg", "coffee", 4690),
    ("CF-BRA-250", "Brazil Cerrado, 250 g", "coffee", 890),
    ("CF-BRA-1000", "Brazil Cerrado, 1 kg", "coffee", 2890),
    ("CF-GUA-250", "Guatemala Antigua, 250 g", "coffee", 1150),
    ("CF-GUA-1000", "Guatemala Antigua, 1 kg", "coffee", 3790),
    ("CF-DEC-250", "Decaf Swiss Water, 250 g", "coffee", 1250),
    ("CF-DEC-1000", "Decaf Swiss Water, 1 kg", "coffee", 4090),
    ("CF-HSE-1000", "House espresso blend, 1 kg", "coffee", 2690),
    ("CF-HSE-6000", "House espresso blend, case of 6 kg", "coffee", 14900),
    ("TE-EGR-100", "Earl Grey loose leaf, 100 g", "tea", 790),
    ("TE-SEN-100", "Sencha first flush, 100 g", "tea", 1290),
    ("TE-ROO-100", "Rooibos, 100 g", "tea", 690),
    ("TE-CHA-100", "Chamomile flowers, 100 g", "tea", 650),
    ("TE-MAT-40", "Ceremonial matcha, 40 g", "tea", 2490),
    ("BR-V60-02", "Pour-over dripper, size 02", "brewing", 2290),
    ("BR-FIL-100", "Paper filters, 100 pieces", "brewing", 590),
    ("BR-CHE-6", "Glass brewer, six cups", "brewing", 4590),
    ("BR-FRP-8", "French press, eight cups", "brewing", 3490),
    ("BR-AER-1", "Pressure brewer for travel", "brewing", 3990),
    ("BR-MOK-6", "Moka pot, six cups", "brewing", 3290),
    ("BR-KET-1", "Gooseneck kettle, 1 l", "brewing", 7990),
    ("BR-SCA-1", "Brewing scale with timer", "brewing", 5490),
    ("GR-HND-1", "Hand grinder, steel burrs", "grinders", 11900),
    ("GR-HOM-1", "Home grinder, 40 mm burrs", "grinders", 18900),
    ("GR-SHP-64", "Shop grinder, 64 mm burrs", "grinders", 74900),
    ("MA-HOM-1", "Home espresso machine", "machines", 64900),
    ("MA-SHP-2", "Espresso machine, two groups", "machines", 489_000),
    ("MA-BAT-12", "Batch brewer, 12 l per hour", "machines", 89900),
    ("AC-TAM-58", "Tamper, 58 mm", "accessories", 3990),
    ("AC-JUG-60", "Milk jug, 0.6 l", "accessories", 1990),
    ("AC-CUP-12", "Cappuccino cups, 12 pieces", "accessories", 5990),
    ("AC-TGO-100", "Paper cups with lids, 100 pieces", "accessories", 1490),
    ("AC-CLN-900", "Machine cleaner, 900 g", "accessories", 1890),
    ("AC-DSC-1", "Descaler, 1 l", "accessories", 1290),
    ("AC-BAG-1", "Canvas bag", "accessories", 1490),
];

#[rustfmt::skip]
const MODULES: [(&str, &str, &str, bool); 14] = [
    // name, title, version, installed from the start
    ("base", "Base", "2.4.0", true),
    ("contacts", "Contacts", "2.4.0", true),
    ("products", "Products", "2.4.0", true),
    ("sales", "Sales", "2.4.1", true),
    ("tickets", "Tickets", "2.3.0", true),
    ("portal", "Customer portal", "2.4.0", true),
    ("invoicing", "Invoicing", "1.9.2", false),
    ("inventory", "Inventory", "2.1.0", false),
    ("purchase", "Purchasing", "2.0.3", false),
    ("subscriptions", "Subscriptions", "1.2.0", false),
    ("payroll", "Payroll", "1.0.5", false),
    ("projects", "Projects", "2.2.0", false),
    ("calendar", "Calendar", "1.7.0", false),
    ("reports", "Reports", "2.4.0", true),
];

const SETTINGS: [(&str, &str); 14] = [
    ("company.language", "en"),
    ("company.timezone", "Europe/Lisbon"),
    ("sales.currency", "EUR"),
    ("sales.order_prefix", "SO"),
    ("sales.quotation_valid_days", "30"),
    ("sales.discount_limit_percent", "15"),
    ("portal.enabled", "true"),
    ("portal.self_registration", "false"),
    ("tickets.reply_within_hours", "24"),
    ("tickets.close_after_days", "14"),
    ("mail.from", "office@tidewater.example"),
    ("mail.footer", "Tidewater Coffee Roasters"),
    ("warehouse.reorder_below", "20"),
    ("reports.fiscal_year_begins", "01-01"),
];

pub(super) fn products() -> Vec<product::Model> {
    (1..)
        .zip(0..)
        .zip(PRODUCTS)
        .map(
            |((id, created), (sku, name, category, retail))| product::Model {
                id,
                sku: sku.to_owned(),
                name: name.to_owned(),
                category: category.to_owned(),
                retail_cents: retail,
                wholesale_cents: retail * 72 / 100,
                cost_cents: retail * (45 + id % 7) / 100,
                stock: id * 37 % 240,
                discontinued: id % 20 == 0,
                created_on: day(created),
            },
        )
        .collect()
}

pub(super) fn modules() -> Vec<module::Model> {
    MODULES
        .map(|(name, title, version, installed)| module::Model {
            name: name.to_owned(),
            title: title.to_owned(),
            version: version.to_owned(),
            installed_on: installed.then(|| day(0)),
        })
        .into()
}

pub(super) fn settings() -> Vec<setting::Model> {
    SETTINGS
        .map(|(key, value)| setting::Model {
            key: key.to_owned(),
            value: value.to_owned(),
            updated_by: None,
            updated_on: day(0),
        })
        .into()
}
