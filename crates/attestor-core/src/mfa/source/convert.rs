//! From the forms of records to events.

use std::borrow::Cow;

use super::record::{Envelope, PartnerRequest, Request, SignIn};
use super::value::{Code, Text};
use super::{Reason, SourceKind};
use crate::mfa::event::{AuthType, CaStatus, Channel, Event, MfaBasis, TokenIssuer};
use crate::mfa::key::Key;
use crate::mfa::moment::{self, NoTime};
use crate::mfa::rule::{MfaRule, Signs};

/// What a record says about itself beside its fields.
#[derive(Clone, Copy)]
pub(super) struct Frame<'r> {
    pub(super) kind: SourceKind,
    pub(super) rule: &'r MfaRule,
    /// The record as it stands there, to make an id of.
    pub(super) bytes: &'r [u8],
}

impl Frame<'_> {
    fn request_id(&self, text: &Text<'_>) -> Key {
        Key::of(&text.0).unwrap_or_else(|| Key::digest(self.bytes))
    }
}

/// A sign-in of Microsoft Graph, or a row of Log Analytics.
pub(super) fn sign_in<'a>(record: SignIn<'a>, frame: Frame<'_>) -> Result<Event<'a>, Reason> {
    let category = category(&record)?;
    let code = match first(&record.status.0.error_code, &record.result)? {
        Some(code) => code,
        None => return Err(Reason::Missing("status.errorCode")),
    };
    from_sign_in(record, category, code, frame)
}

/// A sign-in in the envelope of Azure Monitor.
pub(super) fn envelope<'a>(record: Envelope<'a>, frame: Frame<'_>) -> Result<Event<'a>, Reason> {
    let category = Category::read(record.category.trimmed());
    if category == Category::Foreign {
        return Err(Reason::NotASignIn(short(record.category.trimmed())));
    }
    let Some(mut inner) = record.properties else { return Err(Reason::Missing("properties")) };
    let code = match first(&inner.status.0.error_code, &record.result)? {
        Some(code) => code,
        None => return Err(Reason::Missing("resultType")),
    };
    let or = |own: &mut Text<'a>, other: Text<'a>| {
        if own.trimmed().is_empty() {
            *own = other;
        }
    };
    or(&mut inner.created, record.time);
    or(&mut inner.correlation_id, record.correlation_id);
    or(&mut inner.ip, record.ip);
    or(&mut inner.directory, record.directory);
    from_sign_in(inner, category, code, frame)
}

fn from_sign_in<'a>(
    record: SignIn<'a>,
    category: Category,
    error_code: i64,
    frame: Frame<'_>,
) -> Result<Event<'a>, Reason> {
    let when =
        if record.created.trimmed().is_empty() { &record.generated } else { &record.created };
    let issuer = TokenIssuer::read(record.issuer.trimmed());
    let signs = Signs {
        succeeded: error_code == 0,
        additional: &record.status.0.additional.0,
        requirement: &record.requirement.0,
        issuer,
    };
    let steps = record.steps.0.iter().map(|step| step.as_step());
    let (mfa, basis) = frame.rule.sign_in(&signs, steps);
    let home = if record.directory.0.is_empty() { &record.home } else { &record.directory };
    let auth = auth(&record, category);
    let is_password_grant = record.protocol.trimmed().eq_ignore_ascii_case("ropc");
    Ok(Event {
        source: frame.kind,
        request_id: frame.request_id(&record.id),
        correlation_id: Key::of(&record.correlation_id.0),
        ts: time(when, "createdDateTime")?,
        user_id: user(&record.user_id),
        upn: lower(record.upn.0),
        directory_id: Key::of(&home.0),
        app_id: Key::of(&record.app_id.0),
        app_name: record.app_name.0,
        resource_id: Key::of(&record.resource_id.0),
        stated_channel: None,
        auth,
        error_code,
        mfa: mfa && auth != AuthType::AppOnly,
        basis,
        operation: record.resource_name.0,
        source_ip: record.ip.0,
        client_app: if is_password_grant { Cow::Borrowed("ROPC") } else { record.client.0 },
        ca_status: CaStatus::read(record.ca_status.trimmed()),
        issuer,
    })
}

