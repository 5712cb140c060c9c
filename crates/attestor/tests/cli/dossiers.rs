//! From `init` and `demo` to an assessment: what people see, and what scripts read.

use std::fs;

use serde_json::Value;

use super::run::{attestor, example, folder, json, repository, transcript};

#[test]
fn new_dossier_is_valid_and_says_what_is_missing() {
    let here = folder();
    let made = transcript(here.path(), &["init", "my-app"]);
    let again = transcript(here.path(), &["init", "my-app"]);
    let assessed = transcript(here.path(), &["assess", "my-app", "--on", "2026-11-16"]);
    insta::assert_snapshot!(format!("{made}\n{again}\n{assessed}"));
}

#[test]
fn example_is_assessed_and_its_report_is_whole() {
    let here = folder();
    insta::assert_snapshot!(transcript(here.path(), &["demo", "--no-serve"]));
    let report = fs::read_to_string(here.path().join("attestor-demo/report.html")).unwrap();
    assert!(report.starts_with("<!doctype html>") && report.trim_end().ends_with("</html>"));
    assert!(report.contains("Harborline Notes"));
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let here = folder();
    let dossier = example(here.path());
    let dossier = dossier.to_str().unwrap();
    let run = || {
        attestor(here.path(), &["assess", dossier, "--on", "2026-11-16", "--format", "json"]).stdout
    };
    assert_eq!(run(), run());
    for ending in ["html", "md", "json"] {
        let write = |name: &str| {
            let path = here.path().join(format!("{name}.{ending}"));
            attestor(
                here.path(),
                &["assess", dossier, "--on", "2026-11-16", "--report", path.to_str().unwrap()],
            );
            fs::read(path).unwrap()
        };
        assert_eq!(write("first"), write("second"), "{ending}");
    }
}

#[test]
fn assessment_has_the_fields_that_scripts_read() {
    let here = folder();
    let dossier = example(here.path());
    let found = json(
        here.path(),
        &["assess", dossier.to_str().unwrap(), "--on", "2026-11-16", "--format", "json"],
    );
    assert_eq!(found["outcome"], "not-ready");
    assert_eq!(found["controls"].as_array().unwrap().len(), 79);
    for domain in found["domains"].as_array().unwrap() {
        let (met, applicable) =
            (domain["met"].as_u64().unwrap(), domain["applicable"].as_u64().unwrap());
        let tenths = (domain["percent"].as_f64().unwrap() * 10.0).round();
        assert_eq!(tenths, (met * 1000 / applicable) as f64, "{domain}");
        assert!(domain["passed"].is_boolean());
    }
    let operational = &found["domains"][1];
    assert_eq!(
        (&operational["met"], &operational["applicable"]),
        (&Value::from(56), &Value::from(73))
    );
    for key in ["framework", "dossier"] {
        assert_eq!(found[key]["digest"].as_str().unwrap().len(), 64, "{key}");
    }
    assert_eq!(found["clock"]["days_left"], 23);
}

#[test]
fn digest_of_a_dossier_changes_with_any_file_it_names() {
    let here = folder();
    let dossier = example(here.path());
    let digest = || {
        json(
            here.path(),
            &["assess", dossier.to_str().unwrap(), "--on", "2026-11-16", "--format", "json"],
        )["dossier"]["digest"]
            .clone()
    };
    let before = digest();
    fs::write(dossier.join("not-named.txt"), "x").unwrap();
    assert_eq!(before, digest());
    fs::write(dossier.join("evidence/gdpr.txt"), "changed").unwrap();
    assert_ne!(before, digest());
}

#[test]
fn a_program_of_ones_own_needs_no_code() {
    let here = folder();
    fs::create_dir(here.path().join("app")).unwrap();
    fs::write(here.path().join("app/dossier.yaml"), "dossier: 1\nframework: small-team-baseline\napp: {name: Timesheet, kind: internal-tool}\npublisher_verification: {state: not-applicable, reason: internal}\nconsent: given\nattestation: {submitted_on: 2026-10-01}\nstatements: {keeps-customer-data: no}\n").unwrap();
    fs::write(
        here.path().join("app/scope.yaml"),
        "environments: [{id: live, hosting: own}]\nservices: []\n",
    )
    .unwrap();
    fs::write(here.path().join("app/inventory.csv"), "id,environment,operating_system,function,device_type,location\nbox-1,live,Debian,web,server,office\n").unwrap();
    let program = repository().join("frameworks/small-team-baseline");
    let args = ["assess", "app", "--on", "2026-11-16", "--frameworks", program.to_str().unwrap()];
    insta::assert_snapshot!(
        transcript(here.path(), &args).replace(program.to_str().unwrap(), "PROGRAM")
    );
}

#[test]
fn schema_holds_for_the_files_that_the_program_ships() {
    let output = attestor(folder().path(), &["schema", "dossier"]);
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    let shipped = ["demo", "starter"].map(|name| repository().join("crates/attestor").join(name));
    for file in shipped.iter().flat_map(|folder| fs::read_dir(folder).unwrap()) {
        let name = file.unwrap().file_name().into_string().unwrap();
        if let Some(name) =
            name.strip_suffix(".example").or(Some(&name)).filter(|name| name.ends_with(".yaml"))
        {
            assert!(schema["$defs"][name].is_object(), "{name} has no form in the schema");
        }
    }
}

#[test]
fn help_of_every_command_has_an_example() {
    let here = folder();
    let help = |args: &[&str]| String::from_utf8(attestor(here.path(), args).stdout).unwrap();
    for line in [
        "demo",
        "init",
        "assess",
        "framework check",
        "framework show",
        "page read",
        "page check",
        "permissions check",
        "sample",
        "pentest quote",
        "external check",
        "lifecycle dates",
        "schema",
        "completions",
    ] {
        let mut args: Vec<&str> = line.split_whitespace().collect();
        args.push("--help");
        assert!(help(&args).contains("Example"), "{line}");
    }
}
