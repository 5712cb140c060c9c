//! How fast sign-ins are read: at least 0.7 GB/s of Microsoft Graph records on one core.
//! Run with `cargo bench -p attestor-core --bench mfa_read`.
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::fs;
use std::path::Path;

use attestor_core::mfa::rule::MfaRule;
use attestor_core::mfa::source::{Reader, Records};
use divan::Bencher;
use divan::counter::BytesCount;

/// The records of one pass, about 33 MB.
const RECORDS: usize = 20_000;
/// The bytes of one chunk, as a file is read.
const CHUNK: usize = 1 << 20;

fn main() {
    divan::main();
}

/// One record a line.
#[divan::bench(sample_count = 7, sample_size = 1)]
fn lines(bencher: Bencher<'_, '_>) {
    let text: String = (0..RECORDS).map(|at| record(at) + "\n").collect();
    pass(bencher, &text);
}

/// Pages of 1,000 records.
#[divan::bench(sample_count = 7, sample_size = 1)]
fn pages(bencher: Bencher<'_, '_>) {
    let all: Vec<String> = (0..RECORDS).map(record).collect();
    let text: String =
        all.chunks(1000).map(|page| format!("{{\"value\":[{}]}}\n", page.join(","))).collect();
    pass(bencher, &text);
}

/// The records alone, without events.
#[divan::bench(sample_count = 7, sample_size = 1)]
fn split_lines(bencher: Bencher<'_, '_>) {
    let text: String = (0..RECORDS).map(|at| record(at) + "\n").collect();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let mut count = 0;
        let mut records = Records::new();
        for chunk in text.as_bytes().chunks(CHUNK) {
            records.push(chunk, |_| count += 1);
        }
        count
    });
}

fn pass(bencher: Bencher<'_, '_>, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../frameworks/mfa/rule.yaml");
    let rule = MfaRule::load("mfa/rule.yaml", &fs::read_to_string(path).unwrap()).unwrap();
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        let mut reader = Reader::new(&rule);
        let (mut requests, mut with) = (0_usize, 0_usize);
        let mut records = Records::new();
        for chunk in text.as_bytes().chunks(CHUNK) {
            records.push(chunk, |item| {
                let event = reader.read(&item.unwrap().body).unwrap();
                requests += usize::from(event.counts());
                with += usize::from(event.mfa);
            });
        }
        assert!(requests == RECORDS && with == RECORDS / 2, "{requests} {with}");
    });
}

/// A sign-in with about 60 values, as the service sends it; every second one has a second step.
fn record(at: usize) -> String {
    let step = |method: &str, result: &str, requirement: &str| {
        format!(
            "{{\"authenticationStepDateTime\":\"2026-11-20T10:00:00Z\",\"authenticationMethod\":\"{method}\",\
             \"authenticationMethodDetail\":\"\",\"succeeded\":true,\
             \"authenticationStepResultDetail\":\"{result}\",\"authenticationStepRequirement\":\"{requirement}\"}}"
        )
    };
    let first = step("Password", "Correct password", "Primary authentication");
    let second =
        step("Mobile app notification", "MFA completed in Azure AD", "Multifactor authentication");
    let steps = if at.is_multiple_of(2) { format!("{first},{second}") } else { first };
    format!(
        "{{\"id\":\"6c583d8d-46cd-420c-ae3d-{at:012x}\",\"createdDateTime\":\"2026-11-20T10:00:00.123Z\",\
         \"userDisplayName\":\"User {at:06}\",\"userPrincipalName\":\"user{at:06}@contoso.example\",\
         \"userId\":\"adc77aa5-7968-4c57-9f48-{at:012x}\",\"servicePrincipalId\":\"\",\
         \"servicePrincipalName\":null,\"signInEventTypes\":[\"interactiveUser\"],\"isInteractive\":true,\
         \"appId\":\"60a00bf2-0644-4279-83b3-87ddf96f2509\",\"appDisplayName\":\"App 012 connector\",\
         \"ipAddress\":\"10.1.2.3\",\"clientAppUsed\":\"Mobile Apps and Desktop clients\",\
         \"correlationId\":\"6c583d8d-46cd-420c-ae3e-{at:012x}\",\"conditionalAccessStatus\":\"success\",\
         \"tokenIssuerType\":\"AzureAD\",\"processingTimeInMilliseconds\":149,\"riskDetail\":\"none\",\
         \"resourceDisplayName\":\"Partner API\",\"resourceId\":\"11111111-0000-4000-8000-000000000002\",\
         \"crossTenantAccessType\":\"none\",\"authenticationRequirement\":\"multiFactorAuthentication\",\
         \"userType\":\"member\",\"mfaDetail\":{{\"authMethod\":\"Mobile app notification\",\"authDetail\":null}},\
         \"status\":{{\"errorCode\":0,\"failureReason\":null,\"additionalDetails\":null}},\
         \"deviceDetail\":{{\"deviceId\":\"\",\"operatingSystem\":\"Windows10\",\"browser\":\"Edge 142.0.0\",\
         \"isCompliant\":false}},\"location\":{{\"city\":\"Redmond\",\"state\":\"Washington\",\
         \"countryOrRegion\":\"US\"}},\"appliedConditionalAccessPolicies\":[],\
         \"authenticationProcessingDetails\":[{{\"key\":\"Login Hint Present\",\"value\":\"True\"}}],\
         \"authenticationDetails\":[{steps}]}}"
    )
}
