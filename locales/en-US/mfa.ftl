# The report on multifactor authentication. Days, numbers and shares arrive in the form of the language;
# `count` chooses between singular and plural, `text` is the same number to be read.

mfa-nav = MFA status
mfa-title = Security requirements status
mfa-lead = { $organization } · { $first } to { $last } ({ $zone }) · report of { $day }
mfa-made = Made { $moment }
mfa-print = Print
mfa-day = Report of
mfa-show = Show
mfa-no-activity = no activity
mfa-unknown = unknown

## The list
mfa-list-title = MFA status
mfa-list-heading = Organizations
mfa-list-organization = Organization
mfa-list-day = Newest report
mfa-list-configuration = Accounts
mfa-list-portal = Portal
mfa-list-api = App + user API
mfa-list-none = No logs are here yet
mfa-list-none-more = Logs come in with “attestor mfa ingest” on the machine of the server, under the exact name or id of the organization.
mfa-list-not-yet = not made yet
mfa-list-not-offered = not offered

## Banners
mfa-not-offered-title = The report is not offered in this cloud
mfa-not-offered = Tenants of sovereign clouds (US Government, Germany) are not measured. Multifactor authentication for every account is recommended all the same.
mfa-approximation-title = A sign-in based approximation
mfa-approximation = The logs behind these numbers count sign-ins, of which one may stand for many operations. Hand in request logs to count operations.
mfa-nothing-title = There is no activity in these seven days
mfa-nothing = The logs hold events from { $first } to { $last }.
mfa-nothing-show = Show the report of { $day }
mfa-empty-title = There are no logs of this organization yet
mfa-empty = Once sign-in logs or request logs have come in, the shares stand here.

## The three numbers
mfa-configuration = Enabled user accounts with MFA enforced
mfa-portal = Portal operations with MFA, last 7 days
mfa-api = App + user API requests with MFA, last 7 days
mfa-configuration-sum = { $part } of { $whole } enabled accounts. { $disabled } of { $accounts } accounts are disabled and not counted. As of { $day }.
mfa-configuration-none = No accounts have been handed in, so this share is not known. “attestor mfa directory” takes them in.
mfa-portal-sum = { $part } of { $whole } operations were made after an MFA check.
mfa-portal-none = Nobody worked in the portal in these seven days. No activity is neither 0% nor 100%.
mfa-api-sum = { $part } of { $whole } requests carried an MFA claim. { $omitted } app-only requests are not counted.
mfa-api-none = No app asked in the name of a user in these seven days. { $omitted } app-only requests are not counted.
mfa-accounts-left = { $count ->
    [one] { $text } account to fix
   *[other] { $text } accounts to fix
}
mfa-operations-left = { $count ->
    [one] { $text } operation without MFA
   *[other] { $text } operations without MFA
}
mfa-requests-left = { $count ->
    [one] { $text } request without MFA
   *[other] { $text } requests without MFA
}
mfa-all = All of them

## Bars and lines
mfa-portal-days = Portal operations by day
mfa-api-days = API requests by day
mfa-in-days = { $text } in 7 days
mfa-with = With MFA
mfa-without = Without MFA
mfa-app-only = App-only, not counted
mfa-column-day = Day
mfa-as-table = Show as table
mfa-portal-bars = Portal operations per day. { $days }
mfa-api-bars = API requests per day. { $days }
mfa-bar-day = { $day }: { $with } with MFA, { $without } without
mfa-bar-day-api = { $day }: { $with } with MFA, { $without } without, { $alone } app-only
mfa-bar-none = No requests on any day.
mfa-trend = Last 30 days
mfa-trend-about = The share of the seven days before each day
mfa-trend-portal = Portal
mfa-trend-api = App + user API
mfa-trend-lines = Rolling shares of 30 days. Portal: { $portal }. App + user API: { $api }.
mfa-trend-move = { $from } on { $first }, { $to } on { $last }

