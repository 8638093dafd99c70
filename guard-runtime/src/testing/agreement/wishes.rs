//! The values that rows are to hold, by column.

use std::collections::BTreeMap;

use super::values;
use crate::Env;
use crate::model::Datum;
use crate::model::generated::Given;
use crate::model::look::{Against, Looked};

/// For each column that rules look at, the values they compare it with.
#[derive(Default)]
pub(super) struct Wishes(BTreeMap<&'static str, Vec<Datum>>);

impl Wishes {
    pub(super) fn of(looked: &[&Looked], envs: &[Env]) -> Self {
        let mut wishes = Self::default();
        let columns = || looked.iter().flat_map(|it| &it.columns);
        for (column, against) in columns() {
            wishes.add(column, []);
            match against {
                Against::Nothing | Against::Column(_) => {}
                Against::Literal(datum) => wishes.add(column, [datum.clone()]),
                Against::Value(value) => {
                    let given = envs.iter().map(|env| (value.read)(env));
                    wishes.add(column, given.flat_map(data));
                }
                Against::List(list) => {
                    let given = envs.iter().flat_map(|env| (list.read)(env));
                    wishes.add(column, given.flat_map(data));
                }
            }
        }
        for (column, against) in columns() {
            if let Against::Column(other) = against {
                wishes.add(column, wishes.values(other).to_vec());
            }
        }
        for join in looked.iter().flat_map(|it| &it.joins) {
            wishes.add(join.ours, []);
        }
        wishes
    }

    pub(super) fn add(&mut self, column: &'static str, data: impl IntoIterator<Item = Datum>) {
        let mine = self.0.entry(column).or_default();
        for datum in data {
            if !mine.contains(&datum) {
                mine.push(datum);
            }
        }
    }

    pub(super) fn columns(&self) -> Vec<&'static str> {
        self.0.keys().copied().collect()
    }

    /// Nothing of a column that no rule looks at.
    pub(super) fn values(&self, column: &str) -> &[Datum] {
        self.0.get(column).map_or(&[], Vec::as_slice)
    }
}

fn data(given: Given) -> Vec<Datum> {
    match given {
        Given::Absent => Vec::new(),
        Given::Id(id) => values::of_id(&id).collect(),
        Given::Value(datum) => vec![datum],
    }
}
