//! What is wrong with the fields, in the words of the page.

use crate::tokens::page::date::shown;
use crate::tokens::{TokenMistake, TokenMistakeKind as Kind};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Title,
    Description,
    Expires,
    Permissions,
    Projects,
}

impl Field {
    /// The id of its element.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Description => "description",
            Self::Expires => "expires",
            Self::Permissions => "permissions",
            Self::Projects => "projects",
        }
    }

    /// Whether it is one element, which the cursor can be put into.
    pub(super) fn has_cursor(self) -> bool {
        matches!(self, Self::Title | Self::Description | Self::Expires)
    }

    /// Of a mistake that no box and no project of the form shows already.
    fn of(pointer: &str) -> Option<Self> {
        match pointer {
            "#/title" => Some(Self::Title),
            "#/description" => Some(Self::Description),
            "#/expires_at" => Some(Self::Expires),
            "#/projects" => Some(Self::Projects),
            _ if pointer.ends_with("/permissions") => Some(Self::Permissions),
            _ => None,
        }
    }
}

/// Mistakes, in the order of the fields.
#[derive(Default)]
pub(super) struct Mistakes(Vec<(Field, String)>);

impl Mistakes {
    pub(super) fn add(&mut self, field: Field, text: String) {
        if !self.0.contains(&(field, text.clone())) {
            self.0.push((field, text));
        }
    }

    pub(super) fn read(&mut self, mistakes: &[TokenMistake], has_day: bool) {
        for TokenMistake { pointer, kind } in mistakes {
            if let Some(field) = Field::of(pointer) {
                self.add(field, sentence(field, *kind, has_day));
            }
        }
    }

    pub(super) fn of(&self, field: Field) -> Option<&str> {
        let mut mine = self.0.iter().filter(|it| it.0 == field);
        mine.next().map(|(_, text)| text.as_str())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, text)| (*field, text.as_str()))
    }

    pub(super) fn first(&self) -> Option<Field> {
        self.0.first().map(|(field, _)| *field)
    }
}

fn sentence(field: Field, kind: Kind, has_day: bool) -> String {
    match (field, kind) {
        (Field::Title, Kind::Blank) => "Give the token a title.".to_owned(),
        (Field::Projects, Kind::TooLong(most)) => {
            format!("A token is for at most {most} projects.")
        }
        (Field::Permissions, Kind::TooLong(most)) => {
            format!("At most {most} permissions in one place.")
        }
        (_, Kind::TooLong(most)) => format!("At most {most} characters."),
        (_, Kind::Characters) => "Control characters are not allowed.".to_owned(),
        (_, Kind::Past) if !has_day => "Choose a day, written as 2027-05-31.".to_owned(),
        (_, Kind::Past) => "This day is over: choose a later one.".to_owned(),
        (_, Kind::TooLate(latest)) => format!("It may end on {} at the latest.", shown(latest)),
        (_, Kind::OutlivesCreator(latest)) => format!(
            "You are signed in with a credential that ends on {}, which no token made with it may \
             outlive.",
            shown(latest)
        ),
        (_, kind) => format!("{kind}."),
    }
}
