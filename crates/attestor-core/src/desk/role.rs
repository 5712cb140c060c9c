//! Who may do what: roles, the organizations they belong to, and one function that says yes.
//!
//! Everything is denied that [`grants`] does not name.

use crate::word::words;

words! {
    /// What somebody is for an organization.
    pub enum Role {
        /// Offers apps and hands in cases.
        Publisher = "publisher",
        /// Reviews evidence and decides.
        Analyst = "analyst",
        /// An analyst who also distributes work and takes certificates back.
        LeadAnalyst = "lead_analyst",
        /// Runs the program: people, organizations, editions.
        ProgramOwner = "program_owner",
        /// Sees everything and changes nothing.
        Auditor = "auditor",
        /// Manages the people of a customer; has no part in cases.
        CustomerAdmin = "customer_admin",
    }
}

words! {
    /// What an organization is to the program.
    pub enum OrganizationKind {
        /// Offers apps.
        Publisher = "publisher",
        /// Certifies.
        CertificationBody = "certification_body",
        /// Uses apps.
        Customer = "customer",
    }
}

words! {
    /// Something that a role may or may not do.
    pub enum Right {
        /// See a case and what was handed in for it.
        CaseRead = "case_read",
        /// Open a case, hand in evidence and answers.
        CaseHandIn = "case_hand_in",
        /// Judge evidence, ask back.
        CaseReview = "case_review",
        /// Distribute cases, extend them, end them.
        CaseLead = "case_lead",
        /// Decide a case.
        CaseDecide = "case_decide",
        /// Take a certificate back.
        CaseRevoke = "case_revoke",
        /// Read and write notes that publishers never see.
        InternalNotes = "internal_notes",
        /// See pass marks and scores that an edition hides.
        ScoresRead = "scores_read",
        /// Read the record of the desk.
        RecordRead = "record_read",
        /// Manage the members of the own organization.
        PeopleOwn = "people_own",
        /// Manage the members of every organization.
        PeopleAll = "people_all",
        /// Make organizations.
        Organizations = "organizations",
        /// Make and end own access tokens.
        TokensOwn = "tokens_own",
        /// Change the program: settings, editions.
        ProgramEdit = "program_edit",
        /// See the report on multifactor authentication.
        MfaRead = "mfa_read",
        /// Publish what the own organization is certified for, and decide who reads its documents.
        OfferingsPublish = "offerings_publish",
        /// Declare systems and the services of providers that they stand on.
        SystemsEdit = "systems_edit",
    }
}

/// How the organization that something belongs to stands to the organization of who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is the same one.
    Own,
    /// It is another one.
    Other,
    /// No organization is named: a list, or something new. What is shown or made there is the
    /// own organization's where the role holds the right only for that.
    None,
}

impl Role {
    /// The kind of organization that has this role.
    #[must_use]
    pub const fn organization_kind(self) -> OrganizationKind {
        match self {
            Self::Publisher => OrganizationKind::Publisher,
            Self::Analyst | Self::LeadAnalyst | Self::ProgramOwner | Self::Auditor => {
                OrganizationKind::CertificationBody
            }
            Self::CustomerAdmin => OrganizationKind::Customer,
        }
    }

    /// Whether it is a role of the certification body. Nobody acts in one without a second factor.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        matches!(self.organization_kind(), OrganizationKind::CertificationBody)
    }

    /// Whether who has this role may give another person that one, or end it. Only a program owner
    /// makes program owners, so that nobody gets above themselves.
    #[must_use]
    pub const fn may_give(self, role: Self) -> bool {
        match self {
            Self::ProgramOwner => true,
            Self::LeadAnalyst => {
                matches!(role, Self::Analyst | Self::LeadAnalyst | Self::Auditor)
            }
            Self::Publisher => matches!(role, Self::Publisher),
            Self::CustomerAdmin => matches!(role, Self::CustomerAdmin),
            Self::Analyst | Self::Auditor => false,
        }
    }
}

impl OrganizationKind {
    /// The roles that an organization of this kind has, in the order of [`Role::ALL`].
    pub fn roles(self) -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(move |role| role.organization_kind() == self)
    }
}

/// Where a role holds a right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Nowhere.
    Nowhere,
    /// For what belongs to the own organization.
    Own,
    /// For what belongs to any organization.
    Everywhere,
}

/// Whether a role holds a right over something of an organization in this relation.
#[must_use]
pub const fn grants(role: Role, right: Right, relation: Relation) -> bool {
    match (reach(role, right), relation) {
        (Reach::Nowhere, _) | (Reach::Own, Relation::Other) => false,
        (Reach::Own, Relation::Own | Relation::None) | (Reach::Everywhere, _) => true,
    }
}

const fn reach(role: Role, right: Right) -> Reach {
    match role {
        Role::Publisher => publisher(right),
        Role::Analyst => analyst(right),
        Role::LeadAnalyst => lead_analyst(right),
        Role::ProgramOwner => program_owner(right),
        Role::Auditor => auditor(right),
        Role::CustomerAdmin => customer_admin(right),
    }
}

const fn publisher(right: Right) -> Reach {
    match right {
        Right::CaseRead
        | Right::CaseHandIn
        | Right::PeopleOwn
        | Right::TokensOwn
        | Right::MfaRead
        | Right::OfferingsPublish
        | Right::SystemsEdit => Reach::Own,
        Right::CaseReview
        | Right::CaseLead
        | Right::CaseDecide
        | Right::CaseRevoke
        | Right::InternalNotes
        | Right::ScoresRead
        | Right::RecordRead
        | Right::PeopleAll
        | Right::Organizations
        | Right::ProgramEdit => Reach::Nowhere,
    }
}

