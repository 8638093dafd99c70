//! The routes of a site for programs, as operations of an `OpenAPI` document.

mod answers;
mod forms;
mod list;
mod operation;
mod records;
mod says;
mod shape;
mod writer;

use utoipa::ToSchema as _;
use utoipa::openapi::path::OperationBuilder;
use utoipa::openapi::schema::{ArrayBuilder, ObjectBuilder, Type};
use utoipa::openapi::{OpenApi, Ref, RefOr, ResponseBuilder};

use super::gates::Side;
use super::{Admin, MenuItem, Site, json};
use crate::routes::join;
use writer::Writer;

impl<S: Site> Admin<S> {
    /// The routes for programs as a document of their own, to be merged into the application's: of each
    /// page the operations that it offers, with parameters, bodies and answers made from the columns of
    /// its model, and those of forms and custom actions. Pages for people are not part of it.
    ///
    /// It names all fields; of those that not all callers may read or write it says who may. What gates
    /// demand comes from [`OpenApiGates`](crate::docs::OpenApiGates), as for all other operations. Where
    /// the site is registered in a scope, nest it there instead.
    ///
    /// ```
    /// use guard_runtime::admin::{Admin, FormPage, Done, RunError, Site, admin_site, form_page};
    /// use guard_runtime::docs::OpenApiGates;
    /// use guard_runtime::records::GuardedDb;
    /// use guard_runtime::routes::Routes;
    /// use guard_runtime::Env;
    ///
    /// /// The back office.
    /// #[admin_site(path = "/admin")]
    /// struct Office;
    ///
    /// impl Site for Office {}
    ///
    /// /// What everybody reads.
    /// #[form_page(under = Office)]
    /// #[derive(serde::Deserialize)]
    /// struct Announcement {
    ///     text: String,
    /// }
    ///
    /// impl FormPage for Announcement {
    ///     async fn submit(self, _: &Env, _: &GuardedDb) -> Result<Done, RunError> {
    ///         Ok(Done::said(self.text))
    ///     }
    /// }
    ///
    /// # fn main() {
    /// # let connection = sea_orm::DatabaseConnection::default();
    /// let admin = Admin::<Office>::new(GuardedDb::new(connection)).expect("a tree that fits");
    /// let mut api = utoipa::openapi::OpenApi::default();
    /// api.merge(admin.openapi());
    ///
    /// let register = |routes: &mut Routes<'_>| {
    ///     routes.service(admin);
    /// };
    /// let gates = OpenApiGates::new().routes(register);
    /// gates.document(&mut api).expect("gates and documentation agree");
    ///
    /// let json = serde_json::to_value(&api).unwrap();
    /// let announce = &json["paths"]["/admin/api/announcement"]["post"];
    /// assert_eq!(announce["operationId"], "admin_announcement_submit");
    /// assert_eq!(announce["x-required-permissions"], serde_json::json!(["internal"]));
    /// # }
    /// ```
    #[must_use]
    pub fn openapi(&self) -> OpenApi {
        let mut writer = Writer::new(S::NODE);
        self.write_menu(&mut writer);
        let pages = self.served().filter(|(_, side)| *side == Side::Crud);
        for (page, side) in pages {
            let path = join(self.state.path, &page.path(side));
            for route in json::routes(&page) {
                operation::add(&mut writer, &page, route, &join(&path, &route.path()));
            }
        }
        writer.finish()
    }

    fn write_menu(&self, writer: &mut Writer) {
        let items = ArrayBuilder::new().items(RefOr::from(Ref::from_schema_name(MenuItem::name())));
        let menu = ObjectBuilder::new().schema_type(Type::Object);
        let menu = menu.property("items", items).required("items");
        let says = "The pages that the caller may open.";
        let answer = ResponseBuilder::new().description(says);
        let operation = OperationBuilder::new()
            .tag(writer.tag(S::NODE))
            .summary(Some("The menu"))
            .description(Some(says))
            .operation_id(Some(writer.id("", "menu")))
            .response(
                "200",
                answer.content("application/json", operation::json(menu)),
            );
        let path = join(self.state.path, "/api/menu");
        writer.add("GET", &path, operation.build());
    }
}
