use super::*;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

/// Every data file of the repository.
fn repository() -> Vec<SourceFile> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks");
    let mut files = Vec::new();
    walk(&root, "", &mut files);
    files
}

fn walk(root: &std::path::Path, below: &str, files: &mut Vec<SourceFile>) {
    for entry in std::fs::read_dir(root.join(below)).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.file_type().unwrap().is_dir() {
            walk(root, &path, files);
        } else {
            files.push(file(&path, &std::fs::read_to_string(root.join(&path)).unwrap()));
        }
    }
}

fn faults_after(path: &str, change: impl Fn(&str) -> String) -> Vec<String> {
    let mut files = repository();
    let at = files.iter().position(|file| file.path == path).unwrap();
    files[at].text = change(&files[at].text);
    Library::load(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn repository_loads_with_the_published_counts() {
    let library = Library::load(&repository()).unwrap_or_else(|faults| {
        panic!("{}", faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    });
    let program = library.framework("m365-certification").unwrap();
    assert_eq!(program.controls().count(), 79);
    let counts: Vec<usize> = ["iso27001-2013", "iso27001-2022"]
        .iter()
        .map(|id| library.catalogs[&Id::parse(id).unwrap()].items.len())
        .collect();
    assert_eq!(counts, [114, 93]);
}

#[test]
fn digest_changes_with_any_byte_and_not_with_order() {
    let files = repository();
    let digest = |files: &[SourceFile]| {
        Library::load(files).unwrap().framework("m365-certification").unwrap().digest
    };
    let mut turned = files.clone();
    turned.reverse();
    assert_eq!(digest(&files), digest(&turned));
    let mut edited = files.clone();
    let at = edited.iter().position(|file| file.path == "m365-certification/edition.yaml").unwrap();
    edited[at].text.push('\n');
    assert_ne!(digest(&files), digest(&edited));
}

#[test]
fn each_kind_of_damage_is_named_with_file_and_line() {
    let row = |path: &str, from: &str, to: &str, expected: &str| {
        let found = faults_after(&format!("m365-certification/{path}"), |text| {
            assert!(text.contains(from), "{path} has no `{from}`");
            text.replacen(from, to, 1)
        });
        assert!(found.iter().any(|fault| fault.contains(expected)), "{expected}: {found:#?}");
        assert!(found.iter().all(|fault| fault.contains(".yaml")), "{found:#?}");
    };
    row(
        "edition.yaml",
        "title: Microsoft",
        "titel: Microsoft",
        "unknown key `titel`; did you mean `title`?",
    );
    row(
        "edition.yaml",
        "pass_mark_percent: 80",
        "pass_mark_percent: 101",
        "`101` is not a whole number from 0 to 100",
    );
    row("sampling.yaml", "from: 6, to: 10", "from: 7, to: 10", "no row covers 6");
    row("sampling.yaml", "from: 6, to: 10", "from: 5, to: 10", "two rows cover 5");
    row(
        "sampling.yaml",
        "strata: [operating-system, function, device-type, location]",
        "strata: []",
        "the list is empty",
    );
    row(
        "controls/gdpr.yaml",
        "id: DAT-GDP-02",
        "id: DAT-GDP-01",
        "control `DAT-GDP-01` stands twice",
    );
    row(
        "controls/gdpr.yaml",
        "applies_if: [eu-personal-data]",
        "applies_if: [eu-data]",
        "there is no condition `eu-data`",
    );
    row("controls/gdpr.yaml", "points: 2", "points: 4", "`4` is not a whole number from 1 to 3");
    row(
        "controls/gdpr.yaml",
        "      refs_basis: proposed\n",
        "",
        "the key `refs_basis` is missing",
    );
    row("controls/gdpr.yaml", "A.5.34", "A.5.94", "there is no item `A.5.94`");
    row(
        "controls/gdpr.yaml",
        "    iaas: {duty: applies, basis: inferred}\n",
        "",
        "has no duty on the hosting type `iaas`",
    );
    row(
        "scoring.yaml",
        "OPS-RSK-03",
        "OPS-RSK-30",
        "there is no control `OPS-RSK-30`; did you mean",
    );
    row("windows.yaml", "id: evidence-age", "id: evidence-aeg", "did you mean `evidence-age`?");
    row(
        "pentest.yaml",
        "from_days: 8, to_days: 30, percent: 25",
        "from_days: 9, to_days: 30, percent: 25",
        "no row covers 8",
    );
}

#[test]
fn missing_and_unknown_files_are_faults() {
    let files: Vec<SourceFile> = repository()
        .into_iter()
        .filter(|file| !file.path.ends_with("m365-certification/windows.yaml"))
        .collect();
    let mut with_stray = files;
    with_stray.push(file("m365-certification/notes.yaml", "a: 1\n"));
    let found = Library::load(&with_stray).unwrap_err();
    let lines: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(
        lines.iter().any(|line| line == "m365-certification/windows.yaml: the file is missing"),
        "{lines:?}"
    );
    assert!(
        lines.iter().any(|line| line.starts_with("m365-certification/notes.yaml: no part")),
        "{lines:?}"
    );
}