## Why below 100%
mfa-why = Why below 100%
mfa-why-nothing = Nothing was without MFA in these seven days.
mfa-why-users = { $count ->
    [one] { $text } user
   *[other] { $text } users
}
mfa-why-requests = { $count ->
    [one] { $text } request without MFA
   *[other] { $text } requests without MFA
}
mfa-why-fix = What to do
mfa-why-verify = How to verify
mfa-why-missing = To tell the cause, hand in
mfa-why-evidence = What speaks for it
mfa-why-last = { $text } without MFA, last on { $moment }
mfa-why-rows = The requests
mfa-why-more = { $count ->
    [one] and { $text } more user, in the data below
   *[other] and { $text } more users, in the data below
}
mfa-nobody = Somebody without a name

mfa-cause-recent-rollout = The policy was changed within these seven days
mfa-cause-recent-rollout-fix = Nothing: every request without MFA is older than the change. The share rises as these days leave the window.
mfa-cause-recent-rollout-verify = Compare the day of the change with the newest request without MFA; the sign-in log shows the policy as applied since.
mfa-cause-not-implemented = Nothing enforces MFA for anybody
mfa-cause-not-implemented-fix = Switch on security defaults, or a conditional access policy that demands MFA of all users for all apps.
mfa-cause-not-implemented-verify = Sign in with a test account in a private window: it has to ask for a second factor. Hand in the policies again.
mfa-cause-excluded-user = No policy covers the user, or one leaves the user out
mfa-cause-excluded-user-fix = Take the user, the group or the role out of the exclusions. No account may be excluded; for emergency accounts use a passkey.
mfa-cause-excluded-user-verify = The policy's exclusions no longer name the user, and the next sign-in shows the policy as applied.
mfa-cause-custom-control = A third party's custom control asks for the second factor
mfa-cause-custom-control-fix = Custom controls never count. Move the provider to an external authentication method or to federation that sends the claim.
mfa-cause-custom-control-verify = After the move, the details of a sign-in show multifactor authentication as satisfied.
mfa-cause-federation-claim-missing = The federated identity provider does not send the MFA claim
mfa-cause-federation-claim-missing-fix = Let the identity provider issue the claim “authnmethodsreferences” with “multipleauthn” whenever it asked for a second factor.
mfa-cause-federation-claim-missing-verify = Decode a new token: “amr” holds “mfa”. In the sign-in log the requirement is satisfied by the claim of the provider.
mfa-cause-security-defaults-grace = The user still has time to register under security defaults
mfa-cause-security-defaults-grace-fix = Ask the user to register now instead of on the last day of the fourteen.
mfa-cause-security-defaults-grace-verify = The user's registration details show a registered method.
mfa-cause-security-defaults-risk-based = Security defaults ask this user by risk only
mfa-cause-security-defaults-risk-based-fix = Less than 100% is expected with security defaults. A conditional access policy that always demands MFA closes the gap.
mfa-cause-security-defaults-risk-based-verify = With the policy in force, the next sign-in shows it as applied.
mfa-cause-not-registered = The user has not registered a method
mfa-cause-not-registered-fix = Ask the user to register at aka.ms/mfasetup, or give a temporary access pass.
mfa-cause-not-registered-verify = The user's registration details say that MFA is registered.
mfa-cause-condition-not-met = The policy has conditions, and they were not met
mfa-cause-condition-not-met-fix = Take trusted places, devices and risk levels out of the policy, or add one without conditions for the portal and the API.
mfa-cause-condition-not-met-verify = In the sign-in log, the policy is “applied” where it was “not applied”.
mfa-cause-legacy-client = A client that cannot ask for a second factor
mfa-cause-legacy-client-fix = Block old protocols and password grants; move programs to a consent once given with MFA, kept as a refresh token.
mfa-cause-legacy-client-verify = The sign-in log shows no more old clients of this user.
mfa-cause-unknown = The cause is not known
mfa-cause-unknown-fix = Hand in what is missing. Where nothing is missing, the sign-in log of the user shows each step.
mfa-cause-unknown-verify = Look at the user's newest sign-ins, each with its steps and policies. That needs a license of the level P1 or P2.

mfa-missing-users = accounts (users)
mfa-missing-registrations = registration details (userRegistrationDetails); they need a license of the level P1 or P2
mfa-missing-per-user-states = per-user settings (perUserMfaState)
mfa-missing-security-defaults = the setting of security defaults (identitySecurityDefaultsEnforcementPolicy)
mfa-missing-policies = conditional access policies; they need a license of the level P1 or P2
mfa-missing-groups = groups with their members
mfa-missing-roles = role assignments, or roles with their members
mfa-missing-domains = domains
mfa-missing-sign-ins = sign-in logs (signIns); they need a license of the level P1 or P2

