//! A certification program as data: loaded strictly, checked as a whole, named by its digest.
//!
//! Read [`control`] and [`condition`] first, then [`scoring`] and [`hard_fail`]; [`load`] puts the
//! files together and [`check`] finds what does not fit. Nothing here is specific to one program:
//! another program is another folder in the same form.

mod bounds;
mod catalog;
mod change;
mod check;
mod condition;
mod control;
mod edition;
mod external;
mod handed_in;
mod hard_fail;
mod load;
mod pentest;
mod sampling;
mod scoring;
mod window;

pub use bounds::{Bounds, Table};
pub use catalog::{Catalog, CatalogItem, Crosswalk};
pub use change::{ChangeRule, NoticeDuty};
pub use condition::{Condition, Expression, Fact, Statement};
pub use control::{
    AutomationLevel, Bound, Control, Coverage, Duty, ExternalCover, FactCheck, Family, Gap, Part,
    Rule, Weight,
};
pub use edition::{Domain, Duties, Edition, HostingType, Named, Visibility};
pub use external::{AgeFrom, AgeRule, Claim, ExternalEdition, ExternalFramework, LimitRule};
pub use handed_in::{DocumentRule, EvidenceKind, EvidenceRules, FormRule};
pub use hard_fail::{HardFail, Trigger};
pub use load::{Framework, Library, SourceFile};
pub use pentest::{FailingClass, FeeRow, FirmDate, PentestRules, Severity};
pub use sampling::{Enlarge, Sampling, SamplingRow, StratumKey};
pub use scoring::{ExtraCredit, Group, Scoring};
pub use window::{Compare, Guideline, Window, WindowId, Windows};
