use super::*;

fn rule() -> MfaRule {
    let text = include_str!("../../../../../frameworks/mfa/rule.yaml");
    MfaRule::load("mfa/rule.yaml", text).unwrap()
}

const SIGNS: Signs<'_> =
    Signs { succeeded: true, additional: "", requirement: "", issuer: TokenIssuer::AzureAd };

fn step<'a>(method: &'a str, result: &'a str, requirement: &'a str) -> Step<'a> {
    Step { succeeded: true, method, result, requirement }
}

#[test]
fn steps_decide_by_letters() {
    let rule = rule();
    for (step, basis) in [
        (step("x", "", "Multifactor authentication"), MfaBasis::Step),
        (step("x", "", "Multi-factor authentication"), MfaBasis::Step),
        (step("x", "MFA completed in azure ad", ""), MfaBasis::ResultDetail),
        (
            step(
                "x",
                "MFA requirement satisfied by claim provided by external provider",
                "Multifactor authentication",
            ),
            MfaBasis::Federated,
        ),
        (step("FIDO2 Security Key", "", "Primary authentication"), MfaBasis::StrongPrimary),
        (step("Password", "Correct password", "Primary authentication"), MfaBasis::None),
        (step("Custom control", "", "Multifactor authentication"), MfaBasis::None),
    ] {
        let found = rule.sign_in(&SIGNS, [step].into_iter());
        assert_eq!(found, (basis != MfaBasis::None, basis), "{step:?}");
    }
    let failed = Step { succeeded: false, ..step("x", "", "Multifactor authentication") };
    assert_eq!(rule.sign_in(&SIGNS, [failed].into_iter()), (false, MfaBasis::None));
}

#[test]
fn requirement_of_the_sign_in_counts_only_without_steps() {
    let rule = rule();
    let signs = Signs { requirement: "multiFactorAuthentication", ..SIGNS };
    let password = step("Password", "Correct password", "Primary authentication");
    assert_eq!(rule.sign_in(&signs, [].into_iter()), (true, MfaBasis::Inferred));
    assert_eq!(rule.sign_in(&signs, [password].into_iter()), (false, MfaBasis::None));
}

#[test]
fn single_factor_with_an_earlier_claim_counts() {
    let signs = Signs {
        additional: "MFA requirement satisfied by claim in the token",
        requirement: "singleFactorAuthentication",
        ..SIGNS
    };
    assert_eq!(rule().sign_in(&signs, [].into_iter()), (true, MfaBasis::ResultDetail));
}

#[test]
fn failed_sign_ins_never_count() {
    let signs = Signs { succeeded: false, ..SIGNS };
    let strong = step("x", "", "Multifactor authentication");
    assert_eq!(rule().sign_in(&signs, [strong].into_iter()), (false, MfaBasis::Failed));
}

/// Acceptance J7.
#[test]
fn federated_token_without_multipleauthn_does_not_count() {
    let rule = rule();
    let claims = |references: &'static str| {
        rule.claims(None::<std::iter::Empty<&str>>, Some([references].into_iter()))
    };
    let long = "http://schemas.microsoft.com/claims/multipleauthn";
    assert_eq!(claims(long), Some((true, MfaBasis::Federated)));
    assert_eq!(claims("multipleauthn"), Some((true, MfaBasis::Federated)));
    assert_eq!(claims("urn:oasis:names:tc:SAML:1.0:am:password"), Some((false, MfaBasis::Claim)));
    assert_eq!(claims("http://example.org/notmultipleauthn"), Some((false, MfaBasis::Claim)));
    let signs =
        Signs { issuer: TokenIssuer::Federated, requirement: "multiFactorAuthentication", ..SIGNS };
    assert_eq!(rule.sign_in(&signs, [].into_iter()), (false, MfaBasis::None));
}

#[test]
fn amr_counts_as_a_whole_word() {
    let rule = rule();
    let none = || None::<std::iter::Empty<&str>>;
    for (amr, found) in [(vec!["pwd", "mfa"], true), (vec!["pwd", "nomfa"], false), (vec![], false)]
    {
        assert_eq!(rule.claims(Some(amr.into_iter()), none()), Some((found, MfaBasis::Claim)));
    }
    assert_eq!(rule.claims(none(), none()), None);
}

#[test]
fn unknown_keys_and_blank_phrases_are_faults() {
    let text = include_str!("../../../../../frameworks/mfa/rule.yaml");
    let broken = text.replace("federated: true", "federal: true").replace("Passkey\n", "'-'\n");
    assert_eq!(MfaRule::load("rule.yaml", &broken).unwrap_err().len(), 2);
}
