use super::*;
use crate::trust::inherit::Why;

fn layer<'a>(service: &'a Id, share: Share, why: Why) -> Layer<'a> {
    let (portal, provider, certificate) = (Some("fabrikam"), None, None);
    Layer { portal, service, cloud: service, provider, certificate, share, why }
}

fn standing<'a>(control: &'a Id, share: Share, layers: Vec<Layer<'a>>) -> Standing<'a> {
    Standing { control, share, own: None, layers }
}

#[test]
fn what_is_written_is_read_again_and_nothing_else() {
    let mut content = Content::default();
    let (service, cloud) = (Id::made("tidewater"), Id::made("public"));
    content.uses.push(Used { organization: "fabrikam".to_owned(), service, cloud });
    content.set_own(&Id::made("soc2"), &Id::made("CC1.1"), " A text. ");
    content.kept.insert(Id::made("soc2"), Kept::from([(Id::made("CC1.1"), Share::Shared)]));
    assert_eq!(Content::read(&content.write()), Ok(content.clone()));
    assert_eq!(content.own[0].text, "A text.");
    content.set_own(&Id::made("soc2"), &Id::made("CC1.1"), "");
    assert!(content.own.is_empty());
    assert_eq!(Content::read("{}"), Ok(Content::default()));
    for json in [
        "",
        "7",
        "{\"use\": []}",
        "{\"uses\": [{\"organization\": \"a\", \"service\": \"two words\", \"cloud\": \"b\"}]}",
        "{\"kept\": {\"soc2\": {\"CC1.1\": \"perhaps\"}}}",
    ] {
        assert!(matches!(Content::read(json), Err(ContentFault::Unreadable(_))), "{json}");
    }
}

#[test]
fn bounds_hold_and_nothing_stands_twice() {
    let used = |number: usize| Used {
        organization: "fabrikam".to_owned(),
        service: Id::made(&format!("s{number}")),
        cloud: Id::made("public"),
    };
    let mut content = Content { uses: (0..MAX_USES).map(used).collect(), ..Content::default() };
    assert_eq!(content.check(), Ok(()));
    content.uses.push(used(MAX_USES));
    assert_eq!(content.check(), Err(ContentFault::TooManyUses));
    content.uses = vec![used(1), used(1)];
    assert_eq!(content.check(), Err(ContentFault::UsedTwice(used(1))));
    content.uses.clear();
    let (framework, control) = (Id::made("soc2"), Id::made("CC1.1"));
    content.set_own(&framework, &control, &"x".repeat(MAX_TEXT));
    assert_eq!(content.check(), Ok(()));
    content.set_own(&framework, &control, &"x".repeat(MAX_TEXT + 1));
    assert_eq!(content.check(), Err(ContentFault::TextLength(control)));
}

#[test]
fn what_was_given_and_is_not_any_more_is_told_once_with_its_reasons() {
    let ids = ["A.1", "A.2", "A.3", "A.4"].map(Id::made);
    let (one, two) = (Id::made("tidewater"), Id::made("lantern"));
    let before = Kept::from([
        (ids[0].clone(), Share::Inherited),
        (ids[1].clone(), Share::Shared),
        (ids[2].clone(), Share::Shared),
    ]);
    let over = layer(&one, Share::NeedsReview, Why::CertificateExpired);
    let gone = layer(&one, Share::Customer, Why::NotCovered);
    let good = layer(&two, Share::Shared, Why::BothDo);
    let after = [
        standing(&ids[0], Share::NeedsReview, vec![over, good]),
        standing(&ids[1], Share::Customer, vec![gone]),
        standing(&ids[2], Share::Shared, vec![good]),
        standing(&ids[3], Share::NeedsReview, vec![over]),
    ];
    let found = flips(&before, &after);
    assert_eq!(found.len(), 2, "the last one was never given");
    assert_eq!((found[0].was, &found[0].reasons), (Share::Inherited, &vec![over]));
    assert_eq!((found[1].control, found[1].reasons[0].why), (&ids[1], Why::NotCovered));
    let kept = kept_after(&before, &after);
    assert!(flips(&kept, &after).is_empty(), "told once");
    assert_eq!(kept.get(&ids[1]), Some(&Share::NeedsReview));
    assert_eq!(kept.get(&ids[3]), None);
    let mut shown = after.clone();
    seen(&kept, &mut shown);
    assert_eq!(shown[1].share, Share::NeedsReview, "nobody looked at it yet");
    let good = [standing(&ids[0], Share::Shared, vec![good])];
    assert_eq!(kept_after(&kept, &good), given(&good), "what comes back is given again");
}
