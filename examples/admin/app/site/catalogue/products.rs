//! Products.

use guard_runtime::Env;
use guard_runtime::admin::{ModelPage, model_page};
use sea_orm::Set;

use super::Catalogue;
use crate::app::data::{date, product};

/// Of so many or less, a product runs out.
pub(crate) const FEW: i64 = 20;

/// Products, with prices and stock.
#[model_page(
    under = Catalogue,
    model = product,
    order = 1,
    list(sku, name, category, retail_cents, stock, discontinued),
    filter(category, retail_cents, stock, discontinued),
    search(sku, name),
    form(sku, name, category, retail_cents, wholesale_cents, cost_cents, stock, discontinued),
    sort(category, name),
    label(
        sku = "Article no.",
        retail_cents = "Retail in cents",
        wholesale_cents = "Wholesale in cents",
        cost_cents = "Cost in cents",
        created_on = "Since",
    ),
    choices(category = ["coffee", "tea", "brewing", "grinders", "machines", "accessories"]),
    only(list, read, create, update),
)]
struct Products;

impl ModelPage for Products {
    fn fill_new(_: &Env, new: &mut product::ActiveModel) {
        new.created_on = Set(date::today());
    }
}
