//! The ratios that are promised, and whether this run keeps them.

use crate::measure::Measured;

/// Prints the table and the ratios; whether all of them hold.
pub(crate) fn print(measured: &Measured<'_>) -> bool {
    println!("\n| row | time | allocations |\n|---|---:|---:|");
    for (row, nanoseconds) in &measured.times {
        let allocations = measured.allocations(row);
        println!("| {row} | {nanoseconds:.0} ns | {allocations} |");
    }
    println!("\n| ratio | measured | at most |\n|---|---:|---:|");
    let mut holds = true;
    let mut show = |what: &str, value: f64, limit: f64, unit: &str| {
        println!("| {what} | {value:.2}{unit} | {limit:.2}{unit} |");
        // A row that is missing is not a number, and holds nothing.
        holds &= value <= limit;
    };
    let both = |one: &str, other: &str| measured.by_turns(one, other);
    let ratio = |one: &str, other: &str| both(one, other).map_or(f64::NAN, |it| it.0 / it.1);
    let more = |one: &str, other: &str| both(one, other).map_or(f64::NAN, |it| it.0 - it.1);
    show(
        "verifying each time / by hand, allowed",
        ratio("GET allowed ours", "GET allowed by hand"),
        1.05,
        " ×",
    );
    show(
        "cached / by hand, allowed",
        ratio("GET allowed ours, cached", "GET allowed by hand"),
        0.35,
        " ×",
    );
    show(
        "a personal access token, cached / by hand, allowed",
        ratio("access token, cached", "GET allowed by hand"),
        0.35,
        " ×",
    );
    show(
        "the decision alone, over no gate",
        more("decision gate", "decision no gate"),
        100.0,
        " ns",
    );
    show(
        "10,000 groups / 10 groups",
        ratio("decision 10,000 groups", "decision 10 groups"),
        1.1,
        " ×",
    );
    for count in ["100", "4,000"] {
        let row = format!("decision {count} permissions");
        show(
            &format!("{count} permissions / 8 permissions"),
            ratio(&row, "decision 8 permissions"),
            1.1,
            " ×",
        );
    }
    show(
        "a second check in the same project, over the first",
        ratio("project, memoised", "project"),
        1.35,
        " ×",
    );
    for body in ["POST 8 KB", "POST 512 KB"] {
        for caller in ["no token", "not permitted"] {
            let row = |variant: &str| format!("{body} {caller} {variant}");
            show(
                &format!("{body}, {caller}: ours / by hand"),
                ratio(&row("ours"), &row("by hand")),
                1.0,
                " ×",
            );
        }
    }
    let gate = measured.allocations("decision gate");
    let none = measured.allocations("decision no gate");
    #[allow(clippy::cast_precision_loss, reason = "a handful of allocations")]
    show(
        "allocations of the decision",
        gate as f64 - none as f64,
        0.0,
        "",
    );
    holds
}