/// One row of Partner Center's list of API requests: all are made by an application with a user.
pub(super) fn partner<'a>(
    record: PartnerRequest<'a>,
    frame: Frame<'_>,
) -> Result<Event<'a>, Reason> {
    let Some(mfa) = record.mfa.0 else { return Err(Reason::Missing("mfaCompliant")) };
    Ok(Event {
        source: frame.kind,
        request_id: frame.request_id(&record.id),
        correlation_id: Key::of(&record.correlation_id.0),
        ts: time(&record.time, "requestDateTime")?,
        user_id: user(&record.user_id),
        upn: lower(record.upn.0),
        directory_id: Key::of(&record.directory.0),
        app_id: Key::of(&record.app_id.0),
        app_name: Cow::Borrowed(""),
        resource_id: None,
        stated_channel: Some(Channel::Api),
        auth: AuthType::AppUser,
        error_code: 0,
        mfa,
        basis: MfaBasis::MfaCompliant,
        operation: record.operation.0,
        source_ip: record.ip.0,
        client_app: Cow::Borrowed(""),
        ca_status: CaStatus::Unstated,
        issuer: TokenIssuer::Unstated,
    })
}

/// One row of the request log with claims.
pub(super) fn request<'a>(record: Request<'a>, frame: Frame<'_>) -> Result<Event<'a>, Reason> {
    let claims = record.claims.0;
    let error_code = code(&record.error_code)?.unwrap_or(0);
    let user_id = user(&record.user_id).or_else(|| user(&claims.oid));
    let upn = one_of([record.upn, claims.upn, claims.preferred_username, claims.unique_name]);
    let auth = match record.auth.trimmed() {
        "" if claims.idtyp.trimmed() == "app" => AuthType::AppOnly,
        "" if user_id.is_none() && upn.trimmed().is_empty() => AuthType::AppOnly,
        "" => AuthType::AppUser,
        word => AuthType::parse(word).ok_or_else(|| unknown_word("authType", word))?,
    };
    let channel = match record.channel.trimmed() {
        "" => None,
        word => Some(Channel::parse(word).ok_or_else(|| unknown_word("channel", word))?),
    };
    let amr = record.amr.list().map(|words| words.chain(claims.amr.iter()));
    let amr = amr.map_or_else(
        || claims.amr.list().map(Iterator::collect::<Vec<&str>>),
        |words| Some(words.collect()),
    );
    let references = [&record.authnmethodsreferences, &claims.authnmethodsreferences];
    let references = references
        .iter()
        .any(|list| list.0.is_some())
        .then(|| references.into_iter().flat_map(super::value::Words::iter));
    let decided = frame.rule.claims(amr.map(Vec::into_iter), references);
    let (mfa, basis) = match (error_code, decided, record.mfa.0) {
        (0, Some(found), _) => found,
        (0, None, Some(mfa)) => (mfa, MfaBasis::MfaCompliant),
        (0, None, None) => (false, MfaBasis::None),
        _ => (false, MfaBasis::Failed),
    };
    Ok(Event {
        source: frame.kind,
        request_id: frame.request_id(&record.id),
        correlation_id: Key::of(&record.correlation_id.0),
        ts: time(&record.time, "time")?,
        user_id: if auth == AuthType::AppOnly { None } else { user_id },
        upn: lower(upn.0),
        directory_id: Key::of(&record.directory.0).or_else(|| Key::of(&claims.tid.0)),
        app_id: Key::of(&one_of([record.app_id, claims.appid, claims.azp]).0),
        app_name: one_of([record.app_name, claims.app_displayname]).0,
        resource_id: Key::of(&record.resource_id.0),
        stated_channel: channel,
        auth: channel.map_or(auth, |channel| auth.on(channel)),
        error_code,
        mfa: mfa && auth != AuthType::AppOnly,
        basis,
        operation: record.operation.0,
        source_ip: record.ip.0,
        client_app: record.client.0,
        ca_status: CaStatus::Unstated,
        issuer: TokenIssuer::Unstated,
    })
}

fn one_of<'a, const N: usize>(texts: [Text<'a>; N]) -> Text<'a> {
    texts.into_iter().find(|text| !text.trimmed().is_empty()).unwrap_or_default()
}

