//! Two ways of doing the same, measured by turns.

use std::time::Instant;

/// How often two rows are measured in turn.
const ROUNDS: usize = 101;

/// What was promised and what was measured.
#[derive(Default)]
pub(crate) struct Table(Vec<(String, f64, f64, &'static str)>);

impl Table {
    pub(crate) fn add(
        &mut self,
        what: impl Into<String>,
        value: f64,
        limit: f64,
        unit: &'static str,
    ) {
        self.0.push((what.into(), value, limit, unit));
    }

    /// Prints it; whether all promises hold.
    pub(crate) fn print(&self) -> bool {
        println!("\n| what | measured | at most |\n|---|---:|---:|");
        for (what, value, limit, unit) in &self.0 {
            println!("| {what} | {value:.2}{unit} | {limit:.2}{unit} |");
        }
        self.0.iter().all(|(_, value, limit, _)| value <= limit)
    }
}

/// Nanoseconds of one and of the other: the round whose ratio is the median, so that a machine that gets
/// slower or faster in between does so for both.
pub(crate) fn by_turns(mut one: impl FnMut(), mut other: impl FnMut()) -> (f64, f64) {
    let nanoseconds = |work: &mut dyn FnMut()| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1e9
    };
    let rounds = (0..ROUNDS).map(|_| (nanoseconds(&mut one), nanoseconds(&mut other)));
    median(rounds.collect())
}

pub(crate) async fn by_turns_async(
    mut one: impl AsyncFnMut(),
    mut other: impl AsyncFnMut(),
) -> (f64, f64) {
    let mut rounds = Vec::new();
    for round in 0..ROUNDS {
        // Whoever comes second finds what the first has left in the caches: by turns, too.
        let mut pair = [0.0; 2];
        for position in [round % 2, (round + 1) % 2] {
            let start = Instant::now();
            if position == 0 {
                one().await;
            } else {
                other().await;
            }
            if let Some(time) = pair.get_mut(position) {
                *time = start.elapsed().as_secs_f64() * 1e9;
            }
        }
        rounds.push((pair[0], pair[1]));
    }
    median(rounds)
}

fn median(mut rounds: Vec<(f64, f64)>) -> (f64, f64) {
    rounds.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    rounds
        .get(rounds.len() / 2)
        .copied()
        .unwrap_or((f64::NAN, 1.0))
}
