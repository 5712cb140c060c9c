//! The same on both databases: somebody with all rights changes what is kept by SQL.

use crate::store::gate::Value;
use crate::store::suite::builder::page;
use crate::store::suite::server::Server;

use super::*;

/// Does the same on SQLite and, where it is installed, on PostgreSQL.
fn everywhere(test: impl Fn(&Kept)) {
    test(&Kept::new());
    let Some(server) = Server::shared() else { return };
    test(&Kept::at(Some(Place::Url(server.database("fsck")))));
}

impl Kept {
    fn change(&self, sql: &'static str, values: &[Value<'_>]) {
        let changed = self.waiting.on(self.desk.store().run(sql, values)).expect("run");
        assert_ne!(changed, 0, "{sql}");
    }

    /// Makes the chain of the record sound again, as somebody who knows how it is made can.
    fn chain_anew(&self) {
        let store = self.desk.store();
        let mut previous = String::new();
        for mut entry in self.waiting.on(store.entries_after(0, 100_000)).expect("read") {
            entry.previous.clone_from(&previous);
            previous = entry.expected_digest().to_string();
            let values = [entry.entry_id.into(), (&entry.previous).into(), (&previous).into()];
            let sql = "update record set previous = $2, digest = $3 where entry_id = $1";
            self.change(sql, &values);
        }
    }
}

#[test]
fn what_nobody_touched_is_whole() {
    everywhere(|kept| {
        let checked = kept.check(Depth::Whole);
        assert_eq!((checked.first_break, checked.files, checked.decisions), (None, 31, 1));
        assert_eq!(checked.warnings, Vec::<String>::new());
    });
}

#[test]
fn a_changed_row_of_the_catalogs_journal_is_named() {
    everywhere(|kept| {
        let pages = ["A", "B", "C"].map(|app| page(app, "words"));
        let at = kept.desk.clock().now();
        kept.waiting.on(kept.desk.store().put_pages(&pages, at)).expect("put");
        assert_eq!(kept.check(Depth::Quick).journal, 3);
        kept.run("update journal set app_id = 'D' where journal_id = 2");
        let (part, at, what) = kept.found();
        assert_eq!((part, at.as_str()), ("journal", "row 2"));
        assert!(what.contains("is not what the rows before ask for"), "{what}");
    });
}

#[test]
fn a_row_that_was_taken_out_of_the_journal_is_named() {
    everywhere(|kept| {
        let pages = ["A", "B", "C"].map(|app| page(app, "words"));
        let at = kept.desk.clock().now();
        kept.waiting.on(kept.desk.store().put_pages(&pages, at)).expect("put");
        kept.run("delete from journal where journal_id = 2");
        let (part, at, what) = kept.found();
        assert_eq!((part, at.as_str()), ("journal", "row 2"));
        assert!(what.starts_with("its `number`"), "{what}");
    });
}

#[test]
fn a_changed_act_is_named_by_its_digest() {
    everywhere(|kept| {
        let sql = "update record set content = replace(content, '2026-', '2025-')
            where kind = 'take_dossier'";
        kept.run(sql);
        let (part, _, what) = kept.found();
        assert_eq!((part, what.as_str()), ("record", "its digest is not that of what it says"));
    });
}

#[test]
fn a_changed_act_in_a_chain_made_anew_is_named_by_the_decision_that_comes_out() {
    everywhere(|kept| {
        let sql = "update record set content = replace(content, '\"firm\":\"', '\"firm\":\"Other ')
            where kind = 'take_dossier'";
        kept.run(sql);
        kept.chain_anew();
        let (part, at, what) = kept.found();
        assert_eq!((part, &at), ("decision", &kept.case.id), "{what}");
        assert!(what.starts_with("worked out again, another one comes out: "), "{what}");
    });
}

#[test]
fn a_removed_entry_of_the_record_is_named() {
    everywhere(|kept| {
        kept.run("delete from record where entry_id = 20");
        let (part, at, what) = kept.found();
        assert_eq!((part, at.as_str(), what.as_str()), ("record", "entry 20", "it is missing"));
    });
}

#[test]
fn swapped_digests_of_two_files_are_named() {
    everywhere(|kept| {
        let mut files: Vec<_> = kept.case.files.values().collect();
        files.sort_by_key(|it| it.digest);
        let first = files[0];
        let other = files.iter().find(|it| it.size_bytes != first.size_bytes).expect("another");
        let [a, b] = [first.digest, other.digest].map(|it| it.to_string());
        let sql = "update evidence_file set file_digest = $2 where file_digest = $1";
        for (from, to) in
            [(a.as_str(), "between"), (b.as_str(), a.as_str()), ("between", b.as_str())]
        {
            kept.change(sql, &[from.into(), to.into()]);
        }
        let (part, at, what) = kept.found();
        assert_eq!((part, at), ("file", format!("{}/{a}", kept.case.organization)));
        let said = format!("its row says {} bytes", other.size_bytes);
        assert!(what.starts_with(&said), "{what}");
    });
}

#[test]
fn a_file_without_a_row_is_named() {
    everywhere(|kept| {
        let digest = kept.case.files.values().next().expect("a file").digest.to_string();
        kept.change("delete from evidence_file where file_digest = $1", &[(&digest).into()]);
        let (part, at, what) = kept.found();
        assert_eq!((part, at), ("file", format!("{}/{digest}", kept.case.organization)));
        assert!(what.starts_with("it has no row"), "{what}");
    });
}
