//! Products.

use guard_runtime::Env;
use guard_runtime::admin::{Mistakes, ModelPage, RunError, model_page};
use guard_runtime::records::GuardedDb;
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
    label(sku = "Article no.", created_on = "Since"),
    money(retail_cents = "EUR", wholesale_cents = "EUR", cost_cents = "EUR"),
    choices(category = ["coffee", "tea", "brewing", "grinders", "machines", "accessories"]),
    only(list, read, create, update),
)]
struct Products;

impl ModelPage for Products {
    async fn check(_: &Env, _: &GuardedDb, product: &product::ActiveModel) -> Result<(), RunError> {
        let mut mistakes = Mistakes::none();
        let amounts = [
            ("retail_cents", &product.retail_cents),
            ("wholesale_cents", &product.wholesale_cents),
            ("cost_cents", &product.cost_cents),
            ("stock", &product.stock),
        ];
        for (field, amount) in amounts {
            if amount.try_as_ref().is_some_and(|it| *it < 0) {
                mistakes.at(field, "must not be negative");
            }
        }
        // Also where only one of the two changes.
        if product.wholesale_cents.try_as_ref() > product.retail_cents.try_as_ref() {
            mistakes.at("wholesale_cents", "is more than the retail price");
        }
        mistakes.result()
    }

    fn fill_new(_: &Env, new: &mut product::ActiveModel) {
        new.created_on = Set(date::today());
    }
}
