//! A site as a service.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::gates::{self, Side};
use super::state::{Served, State};
use super::tree::Tree;
use super::{Access, MenuItem, SignIn, Site, TreeError, menu, pages, serve};
use crate::denied::Denied;
use crate::env::Env;
use crate::gate::Requirement;
use crate::records::GuardedDb;

/// A site with all its pages, wherever in the program they are declared.
///
/// | request below the site's path | answer |
/// |---|---|
/// | `GET /api/menu` | the pages that the caller may open |
/// | `GET /api/…` | a part of a list: see [`ListRequest`](super::ListRequest) |
/// | `POST /api/…` with the fields | 201 `{"record": {…}}` |
/// | `GET /api/…/{key}` | a record |
/// | `PATCH /api/…/{key}` with the fields | 204 |
/// | `DELETE /api/…/{key}` | 204 |
/// | `POST /api/…/update` with `{"keys": […], "changes": {…}}` | `{"updated": 3}`: all or none |
/// | `POST /api/…/delete` with `{"keys": […]}` | `{"deleted": 3}`: all or none |
/// | `POST /api/…/actions/{name}` with `{"keys": […], "form": {…}}` | `{"message": "…"}` |
/// | `POST /api/…` of a form page with the fields | `{"message": "…"}` |
///
/// and the same as pages for people: `GET …` a list, `GET`, `POST …/new`, `GET …/{key}`,
/// `GET`, `POST …/{key}/edit`, `POST …/{key}/delete`, `GET`, `POST …/update`, `POST …/delete`,
/// `GET`, `POST …/actions/{name}`; of the site itself `GET` its path, `GET …/menu`, the files below
/// `…/static`, and with [`sign_in`](Self::sign_in) `GET`, `POST …/sign-in` and `POST …/sign-out`.
///
/// What answers `GET` answers `HEAD`, behind the same gates. `Admin::openapi` (feature `openapi`) describes
/// the routes below `/api`.
///
/// Reading needs no script; changes are sent by one, with the proof against other sites. All answers have
/// a content security policy under which nothing comes from elsewhere, and no script stands in a page.
pub struct Admin<S> {
    pub(super) state: Arc<State>,
    site: PhantomData<fn() -> S>,
}

impl<S: Site> Admin<S> {
    /// The site, with the records of this database.
    ///
    /// # Errors
    ///
    /// Parts that do not fit together: two pages at one path, say.
    pub fn new(db: GuardedDb) -> Result<Self, TreeError> {
        let state = State {
            tree: Arc::new(Tree::of::<S>()?),
            db,
            path: S::NODE.slug(),
            sign_in: None,
            access: None,
        };
        let admin = Self {
            state: Arc::new(state),
            site: PhantomData,
        };
        admin.note_gates();
        Ok(admin)
    }

    /// Lets users sign in and out on pages of the site. Who has not signed in is sent there from its pages,
    /// and back afterwards.
    #[must_use]
    pub fn sign_in(mut self, sign_in: SignIn) -> Self {
        Arc::make_mut(&mut self.state).sign_in = Some(Arc::new(sign_in));
        let is_new = |path: &str| path.starts_with("/sign-");
        pages::note(&self.state, self.gate_of_menu(), is_new);
        self
    }

    /// What the pages about access ask: what is declared, and who there is.
    #[must_use]
    pub fn access(mut self, access: Access) -> Self {
        Arc::make_mut(&mut self.state).access = Some(Arc::new(access));
        let is_new = |path: &str| path.starts_with("/view-as");
        pages::note(&self.state, self.gate_of_menu(), is_new);
        self
    }

    /// The gates of the pages, for [`gates()`](crate::gates()) and the report.
    fn note_gates(&self) {
        pages::note(&self.state, self.gate_of_menu(), |_| true);
        for (page, side) in self.served() {
            gates::note(page.node, serve::routes(&page, side));
        }
    }

    /// The pages that an env may open, as the menu shows them.
    ///
    /// # Errors
    ///
    /// What cannot be decided: 503 if something that is asked does not answer.
    pub async fn menu(&self, env: &Env) -> Result<Vec<MenuItem>, Denied> {
        menu::menu(&self.state, env).await
    }

    /// The pages, each with its routes for one side.
    pub(super) fn served(&self) -> impl Iterator<Item = (Served, Side)> {
        let pages = self.state.tree.pages().into_iter();
        let pages = pages.map(|branch| Served::of(&self.state, branch));
        pages.flat_map(|page| [(page.clone(), Side::Crud), (page, Side::Pages)])
    }

    /// Who may ask for the menu: those who may open some page, as far as gates say.
    pub(super) fn gate_of_menu(&self) -> &'static Requirement {
        let pages = self.state.tree.pages().into_iter();
        let gates = pages.map(|branch| Served::of(&self.state, branch).gate(Side::Pages));
        gates::one_of(S::NODE, gates.collect())
    }
}

impl<S> Clone for Admin<S> {
    fn clone(&self) -> Self {
        Self {
            state: Arc::clone(&self.state),
            site: PhantomData,
        }
    }
}

impl<S> fmt::Debug for Admin<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Admin").field(&self.state.tree).finish()
    }
}
