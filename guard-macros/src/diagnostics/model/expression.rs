//! What expressions are called that no rule knows, and what to write instead.

use syn::Expr;

const COMPARE: &str = "compare a column: `owner_id == env.uid`";
const ONE_CONDITION: &str = "write one condition with `==`, `&&`, `||` and `!`";

/// What it is, and the help.
pub(crate) fn describe(expr: &Expr) -> (&'static str, &'static str) {
    match expr {
        Expr::Paren(inner) => describe(&inner.expr),
        Expr::Path(_) | Expr::Field(_) => ("a name in parentheses", "remove the parentheses"),
        Expr::Lit(_) => ("a literal", COMPARE),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) if path.path.is_ident("Some") => (
                "`Some(…)`",
                "write what is in it: a column that is empty equals nothing",
            ),
            _ => (
                "a call",
                "the database cannot run it: keep the result in a column of its own",
            ),
        },
        Expr::Macro(_) => (
            "a macro",
            "the database cannot run it: write the condition out",
        ),
        Expr::Closure(_) => (
            "a closure",
            "columns are named directly: `lines.any(quantity > 2)`",
        ),
        Expr::Cast(_) => (
            "a cast",
            "remove it: whole numbers of all sizes compare with each other",
        ),
        Expr::Range(_) => ("a range", "write `1 <= quantity && quantity <= 9`"),
        Expr::Reference(_) => ("a reference", "remove the `&`"),
        Expr::Unary(unary) => match unary.op {
            syn::UnOp::Deref(_) => ("a dereference", "remove the `*`"),
            syn::UnOp::Neg(_) => ("a computed value", "numbers alone may be negative"),
            _ => (
                "a negation",
                "put `!` before the whole comparison, in parentheses",
            ),
        },
        Expr::Binary(_) => ("a computed value", "keep the result in a column of its own"),
        Expr::MethodCall(_) => (
            "a call",
            "the database cannot run it as Rust does: compare the column itself",
        ),
        Expr::If(_) | Expr::Match(_) => ("a choice", ONE_CONDITION),
        Expr::Block(_) | Expr::Unsafe(_) | Expr::Const(_) | Expr::Async(_) => {
            ("a block", ONE_CONDITION)
        }
        Expr::Array(_) | Expr::Repeat(_) => {
            ("a list", "write `[\"draft\", \"sent\"].contains(status)`")
        }
        Expr::Tuple(_) => ("a tuple", ONE_CONDITION),
        Expr::Index(_) => ("an index", "keep what is needed in a column of its own"),
        Expr::Try(_) => (
            "`?`",
            "a column that is empty makes a comparison unknown, which allows nothing",
        ),
        Expr::Let(_) => ("`let`", "write `approved_by.is_some()`"),
        _ => ("something else", ONE_CONDITION),
    }
}
