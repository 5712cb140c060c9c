//! Mails over a real connection to a server that takes them.

use std::sync::{Arc, Mutex};

use attestor_core::desk::role::{OrganizationKind, Role};
use attestor_core::instant::Instant;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

use super::{Mail, Writing};
use crate::actions::trust::Portals;
use crate::actions::trust::notices::{Notice, NoticeKind, tell_account};
use crate::clock::Clock;
use crate::people::People;
use crate::people::demo::DemoOrganization;
use crate::phrases::Phrasebook;
use crate::runtime::Waiting;
use crate::store::suite::server::Server;
use crate::store::{Missing, Place, Store};

/// What a server was sent, whether it takes anything, and whether it keeps its answer to a mail back.
#[derive(Default)]
pub(crate) struct Taken {
    pub(crate) mails: Mutex<Vec<String>>,
    pub(crate) is_closed: Mutex<bool>,
    pub(crate) is_held: Mutex<bool>,
    /// Told when a mail is held.
    pub(crate) came: Notify,
    /// Told when the answer to a held mail may go.
    pub(crate) go_on: Notify,
}

/// A server that takes mails; gives its URL.
pub(crate) async fn server(taken: Arc<Taken>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("smtp://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            // A connection that breaks off is the client's business.
            let _ = talk(stream, &taken).await;
        }
    });
    url
}

async fn talk(stream: TcpStream, taken: &Taken) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let closed = *taken.is_closed.lock().expect("a lock");
        let answer = match word.as_str() {
            "MAIL" if closed => "451 later\r\n",
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut mail = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    mail.push_str(&line);
                    mail.push('\n');
                }
                taken.mails.lock().expect("a lock").push(mail);
                let is_held = *taken.is_held.lock().expect("a lock");
                if is_held {
                    taken.came.notify_one();
                    taken.go_on.notified().await;
                }
                "250 taken\r\n"
            }
            "QUIT" => "221 bye\r\n",
            _ => "250 good\r\n",
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

pub(crate) fn notice(key: &str) -> Notice {
    Notice {
        kind: NoticeKind::RequestGranted,
        key: key.to_owned(),
        organization: "fabrikam".to_owned(),
        item_kind: "report".to_owned(),
        item: "audit".to_owned(),
        words: vec![("organization", "Fabrikam".to_owned()), ("item", "Audit 2026".to_owned())],
    }
}

async fn are_mailed_once(place: &Place) {
    let store = Store::open(place, Missing::Made).await.expect("a store");
    let clock = Clock::at(Instant::parse("2026-11-22T09:00:00Z").expect("an instant"));
    let people = People::new(store.clone(), clock.clone());
    let organization = DemoOrganization {
        id: "fabrikam",
        name: "Fabrikam",
        kind: OrganizationKind::Publisher,
        members: vec![("reader", "Rita Reader", Role::Publisher)],
    };
    assert!(people.add_demo(&[organization]).await.expect("an organization"));
    let portals = Portals::new(store, clock.clone()).expect("portals");
    let tell = async |key: &str| {
        let mut work = portals.store().begin().await.expect("begun");
        let told =
            tell_account(&mut work, "reader", &notice(key), clock.now()).await.expect("told");
        work.commit().await.expect("kept");
        told
    };
    assert!(tell("one").await && tell("two").await);
    assert!(!tell("one").await, "nobody is told twice under one key");
    let taken = Arc::new(Taken::default());
    let url = server(Arc::clone(&taken)).await;
    let mail = Mail::new(&url, "Attestor <attestor@example.org>").expect("a way");
    let book = Phrasebook::load().expect("words");
    let writing =
        Writing { mail: &mail, phrasebook: &book, public_url: "https://desk.example.org" };
    let never = || false;
    *taken.is_closed.lock().expect("a lock") = true;
    assert_eq!(portals.mail_notices(writing, never).await.expect("tried"), 0);
    *taken.is_closed.lock().expect("a lock") = false;
    assert_eq!(portals.mail_notices(writing, never).await.expect("sent"), 1, "it is tried again");
    assert_eq!(
        portals.mail_notices(writing, never).await.expect("sent"),
        0,
        "and never sent twice"
    );
    {
        let mails = taken.mails.lock().expect("a lock");
        assert_eq!(mails.len(), 1, "one mail for both notices");
        assert!(mails[0].contains("Subject: Attestor: 2 new notices"), "{}", mails[0]);
        assert!(mails[0].contains("https://desk.example.org/watching"), "{}", mails[0]);
    }
    portals.store().set_takes_mail("reader", false).await.expect("set");
    assert!(tell("unwanted").await);
    assert_eq!(portals.mail_notices(writing, never).await.expect("none"), 0, "no mail is wanted");
    portals.store().set_takes_mail("reader", true).await.expect("set");
    assert_eq!(portals.mail_notices(writing, never).await.expect("sent"), 1, "and now it is");
    assert!(tell("three").await);
    clock.advance_days(8);
    assert_eq!(portals.mail_notices(writing, never).await.expect("sent"), 0, "it is too old");
    portals.store().close().await;
}

#[test]
fn notices_are_mailed_once() {
    let waiting = Waiting::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    waiting.on(are_mailed_once(&Place::Folder(folder.path().to_owned())));
    let Some(server) = Server::shared() else { return };
    waiting.on(are_mailed_once(&Place::Url(server.database("mail"))));
}

#[test]
fn an_address_that_is_none_is_told_without_its_secret() {
    for (url, from) in [("smtp//x:geheim@y", "a@example.org"), ("smtps://u:geheim@host", "nobody")]
    {
        let Err(stop) = Mail::new(url, from) else { panic!("{url} is none") };
        assert!(!format!("{stop:?}").contains("geheim"));
    }
}