mfa-evidence-policy = Policy “{ $name }”
mfa-evidence-registration = The registration details of the user
mfa-evidence-security-defaults = The setting of security defaults
mfa-evidence-domain = The domain of the user is federated
mfa-evidence-account = The account was created on { $day }

mfa-lacking = { $count ->
    [one] { $text } enabled account is not held to MFA
   *[other] { $text } enabled accounts are not held to MFA
}
mfa-lacking-why = Why
mfa-lacking-unknown = { $count ->
    [one] Of { $text } account it cannot be told. To tell, hand in
   *[other] Of { $text } accounts it cannot be told. To tell, hand in
}
mfa-lacking-new = { $count ->
    [one] { $text } account was created in the last 14 days and may still be registering.
   *[other] { $text } accounts were created in the last 14 days and may still be registering.
}
mfa-lacking-nothing = No policy comes near.
mfa-near = “{ $name }”: { $why }
mfa-near-report-only = it only reports
mfa-near-disabled = it is switched off
mfa-near-excluded = it leaves the account out
mfa-near-not-included = it does not include the account
mfa-near-other-apps = it covers neither the portal nor the API
mfa-near-weakened = something else will do instead of MFA
mfa-near-custom-control = it asks for a third party's custom control
mfa-held = What holds accounts to MFA
mfa-held-by = { $count ->
    [one] { $by }: { $text } account
   *[other] { $by }: { $text } accounts
}
mfa-by-per-user = The per-user setting
mfa-by-policy = Policy “{ $name }”
mfa-by-policy-conditional = Policy “{ $name }”, which does not always ask
mfa-by-security-defaults = Security defaults, which ask by risk
mfa-by-federation = A federated identity provider that sends the claim

mfa-alone = App-only requests are left out
mfa-alone-more = { $count ->
    [one] { $text } request at the API was made by an app alone. It carries no user, so it is in neither part nor whole.
   *[other] { $text } requests at the API were made by apps alone. They carry no user, so they are in neither part nor whole.
}
mfa-forecast = When each number reaches 100%
mfa-forecast-window = The window holds seven days, so a change made today shows fully after seven days.
mfa-forecast-configuration-on = Accounts: on { $day }, if the accounts that are left are done at the speed of the last seven days.
mfa-forecast-configuration-not = Accounts: no day, because nothing moved in the last seven days or more than a year is left.
mfa-forecast-portal-on = Portal operations: in the report of { $day }, if the days to come are as the last day with activity.
mfa-forecast-portal-not = Portal operations: no day, because { $day } itself was below 100%.
mfa-forecast-api-on = App + user API requests: in the report of { $day }, if the days to come are as the last day with activity.
mfa-forecast-api-not = App + user API requests: no day, because { $day } itself was below 100%.

## Downloads
mfa-downloads = Downloads
mfa-file = File
mfa-size = Size
mfa-file-portal = Portal requests without MFA
mfa-file-portal-about = Who worked without MFA, and when last
mfa-file-summary = API request summary
mfa-file-summary-about = MFA state per application and day
mfa-file-requests = All API requests
mfa-file-requests-about = Newest 10,000 of the last 7 days
mfa-file-accounts = Enabled accounts
mfa-file-accounts-about = What holds each to MFA, or what is missing
mfa-file-report = The whole report
mfa-file-report-about = Every number on this page with users and causes
mfa-newest-of = { $part } of { $whole }
mfa-accounts-count = { $count ->
    [one] { $text } account
   *[other] { $text } accounts
}

## The requests of a user
mfa-user-title = Requests of { $name } without MFA
mfa-user-about = { $organization } · { $first } to { $last } ({ $zone }) · the newest { $most }
mfa-user-none = There are no such requests in these seven days.
mfa-user-back = Security requirements status
mfa-column-time = Time (UTC)
mfa-column-channel = Where
mfa-column-app = App
mfa-column-operation = Operation
mfa-column-ip = Address
mfa-column-client = Client
mfa-column-policy = Policies
mfa-column-id = Request
mfa-channel-portal = Portal
mfa-channel-api = API
mfa-channel-other = Elsewhere
