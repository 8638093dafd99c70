//! What the examples have in common as programs: their command line, their log, and how they serve.

mod logs;
mod options;
mod secret;
pub(crate) mod serving;

use std::error::Error;
use std::process::ExitCode;

use guard_runtime::GateReport;
use options::Command;
pub(crate) use options::{Options, Program};

/// Does what the command line says.
pub(crate) async fn run(
    program: Program,
    gates: impl Future<Output = GateReport>,
    serve: impl AsyncFnOnce(Options) -> Result<(), Box<dyn Error>>,
) -> ExitCode {
    logs::write();
    let line = lexopt::Parser::from_env();
    let command = Command::parse(program, line, std::env::var_os);
    let result = match command {
        Ok(Command::Help) => {
            print!("{}", program.help());
            Ok(())
        }
        Ok(Command::Gates) => {
            print!("{}", gates.await);
            Ok(())
        }
        Ok(Command::Serve(options)) => serve(options).await,
        Err(error) => {
            eprintln!("{}: {error}\nSee `--help`.", program.name);
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", program.name);
            ExitCode::FAILURE
        }
    }
}
