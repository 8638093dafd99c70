//! What a permission, a group or a role opens.

use serde::Serialize;

use super::ways::{Way, leaves, shortest, through};
use super::{OpenTo, RouteRow, Subject};

/// An endpoint that something opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct OpenedRoute {
    /// The endpoint.
    #[serde(flatten)]
    pub route: RouteRow,
    /// How far it does.
    pub opening: Opening,
}

/// How far something opens an endpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "opens", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Opening {
    /// By itself.
    Alone,
    /// Together with all of one of these lists, the shortest first.
    Together {
        /// What is demanded besides: `group:sales`, `admin.configuration:GET`.
        with: Vec<Vec<String>>,
    },
    /// It is one of what is demanded; there are too many ways through to tell them.
    Partly,
}

impl Subject {
    /// The endpoints that this opens, alone or with other things, in the order they are given. What is
    /// open to everybody who has signed in is not among them: nothing opens it.
    ///
    /// ```
    /// use guard_runtime::admin::access::{Opening, Subject, routes};
    /// use guard_runtime::{Group, groups, requires_internal};
    ///
    /// #[requires_internal]
    /// #[actix_web::get("/settings")]
    /// async fn settings() -> &'static str {
    ///     "settings"
    /// }
    ///
    /// let internal = Subject::Group(groups::core_internal::GROUP);
    /// let opened = internal.opens(&routes(&[]));
    /// assert_eq!(opened[0].opening, Opening::Alone);
    /// # let _ = settings;
    /// ```
    #[must_use]
    pub fn opens(&self, routes: &[RouteRow]) -> Vec<OpenedRoute> {
        let opened = routes.iter().filter_map(|route| {
            Some(OpenedRoute {
                route: route.clone(),
                opening: self.opening(route)?,
            })
        });
        opened.collect()
    }

    fn opening(&self, route: &RouteRow) -> Option<Opening> {
        if route.open_to != OpenTo::Users {
            return None;
        }
        let Some(ways) = through(&route.gates) else {
            let mut all = route.gates.iter().flat_map(|it| leaves(it));
            let is_one = all.any(|it| self.satisfies(it) && Self::is_more_than(it));
            return is_one.then_some(Opening::Partly);
        };
        let is_open = |way: &Way<'_>| way.iter().all(|it| !Self::is_more_than(it));
        if ways.iter().any(is_open) {
            return None;
        }
        let mine = ways.iter().filter(|way| {
            let mut leaves = way.iter();
            leaves.any(|it| self.satisfies(it) && Self::is_more_than(it))
        });
        let rests = mine.map(|way| {
            let rest = way.iter().copied().filter(|it| !self.satisfies(it));
            rest.collect::<Way<'_>>()
        });
        let rests = shortest(rests.collect())?;
        let first = rests.first()?;
        if first.is_empty() {
            return Some(Opening::Alone);
        }
        // What the others open by themselves, this adds nothing to.
        let adds = |rest: &&Way<'_>| {
            let mut others = ways.iter();
            !others.any(|way| way.iter().all(|it| rest.contains(it)))
        };
        let texts = |way: &Way<'_>| {
            let mut texts = way.iter().map(ToString::to_string).collect::<Vec<_>>();
            texts.sort();
            texts
        };
        let with = rests.iter().filter(adds).map(texts).collect::<Vec<_>>();
        (!with.is_empty()).then_some(Opening::Together { with })
    }
}
