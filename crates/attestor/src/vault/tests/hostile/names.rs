//! Names that deceive, and kinds that are not taken whatever is in them.

use super::*;

pub(super) fn all() -> Vec<Hostile> {
    let long = format!("{}.txt", "a".repeat(197));
    let names = [
        "../../etc/cron.d/job.txt",
        "..\\..\\boot.txt",
        "/etc/passwd.txt",
        "C:\\Windows\\a.txt",
        "a/b.txt",
        "",
        "   ",
        ".",
        "..",
        "report.txt.",
        "a\u{0}.txt",
        "a\r\nSet-Cookie: b.txt",
        "a\u{1b}[2J.txt",
        "a\u{7f}.txt",
        "invoice\u{202e}fdp.txt",
        "a\u{2066}b.txt",
        "a\u{200b}b.txt",
        "a\u{200f}b.txt",
        "a\u{feff}b.txt",
        "a\u{2028}b.txt",
        "a\u{e0041}b.txt",
        "a\u{85}b.txt",
        long.as_str(),
    ];
    let endings = [
        "exe", "dll", "com", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "msi", "scr",
        "lnk", "jar", "sh", "py", "php", "pl", "svg", "svgz", "doc", "xls", "ppt", "docm", "xlsm",
        "pptm", "dotm", "xlsb", "rtf", "rar", "7z", "gz", "tar", "iso", "apk", "dmg", "deb", "swf",
        "mht", "xhtml", "url", "desktop", "htaccess", "chm", "xll", "iqy", "one", "tiff", "mp4",
    ];
    let named = names.iter().map(|name| hostile(name, "words", "upload_name"));
    let ended = endings
        .iter()
        .map(|ending| hostile(&format!("report.pdf.{ending}"), "words", "upload_kind_not_allowed"));
    named.chain(ended).collect()
}
