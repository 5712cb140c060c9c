//! Passkeys with an authenticator in software, which makes real keys and real signatures.

use axum::http::StatusCode;
use data_encoding::BASE64URL_NOPAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::web::tests::desk::{Browser, Desk, Got, PASSWORD, on_both, on_one};

const ORIGIN: &str = "https://desk.example.org";

/// A device with one key.
struct Authenticator {
    key: SigningKey,
    id: [u8; 16],
    user: String,
    /// The bits that say whether the owner was there (1) and has shown so (4).
    flags: u8,
    uses: u32,
}

impl Authenticator {
    fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).expect("a key");
        Self { key, id: [seed; 16], user: String::new(), flags: 0x05, uses: 0 }
    }

    /// Who is asked for what: hash of the host, flags, counter.
    fn head(&mut self, more: u8) -> Vec<u8> {
        self.uses += 1;
        let mut data = Sha256::digest(b"desk.example.org").to_vec();
        data.push(self.flags | more);
        data.extend(self.uses.to_be_bytes());
        data
    }

    /// A new key, as a browser hands it on.
    fn make(&mut self, asked: &Value, origin: &str) -> Value {
        asked["user"]["id"].as_str().expect("a user").clone_into(&mut self.user);
        let point = self.key.verifying_key().to_encoded_point(false);
        let (x, y) = (point.x().expect("x"), point.y().expect("y"));
        let mut data = self.head(0x40);
        data.extend([0; 16]);
        data.extend([0, 16]);
        data.extend(self.id);
        data.extend([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(x);
        data.extend([0x22, 0x58, 0x20]);
        data.extend(y);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).expect("short"));
        object.extend(&data);
        let spki = b"\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00";
        let public_key = [spki.as_slice(), point.as_bytes()].concat();
        self.answer(&json!({
            "clientDataJSON": coded(client_data("webauthn.create", asked, origin).as_bytes()),
            "authenticatorData": coded(&data),
            "transports": ["internal"],
            "publicKey": coded(&public_key),
            "publicKeyAlgorithm": -7,
            "attestationObject": coded(&object),
        }))
    }

    /// A use of the key.
    fn sign(&mut self, asked: &Value, origin: &str) -> Value {
        let client_data = client_data("webauthn.get", asked, origin);
        let data = self.head(0);
        let signed = [data.as_slice(), &Sha256::digest(client_data.as_bytes())].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(&json!({
            "clientDataJSON": coded(client_data.as_bytes()),
            "authenticatorData": coded(&data),
            "signature": coded(signature.to_der().as_bytes()),
            "userHandle": self.user,
        }))
    }

    fn answer(&self, response: &Value) -> Value {
        json!({
            "id": coded(&self.id),
            "rawId": coded(&self.id),
            "response": response,
            "authenticatorAttachment": "platform",
            "clientExtensionResults": {},
            "type": "public-key",
        })
    }
}

fn coded(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(bytes)
}

fn client_data(kind: &str, asked: &Value, origin: &str) -> String {
    let challenge = asked["challenge"].as_str().expect("a challenge");
    format!(
        r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#
    )
}

async fn ask(desk: &Desk, browser: &mut Browser, address: &str) -> Value {
    let got = desk.post(browser, address, &[]).await;
    assert_eq!(got.status, StatusCode::OK, "{}", got.body);
    serde_json::from_str(&got.body).expect("JSON")
}

async fn send(desk: &Desk, browser: &mut Browser, address: &str, answer: &Value) -> Got {
    let body = json!({"name": "Laptop", "next": "/people", "credential": answer}).to_string();
    desk.ask(browser, ("POST", address), body).await
}

async fn add(desk: &Desk, browser: &mut Browser, device: &mut Authenticator) -> Got {
    let asked = ask(desk, browser, "/account/security/passkeys/ask").await;
    assert_eq!(asked["rp"]["id"], "desk.example.org");
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    let answer = device.make(&asked, ORIGIN);
    send(desk, browser, "/account/security/passkeys", &answer).await
}