const fn analyst(right: Right) -> Reach {
    match right {
        Right::CaseRead
        | Right::CaseReview
        | Right::CaseDecide
        | Right::InternalNotes
        | Right::ScoresRead => Reach::Everywhere,
        Right::TokensOwn => Reach::Own,
        Right::CaseHandIn
        | Right::CaseLead
        | Right::CaseRevoke
        | Right::RecordRead
        | Right::PeopleOwn
        | Right::PeopleAll
        | Right::Organizations
        | Right::ProgramEdit
        | Right::MfaRead
        | Right::OfferingsPublish
        | Right::SystemsEdit => Reach::Nowhere,
    }
}

const fn lead_analyst(right: Right) -> Reach {
    match right {
        Right::CaseLead | Right::CaseRevoke | Right::RecordRead => Reach::Everywhere,
        Right::PeopleOwn => Reach::Own,
        other => analyst(other),
    }
}

const fn program_owner(right: Right) -> Reach {
    match right {
        Right::Organizations | Right::PeopleAll | Right::ProgramEdit | Right::MfaRead => {
            Reach::Everywhere
        }
        other => lead_analyst(other),
    }
}

const fn auditor(right: Right) -> Reach {
    match right {
        Right::CaseRead
        | Right::InternalNotes
        | Right::ScoresRead
        | Right::RecordRead
        | Right::MfaRead => Reach::Everywhere,
        Right::TokensOwn => Reach::Own,
        Right::CaseHandIn
        | Right::CaseReview
        | Right::CaseLead
        | Right::CaseDecide
        | Right::CaseRevoke
        | Right::PeopleOwn
        | Right::PeopleAll
        | Right::Organizations
        | Right::ProgramEdit
        | Right::OfferingsPublish
        | Right::SystemsEdit => Reach::Nowhere,
    }
}

const fn customer_admin(right: Right) -> Reach {
    match right {
        Right::PeopleOwn | Right::TokensOwn | Right::MfaRead | Right::SystemsEdit => Reach::Own,
        Right::CaseRead
        | Right::CaseHandIn
        | Right::CaseReview
        | Right::CaseLead
        | Right::CaseDecide
        | Right::CaseRevoke
        | Right::InternalNotes
        | Right::ScoresRead
        | Right::RecordRead
        | Right::PeopleAll
        | Right::Organizations
        | Right::ProgramEdit
        | Right::OfferingsPublish => Reach::Nowhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row a right; `-` nowhere, `o` own organization, `x` everywhere; columns as `Role::ALL`.
    const TABLE: &str = "\
case_read      o x x x x -
case_hand_in   o - - - - -
case_review    - x x x - -
case_lead      - - x x - -
case_decide    - x x x - -
case_revoke    - - x x - -
internal_notes - x x x x -
scores_read    - x x x x -
record_read    - - x x x -
people_own     o - o o - o
people_all     - - - x - -
organizations  - - - x - -
tokens_own     o o o o o o
program_edit   - - - x - -
mfa_read       o - - x x o
offerings_publish o - - - - -
systems_edit   o - - - - o
";

    #[test]
    fn rights_are_those_of_the_table() {
        assert_eq!(TABLE.lines().count(), Right::ALL.len());
        for (line, &right) in TABLE.lines().zip(Right::ALL) {
            let mut cells = line.split_whitespace();
            assert_eq!(cells.next(), Some(right.as_str()));
            for (cell, &role) in cells.by_ref().zip(Role::ALL) {
                let wanted = match cell {
                    "x" => (true, true, true),
                    "o" => (true, false, true),
                    _ => (false, false, false),
                };
                let given = |relation| grants(role, right, relation);
                let given = (given(Relation::Own), given(Relation::Other), given(Relation::None));
                assert_eq!(given, wanted, "{role} {right}");
            }
        }
    }

    #[test]
    fn an_auditor_changes_nothing_but_own_tokens() {
        let changing = Right::ALL.iter().filter(|right| {
            !matches!(
                right,
                Right::CaseRead
                    | Right::InternalNotes
                    | Right::ScoresRead
                    | Right::RecordRead
                    | Right::TokensOwn
                    | Right::MfaRead
            )
        });
        for &right in changing {
            assert!(!grants(Role::Auditor, right, Relation::Own), "{right}");
        }
    }

    #[test]
    fn roles_belong_to_one_kind_of_organization() {
        let of = |kind: OrganizationKind| kind.roles().map(Role::as_str).collect::<Vec<_>>();
        assert_eq!(of(OrganizationKind::Publisher), ["publisher"]);
        assert_eq!(of(OrganizationKind::Customer), ["customer_admin"]);
        let staff = of(OrganizationKind::CertificationBody);
        assert_eq!(staff, ["analyst", "lead_analyst", "program_owner", "auditor"]);
        assert!(Role::ALL.iter().all(|role| role.is_staff() == staff.contains(&role.as_str())));
    }

    #[test]
    fn nobody_gives_more_than_they_have() {
        for &role in Role::ALL {
            let given = Role::ALL.iter().filter(|&&other| role.may_give(other)).count();
            let wanted = match role {
                Role::ProgramOwner => 6,
                Role::LeadAnalyst => 3,
                Role::Publisher | Role::CustomerAdmin => 1,
                Role::Analyst | Role::Auditor => 0,
            };
            assert_eq!(given, wanted, "{role}");
            assert!(role == Role::ProgramOwner || !role.may_give(Role::ProgramOwner));
        }
    }
}
