//! What is set on the command line or in the environment.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};

use lexopt::prelude::*;

use super::secret::Secret;

/// A program, as its help and its settings call it.
#[derive(Clone, Copy)]
pub(crate) struct Program {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
}

impl Program {
    /// An environment variable of its own: `COLLAB_PORT`.
    pub(crate) fn variable(self, what: &str) -> String {
        format!("{}_{what}", self.name.to_uppercase())
    }

    pub(crate) fn help(self) -> String {
        let Self { name, about } = self;
        let prefix = name.to_uppercase();
        format!(
            "\
{about}

Usage: {name} [OPTIONS]

Options:
  --port <PORT>      Where to listen; 0 takes a free port
                     [default: 8080, env: {prefix}_PORT]
  --host <ADDRESS>   An address of this machine. Passwords of the demonstration data are public,
                     so anything but a loopback address needs --expose as well
                     [default: 127.0.0.1, env: {prefix}_HOST]
  --expose           Listen where other machines may connect
  --database <URL>   A SQLite database; `sqlite::memory:` keeps nothing
                     [default: sqlite://{name}.sqlite, env: {prefix}_DATABASE]
  --secret <SECRET>  What tokens are signed with, at least 32 bytes. The environment is the better
                     place for it: others can see the command line
                     [default: generated at each start, env: {prefix}_SECRET]
  --gates            Print the gates of the program as a table
  -h, --help         Print this

RUST_LOG sets what is logged, such as `debug` or `info,guard_runtime=debug`.
"
        )
    }
}

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Gates,
    Serve(Options),
}

/// How to serve.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) host: IpAddr,
    pub(crate) port: u16,
    pub(crate) database: String,
    /// To be generated if there is none.
    pub(crate) secret: Option<Secret>,
}

impl Command {
    /// Reads the command line, and the environment for what it leaves out.
    ///
    /// # Errors
    ///
    /// A flag that does not exist, or a value that cannot be.
    pub(crate) fn parse(
        program: Program,
        mut line: lexopt::Parser,
        env: impl Fn(String) -> Option<OsString>,
    ) -> Result<Self, lexopt::Error> {
        let env = |what: &str| env(program.variable(what));
        let (mut host, mut port) = (env("HOST"), env("PORT"));
        let (mut database, mut secret) = (env("DATABASE"), env("SECRET"));
        let mut expose = false;
        while let Some(argument) = line.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(Self::Help),
                Long("gates") => return Ok(Self::Gates),
                Long("expose") => expose = true,
                Long("host") => host = Some(line.value()?),
                Long("port") => port = Some(line.value()?),
                Long("database") => database = Some(line.value()?),
                Long("secret") => secret = Some(line.value()?),
                other => return Err(other.unexpected()),
            }
        }
        let host = host.map_or(Ok(Ipv4Addr::LOCALHOST.into()), |it| it.parse::<IpAddr>())?;
        if !host.is_loopback() && !expose {
            let refusal = format!(
                "`{host}` is not a loopback address: the passwords of the demonstration data are \
                 public, so say `--expose` too if you mean it"
            );
            return Err(refusal.into());
        }
        let default = format!("sqlite://{}.sqlite", program.name);
        let database = database.map_or_else(|| Ok(default.clone()), ValueExt::string)?;
        if !database.starts_with("sqlite:") {
            // No more of it than that: a password may follow.
            let (kind, _) = database.split_once(':').unwrap_or((&database, ""));
            let refusal = format!("`{kind}` is no SQLite database: name one as `{default}`");
            return Err(refusal.into());
        }
        Ok(Self::Serve(Options {
            host,
            port: port.map_or(Ok(8080), |it| it.parse())?,
            database,
            secret: secret.map(ValueExt::string).transpose()?.map(Secret::given),
        }))
    }
}