#[test]
fn a_passkey_is_a_second_factor_and_signs_in_by_itself() {
    on_both(async |desk| {
        let mut owner = desk.set_up().await;
        let code = desk.invite(&mut owner, "/people/invite", "analyst").await;
        let mut ana = desk.accept(&code, "ana@example.org").await;
        let mut device = Authenticator::new(7);
        let before = ana.cookie.clone();
        let got = add(desk, &mut ana, &mut device).await;
        assert_eq!(got.status, StatusCode::OK, "{}", got.body);
        assert_ne!(before, ana.cookie, "a session that means more has a new secret");
        assert_eq!(desk.get(&mut ana, "/account").await.status, StatusCode::OK);
        assert!(desk.get(&mut ana, "/account/security").await.body.contains("Laptop"));
        // By itself, in another browser.
        let mut other = Browser::default();
        let asked = ask(desk, &mut other, "/sign-in/passkey/ask").await;
        let answer = device.sign(&asked, ORIGIN);
        let got = send(desk, &mut other, "/sign-in/passkey", &answer).await;
        assert_eq!(got.body, r#"{"next":"/people"}"#);
        assert_eq!(desk.get(&mut other, "/account").await.status, StatusCode::OK);
        // The same answer a second time is no answer.
        let got = send(desk, &mut Browser::default(), "/sign-in/passkey", &answer).await;
        assert_eq!(got.status, StatusCode::UNPROCESSABLE_ENTITY);
        // After the password.
        let mut third = Browser::default();
        let got = desk.sign_in(&mut third, "ana@example.org", PASSWORD).await;
        assert!(got.location().starts_with("/sign-in/second-factor"));
        let asked = ask(desk, &mut third, "/sign-in/passkey/ask").await;
        let half = third.clone();
        let answer = device.sign(&asked, ORIGIN);
        send(desk, &mut third, "/sign-in/passkey", &answer).await;
        assert_eq!(desk.get(&mut third, "/account").await.status, StatusCode::OK);
        let got = desk.get(&mut half.clone(), "/sign-in/second-factor").await;
        assert!(got.location().starts_with("/sign-in?"), "the half session has ended");
    });
}

#[test]
fn a_passkey_for_another_site_user_or_time_is_refused() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        let mut device = Authenticator::new(7);
        assert_eq!(add(desk, &mut owner, &mut device).await.status, StatusCode::OK);
        let refused = async |device: &mut Authenticator, origin: &str, wait: u64| {
            let mut nobody = Browser::default();
            let asked = ask(desk, &mut nobody, "/sign-in/passkey/ask").await;
            desk.clock.advance(wait);
            let answer = device.sign(&asked, origin);
            let got = send(desk, &mut nobody, "/sign-in/passkey", &answer).await;
            assert_eq!(nobody.cookie.is_some(), got.status == StatusCode::OK);
            got.status == StatusCode::UNPROCESSABLE_ENTITY
        };
        assert!(!refused(&mut device, ORIGIN, 0).await);
        assert!(refused(&mut device, "https://desk.example.com", 0).await);
        assert!(refused(&mut device, ORIGIN, 5 * 60).await);
        assert!(
            refused(&mut Authenticator { id: device.id, ..Authenticator::new(8) }, ORIGIN, 0).await
        );
        let user = device.user.clone();
        device.user = coded(&[1; 16]);
        assert!(refused(&mut device, ORIGIN, 0).await);
        device.user = user;
        device.flags = 0x01;
        assert!(refused(&mut device, ORIGIN, 0).await, "the owner has not shown that it is they");
        device.flags = 0x05;
        device.uses = 0;
        assert!(refused(&mut device, ORIGIN, 0).await, "a counter that goes back is a copied key");
    });
}

#[test]
fn a_key_is_kept_once_and_the_last_second_factor_of_staff_stays() {
    on_one(async |desk| {
        let mut owner = desk.set_up().await;
        let code = desk.invite(&mut owner, "/people/invite", "analyst").await;
        let mut ana = desk.accept(&code, "ana@example.org").await;
        assert_eq!(add(desk, &mut ana, &mut Authenticator::new(7)).await.status, StatusCode::OK);
        let again = add(desk, &mut ana, &mut Authenticator::new(7)).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut stranger = Authenticator::new(9);
        let asked = ask(desk, &mut ana, "/account/security/passkeys/ask").await;
        let answer = stranger.make(&asked, ORIGIN);
        let stolen = send(desk, &mut owner, "/account/security/passkeys", &answer).await;
        assert_eq!(stolen.status, StatusCode::UNPROCESSABLE_ENTITY, "asked for somebody else");
        let page = desk.get(&mut ana, "/account/security").await;
        let id = page.between("name=\"passkey\" value=\"", "\"");
        let remove = "/account/security/passkeys/remove";
        let got = desk.post(&mut ana, remove, &[("passkey", &id)]).await;
        assert!(got.body.contains("only second factor"));
        desk.add_app(&mut ana).await;
        let got = desk.post(&mut ana, remove, &[("passkey", &id)]).await;
        assert_eq!(got.location(), "/account/security?said=passkey-removed");
    });
}
