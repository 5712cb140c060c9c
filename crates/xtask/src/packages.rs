//! What the dependency tree holds: licenses and banned packages as `deny.toml` says, one registry,
//! and a single version of packages whose types cross package borders.
//!
//! This is the cheap half of cargo-deny: the same rules from the same file, without its four
//! minutes of building.

mod license;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use crate::finding::Finding;

const RULES: &str = "deny.toml";

/// Packages of which two versions would not understand each other's values.
const ONE_VERSION: &[&str] = &["arrow", "datafusion", "jiff", "object_store", "parquet", "sqlx"];

/// A package of the tree.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    version: String,
    /// What stands behind the version: a path, a repository, or nothing for the registry.
    origin: String,
    license: String,
}

/// Reads the tree of all packages and targets, and the rules, and reports what breaks them.
pub(crate) fn check(root: &Path) -> Result<Vec<Finding>, String> {
    let rules = std::fs::read_to_string(root.join(RULES))
        .map_err(|error| format!("cannot read {RULES}: {error}"))?;
    let tree = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["tree", "--workspace", "--all-features", "--edges", "normal,build,dev"])
        .args(["--target", "all", "--prefix", "none", "--format", "{p}|{l}", "--locked"])
        .current_dir(root)
        .output()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if !tree.status.success() {
        let words = String::from_utf8_lossy(&tree.stderr).trim().to_owned();
        return Err(format!("cargo tree failed: {words}"));
    }
    let text = String::from_utf8_lossy(&tree.stdout);
    let packages: BTreeSet<Package> = text.lines().filter_map(package).collect();
    Ok(judge(&packages, &rules))
}

/// Reads `name v1.2.3 (origin)|license (*)`; the marks for repeats and macros are no origin.
fn package(line: &str) -> Option<Package> {
    let (package, license) = line.split_once('|')?;
    let mut words = package.split_whitespace();
    let name = words.next()?.to_owned();
    let version = words.next()?.trim_start_matches('v').to_owned();
    let origin = words.find(|word| *word != "(proc-macro)" && *word != "(*)").unwrap_or_default();
    Some(Package {
        name,
        version,
        origin: origin.trim_matches(['(', ')']).to_owned(),
        license: license.trim_end_matches(" (*)").to_owned(),
    })
}

fn judge(packages: &BTreeSet<Package>, rules: &str) -> Vec<Finding> {
    let allowed = listed(rules, "[licenses]", "allow");
    let banned = listed(rules, "[bans]", "deny");
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut messages = Vec::new();
    for package in packages {
        let Package { name, version, origin, license } = package;
        versions.entry(name).or_default().insert(version);
        if !license::is_allowed(license, &allowed) {
            messages.push(format!("`{name}` {version} has the license `{license}`"));
        }
        if banned.iter().any(|banned| banned == name) {
            messages.push(format!("`{name}` {version} is banned"));
        }
        if !origin.is_empty() && !origin.starts_with('/') {
            messages.push(format!("`{name}` {version} comes from `{origin}`"));
        }
    }
    for name in ONE_VERSION {
        let found = versions.get(name).map_or(0, BTreeSet::len);
        if found > 1 {
            messages.push(format!("`{name}` stands in the tree in {found} versions"));
        }
    }
    messages.into_iter().map(|message| Finding::new("packages", RULES, 1, message)).collect()
}

/// The quoted texts of a list `key = [ … ]` in a section of a TOML file.
fn listed(rules: &str, section: &str, key: &str) -> Vec<String> {
    let start = format!("{key} = [");
    let list = rules
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .skip_while(|line| *line != section)
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .skip_while(|line| !line.starts_with(&start))
        .take_while(|line| *line != "]");
    list.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = "[licenses]\nallow = [\n  \"MIT\", # common\n  \"ISC\",\n]\n\
        [bans]\ndeny = [\n  { crate = \"openssl\" },\n]\n[sources]\n";

    fn messages(tree: &str) -> Vec<String> {
        let packages: BTreeSet<Package> = tree.lines().filter_map(package).collect();
        judge(&packages, RULES).into_iter().map(|finding| finding.message).collect()
    }

    #[test]
    fn a_good_tree_passes() {
        let tree = "a v1.0.0|MIT\nb v2.0.0 (proc-macro)|GPL-3.0 OR ISC\na v1.0.0|MIT (*)\n\
            c v0.1.0 (/somewhere/c)|MIT\nd v1.0.0|MIT\nd v2.0.0|MIT\n";
        assert_eq!(messages(tree), Vec::<String>::new());
    }

    #[test]
    fn each_rule_is_kept() {
        for (tree, message) in [
            ("a v1.0.0|GPL-3.0", "`a` 1.0.0 has the license `GPL-3.0`"),
            ("a v1.0.0|", "`a` 1.0.0 has the license ``"),
            ("openssl v1.0.0|MIT", "`openssl` 1.0.0 is banned"),
            (
                "a v1.0.0 (https://example.org/a#1)|MIT",
                "`a` 1.0.0 comes from `https://example.org/a#1`",
            ),
            ("jiff v1.0.0|MIT\njiff v2.0.0|MIT", "`jiff` stands in the tree in 2 versions"),
        ] {
            assert_eq!(messages(tree), [message], "{tree}");
        }
    }
}
