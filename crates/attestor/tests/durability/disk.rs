//! A disk that can run full.

use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// A small file system of its own; it goes with the value.
#[derive(Debug)]
pub struct Disk(pub PathBuf);

impl Disk {
    /// `None` where this user may not make one.
    pub fn of(kilobytes: u32, at: PathBuf) -> Option<Self> {
        std::fs::create_dir(&at).expect("made");
        let size = format!("size={kilobytes}k");
        let mut mount = Command::new("mount");
        let made = mount.args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&at).output();
        made.is_ok_and(|output| output.status.success()).then_some(Self(at))
    }

    /// Room that somebody can make later.
    pub fn reserve(&self) -> PathBuf {
        let path = self.0.join("reserve");
        std::fs::write(&path, vec![0; 4 << 20]).expect("written");
        path
    }

    /// Leaves no byte.
    pub fn fill(&self) -> PathBuf {
        let path = self.0.join("filler");
        let mut file = File::create(&path).expect("a file");
        while file.write_all(&[0; 4096]).is_ok() {}
        path
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
    }
}
