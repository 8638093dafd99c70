# The commands of this project; `just --list` shows them.

# Formats, lints and documents, with warnings denied.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets --all-features -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --workspace --all-features --no-deps

# All tests.
test:
    cargo test --workspace --all-features

# What the compiler says of mistakes.
ui:
    cargo test --test ui

# Accepts the current messages, expansions and gates; then read the diff.
bless:
    TRYBUILD=overwrite cargo test --test ui
    INSTA_UPDATE=always cargo test -p guard-macros
    GUARD_BLESS=1 cargo test --test report

# The documentation, in a browser.
doc:
    cargo doc --workspace --all-features --no-deps --open

# What a gate costs at run time and at compile time.
bench:
    cargo bench --bench guarded_request
    ./scripts/check-cost

# Licences and advisories of all dependencies; needs cargo-deny.
deny:
    cargo deny check
