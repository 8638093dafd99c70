//! A question, and the link that asks it.

use std::fmt;

use crate::Id;
use crate::admin::access::query::{Parameters, written};
use crate::admin::access::{QueryError, Vocabulary, Wanted};

/// Whether somebody may do something.
///
/// ```
/// # guard_runtime::define_groups! { pub mod groups { /// Sells.
/// #     sales_user: core_internal } }
/// # fn main() -> Result<(), guard_runtime::admin::access::QueryError> {
/// use guard_runtime::admin::access::{Question, Vocabulary};
///
/// let vocabulary = Vocabulary::new(&groups::SCHEMA);
/// let link = "user=7&group=sales_user";
/// assert_eq!(Question::parse(link, &vocabulary)?.to_query(), link);
/// assert!(Question::parse("user=7&group=sales_user&all=1", &vocabulary).is_err());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Question {
    /// Who.
    pub who: Asker,
    /// What.
    pub about: About,
    /// In which project, where that matters.
    pub project: Option<Id>,
}

/// Who it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A user who has signed in.
    User(Id),
    /// The bearer of a personal access token, by the part of it that is no secret.
    Token(String),
}

/// What it is about.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum About {
    /// An endpoint: the method and the path as it is declared.
    Route(String, String),
    /// A permission, a group, a role, or a model with any record.
    Wanted(Wanted),
    /// One record: the model and the operation, and the text of its key.
    Record(Wanted, String),
}

impl Question {
    /// Reads the query of a link: `user=7` or `token=…`, with one of `method=GET&path=/invoices`,
    /// `permission=…`, `group=…`, `role=…`, `model=invoice&op=update` and with that `id=3`; and
    /// `project=…` with the first two.
    ///
    /// # Errors
    ///
    /// A parameter that is unknown, stands twice, is missing or goes not with the others, and a name that
    /// is not declared.
    pub fn parse(query: &str, vocabulary: &Vocabulary) -> Result<Self, QueryError> {
        let mut parameters = Parameters::read(query)?;
        let who = match (parameters.take("user"), parameters.take("token")) {
            (Some(user), None) => Asker::User(Id::from(&*user)),
            (None, Some(token)) => Asker::Token(token),
            (Some(_), Some(_)) => {
                return Err(QueryError::new("token", "does not go with the others"));
            }
            (None, None) => return Err(QueryError::new("user", "is missing")),
        };
        let about = match Wanted::take(&mut parameters, vocabulary)? {
            Some(wanted @ Wanted::Model(..)) => match parameters.take("id") {
                Some(id) => About::Record(wanted, id),
                None => About::Wanted(wanted),
            },
            Some(wanted) => About::Wanted(wanted),
            None => About::Route(parameters.need("method")?, parameters.need("path")?),
        };
        let is_of_projects = matches!(
            about,
            About::Route(..) | About::Wanted(Wanted::Permission(_))
        );
        let project = is_of_projects.then(|| parameters.take("project"));
        let project = project.flatten().map(|it| Id::from(&*it));
        parameters.end()?;
        Ok(Self {
            who,
            about,
            project,
        })
    }

    /// The query that [`parse`](Self::parse) reads: a link to this question.
    #[must_use]
    pub fn to_query(&self) -> String {
        let mut pairs = vec![match &self.who {
            Asker::User(id) => ("user", id.to_string()),
            Asker::Token(id) => ("token", id.clone()),
        }];
        match &self.about {
            About::Route(method, path) => {
                pairs.extend([("method", method.clone()), ("path", path.clone())]);
            }
            About::Wanted(wanted) => pairs.extend(wanted.pairs()),
            About::Record(wanted, id) => {
                pairs.extend(wanted.pairs());
                pairs.push(("id", id.clone()));
            }
        }
        let project = self.project.iter().map(|it| ("project", it.to_string()));
        pairs.extend(project);
        written(pairs.iter().map(|(name, value)| (*name, &**value)))
    }
}

/// `GET /invoices`, `admin.users:GET`, `update of invoice 3`; without who it is about.
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.about {
            About::Route(method, path) => write!(f, "{method} {path}")?,
            About::Wanted(wanted) => wanted.fmt(f)?,
            About::Record(wanted, id) => write!(f, "{wanted} {id}")?,
        }
        match &self.project {
            Some(project) => write!(f, " in project {project}"),
            None => Ok(()),
        }
    }
}
