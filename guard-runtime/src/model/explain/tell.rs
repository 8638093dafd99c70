//! Rules over cells, told statement by statement.

use super::explanation::{RelatedRow, Side, Statement};
use super::scene::Scene;
use super::seen::Seen;
use super::tree::{Items, Leaf, Related, Term, Test, Tree};
use super::world::World;
use crate::model::words;

/// The statements that a rule is made of.
pub(super) fn statements(tree: &Tree, scene: &Scene, world: &World) -> Vec<Statement> {
    within("", tree, scene, world)
}

/// The same of a related row.
fn within(relation: &str, tree: &Tree, scene: &Scene, world: &World) -> Vec<Statement> {
    let mut all = Vec::new();
    collect(relation, tree, scene, world, &mut all);
    all
}

fn collect(relation: &str, tree: &Tree, scene: &Scene, world: &World, all: &mut Vec<Statement>) {
    let truth = world.truth(tree);
    match tree {
        Tree::All(trees) | Tree::Any(trees) => {
            for tree in trees {
                collect(relation, tree, scene, world, all);
            }
        }
        Tree::Leaf(leaf) => all.push(Statement {
            words: of_leaf(leaf, relation, scene),
            truth,
            sides: sides(&leaf.test, relation, scene, world),
            rows: Vec::new(),
            remark: None,
        }),
        Tree::Related(related) => {
            let rows = related.rows_in(world);
            let rows = rows.map(|row| RelatedRow {
                position: scene
                    .rows
                    .get(row.row)
                    .and_then(|it| it.position)
                    .unwrap_or_default(),
                truth: world.truth(&row.tree),
                statements: within(related.name, &row.tree, scene, world),
            });
            let rows = rows.collect::<Vec<_>>();
            all.push(Statement {
                words: related.words.clone(),
                truth,
                sides: side(&Term::Cell(related.ours), relation, scene, world)
                    .into_iter()
                    .collect(),
                remark: remark(related, rows.is_empty()),
                rows,
            });
        }
    }
}

fn remark(related: &Related, is_none: bool) -> Option<String> {
    let name = related.name;
    if related.rows.is_none() {
        return Some(format!("the rows of `{name}` are not at hand"));
    }
    is_none.then(|| format!("`{name}` has no row"))
}

fn sides(test: &Test, relation: &str, scene: &Scene, world: &World) -> Vec<Side> {
    let sides = test
        .terms()
        .filter_map(|it| side(it, relation, scene, world));
    let list = match test {
        Test::Contains(items @ Items::List(list), _) => Some(Side {
            name: scene.list_words(*list).to_owned(),
            value: self::list(items, world),
        }),
        _ => None,
    };
    sides.chain(list).collect()
}

fn side(term: &Term, relation: &str, scene: &Scene, world: &World) -> Option<Side> {
    if matches!(term, Term::Literal(_)) {
        return None;
    }
    Some(Side {
        name: name(term, relation, scene),
        value: self::term(term, scene, world),
    })
}

fn name(term: &Term, relation: &str, scene: &Scene) -> String {
    match term {
        Term::Cell(cell) => scene.words(*cell, relation).into_owned(),
        Term::First(_) => crate::model::given::EnvValue::CID.words(),
        Term::Literal(value) => Seen::env(value).to_string(),
    }
}

/// In words.
pub(super) fn of_tree(tree: &Tree, scene: &Scene) -> String {
    let joined = |trees: &[Tree], by| {
        let parts = trees.iter().map(|it| match it {
            Tree::All(parts) | Tree::Any(parts) if parts.len() > 1 => {
                format!("({})", of_tree(it, scene))
            }
            it => of_tree(it, scene),
        });
        parts.collect::<Vec<_>>().join(by)
    };
    match tree {
        Tree::Leaf(leaf) => of_leaf(leaf, "", scene),
        Tree::All(trees) if trees.is_empty() => words::always(true).to_owned(),
        Tree::Any(trees) if trees.is_empty() => words::always(false).to_owned(),
        Tree::All(trees) => joined(trees, " and "),
        Tree::Any(trees) => joined(trees, " or "),
        Tree::Related(related) => related.words.clone(),
    }
}

fn of_leaf(leaf: &Leaf, relation: &str, scene: &Scene) -> String {
    let wanted = leaf.wanted;
    match &leaf.test {
        Test::Always(truth) => words::always(*truth == wanted).to_owned(),
        Test::Compare(left, comparison, right) => {
            let comparison = words::comparison(*comparison, wanted);
            format!(
                "{}{comparison}{}",
                name(left, relation, scene),
                name(right, relation, scene)
            )
        }
        Test::Contains(items, item) => {
            let list = match items {
                Items::List(list) => scene.list_words(*list).to_owned(),
                Items::Literals(entries) => format!("[{}]", Seen::list(entries)),
            };
            format!(
                "{}{}{list}",
                name(item, relation, scene),
                words::contained(wanted)
            )
        }
        Test::IsNone(item) => format!("{}{}", name(item, relation, scene), words::empty(wanted)),
        Test::StartsWith(text, prefix) => {
            let begins = words::begins(wanted);
            format!(
                "{}{begins}{}",
                name(text, relation, scene),
                name(prefix, relation, scene)
            )
        }
    }
}

/// What it is.
pub(super) fn term(term: &Term, scene: &Scene, world: &World) -> Seen {
    let value = world.value(term);
    match term {
        Term::Cell(cell) if scene.is_column(*cell) => value.map_or(Seen::Null, Seen::column),
        _ => value.map_or(Seen::Absent, Seen::env),
    }
}

/// What it holds.
pub(super) fn list(items: &Items, world: &World) -> Seen {
    Seen::list(match items {
        Items::List(list) => world.entries(*list).unwrap_or_default(),
        Items::Literals(entries) => entries,
    })
}
