//! The command line as transcripts: exit code, stdout, stderr. Update them with
//! `INSTA_UPDATE=always cargo test -p attestor --test cli` and read the difference.

#[path = "cli/answers.rs"]
mod answers;
#[path = "cli/dossiers.rs"]
mod dossiers;
#[path = "cli/hostile.rs"]
mod hostile;
#[path = "cli/run.rs"]
mod run;
#[path = "cli/seeds.rs"]
mod seeds;