fn unknown_word(key: &str, word: &str) -> Reason {
    Reason::WrongType(format!("`{}` is not a word of `{key}`", short(word)))
}

/// What a category or a table says about who signs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Category {
    /// Users; the record tells the rest.
    User,
    /// Users, by an application in their name.
    AppUser,
    /// Applications and managed identities.
    AppOnly,
    /// The log does not say.
    Unstated,
    /// Something else than sign-ins.
    Foreign,
}

impl Category {
    fn read(word: &str) -> Self {
        let word = word.to_ascii_lowercase();
        match word.strip_prefix("aad").unwrap_or(&word) {
            "" => Self::Unstated,
            "signinlogs" | "signin" => Self::User,
            "noninteractiveusersigninlogs" | "noninteractiveusersignin" => Self::AppUser,
            "serviceprincipalsigninlogs"
            | "microsoftserviceprincipalsigninlogs"
            | "managedidentitysigninlogs" => Self::AppOnly,
            // Sign-ins at a federated identity provider, as its health agent sends them.
            "adfssigninlogs" => Self::User,
            _ => Self::Foreign,
        }
    }
}

/// The category of a record that is not in an envelope: its table, or else its category.
fn category(record: &SignIn<'_>) -> Result<Category, Reason> {
    let words = [record.table.trimmed(), record.category.trimmed()];
    let Some(word) = words.into_iter().find(|word| !word.is_empty()) else {
        return Ok(Category::Unstated);
    };
    match Category::read(word) {
        Category::Foreign => Err(Reason::NotASignIn(short(word))),
        known => Ok(known),
    }
}

fn auth(record: &SignIn<'_>, category: Category) -> AuthType {
    let has = |word: &str| record.event_types.iter().any(|it| it.eq_ignore_ascii_case(word));
    let alone = user(&record.user_id).is_none() && !record.service_principal.trimmed().is_empty();
    if category == Category::AppOnly || alone || has("servicePrincipal") || has("managedIdentity") {
        return AuthType::AppOnly;
    }
    let interactive = record.interactive.0.unwrap_or(!has("nonInteractiveUser"));
    if category == Category::AppUser || !interactive { AuthType::AppUser } else { AuthType::User }
}

/// A user's id; the GUID of zeros stands for nobody.
pub(super) fn user(text: &Text<'_>) -> Option<Key> {
    Key::of(&text.0).filter(|key| *key != Key::default())
}

pub(super) fn lower(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_upper = |byte: u8| byte.is_ascii_uppercase() || !byte.is_ascii();
    let has_upper = text.bytes().any(is_upper);
    if has_upper { Cow::Owned(text.to_lowercase()) } else { text }
}

pub(super) fn time(text: &Text<'_>, key: &'static str) -> Result<i64, Reason> {
    match text.trimmed() {
        "" => Err(Reason::Missing(key)),
        text => moment::parse(text).map_err(|why| match why {
            NoTime::Form => Reason::NotATime(short(text)),
            NoTime::Range => Reason::TimeOutOfRange(short(text)),
        }),
    }
}

/// The first code that is there.
fn first(own: &Code<'_>, other: &Code<'_>) -> Result<Option<i64>, Reason> {
    match code(own)? {
        Some(code) => Ok(Some(code)),
        None => code(other),
    }
}

/// A code as a number; `Success` is 0 and `Failure` is -1, for it tells no number.
fn code(code: &Code<'_>) -> Result<Option<i64>, Reason> {
    let word = match code {
        Code::Number(number) => return Ok(Some(*number)),
        Code::Word(word) => word.trim(),
    };
    match word {
        "" => Ok(None),
        _ if word.eq_ignore_ascii_case("success") => Ok(Some(0)),
        _ if word.eq_ignore_ascii_case("failure") => Ok(Some(-1)),
        _ => word.parse().map(Some).map_err(|_| Reason::NotANumber(short(word))),
    }
}

/// The first 40 bytes at most.
pub(super) fn short(text: &str) -> String {
    text.get(..text.floor_char_boundary(40)).unwrap_or_default().to_owned()
}
