//! Pages that mean harm are kept, shown and do nothing.

use std::fs;

use crate::client::Site;
use crate::crawl::values;

const HARM: &str = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>";

/// A page whose every text is hostile.
fn page() -> String {
    format!(
        "---\ntitle: {HARM}\nms.contentlocale: en-US\ncertification_type: attested\n---\n\
         # <a name=\"x\"></a>{HARM}\n\n<p>Last updated by the developer on: June 1, 2026</p>\n\n\
         * <a href=\"https://appsource.microsoft.com/product/office/WA999999999\">AppSource</a>\n\n\
         ::: zone pivot=\"general\"\n\n## General\n\n|**Information**|**Response**|\n|:---|:---|\n\
         |**App name**|{HARM}|\n|**ID**|WA999999999|\n|**Partner company name**|{HARM}|\n\
         |**URL of partner website**|[x](javascript:alert(1))|\n\
         |**URL of Terms of Use**|[x](data:text/html,{HARM})|\n\
         |**Core functionality of the app**|{HARM}|\n::: zone-end\n"
    )
}

#[test]
fn hostile_texts_and_links_are_inert() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("harm.md"), page()).expect("written");
    let site = Site::of(&[folder.path()]);
    for path in [
        "/en-us/",
        "/en-us/apps",
        "/en-us/apps/WA999999999",
        "/ru-ru/apps/WA999999999",
        "/en-us/publishers",
        "/en-us/apps?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        "/en-us/apps?permission=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ] {
        let html = site.page(path);
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}\n{html}");
        assert!(!html.contains("<svg/onload"), "{path}");
        for href in values(&html, "href") {
            let safe =
                ["/", "#", "http://", "https://"].iter().any(|begin| href.starts_with(begin));
            assert!(safe, "{href} on {path}");
        }
    }
}

#[test]
fn strange_addresses_are_refused_in_words() {
    let site = Site::of_demo();
    for path in [
        "/en-us/apps/..%2F..%2Fetc%2Fpasswd",
        "/en-us/apps/%00",
        "/en-us/apps/%FF%FE",
        "/en-us/apps/WA104381421?version=99999999999999999999",
        "/en-us/apps/WA104381421?version=-1",
        "/assets/..%2F..%2FCargo.toml",
        "/en-us/permissions/%3Cscript%3E",
        "/en-us/publishers/%3Cscript%3E",
        "/en-us/app-ids/%27%20or%201=1",
        "/.git/config",
        "/.env",
    ] {
        let answer = site.get(path);
        assert!((400..500).contains(&answer.status), "{path} gives {}", answer.status);
        assert!(!answer.body.contains("<script>"), "{path}");
    }
}
