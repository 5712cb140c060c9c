# Signing in, one's own account, and managing people. Days and times arrive in the form of the language.

## Every page of the desk
people-frame-label = Desk
people-frame-work = My work
people-frame-cases = Cases
people-frame-record = Record
people-frame-people = People
people-frame-organizations = Organizations
people-frame-catalog = Catalog
people-frame-account = Account
people-frame-as = You see this as { $role } of { $organization }
people-time = { $day }, { $time } UTC
people-faults = This was not saved. Please look at:
people-save = Save
people-yes = Yes
people-no = No

## Roles and organizations
people-role-publisher = publisher
people-role-analyst = analyst
people-role-lead_analyst = lead analyst
people-role-program_owner = program owner
people-role-auditor = auditor
people-role-customer_admin = customer administrator
people-kind-publisher = Publisher
people-kind-certification_body = Certification body
people-kind-customer = Customer

## Fields
people-field-name = Name
people-field-email = E-mail address
people-field-password = Password
people-field-old-password = Current password
people-field-code = Code of the app
people-field-recovery = Recovery code
people-field-organization = Name of the organization
people-field-passkey-name = Name of the passkey, such as the device
people-field-role = Role
people-field-kind = Kind
people-field-language = Language
people-field-token-name = What it is for
people-field-scopes = What it may do
people-field-days = Days until it ends
people-password-hint = { $least } to { $most } characters. Several words are easier to remember than signs.
people-days-hint = { $most } at most
people-invite-email-hint = May stay empty. With an address only its owner can accept.
people-language-browser = As the browser asks

## What can be wrong
people-fault-name = A name is wanted, of 120 characters at most.
people-fault-email = An e-mail address is wanted, such as name@example.org.
people-fault-email-taken = This address has an account. Sign in with it, then open the link again.
people-fault-email-other = The invitation is for another address.
people-fault-password-short = The password is too short: 12 characters at least.
people-fault-password-long = The password is too long: 256 characters at most.
people-fault-password-common = This password is one of those that everybody tries first.
people-fault-password-own = The password is the name or the address.
people-fault-password-wrong = The current password is another one.
people-fault-sign-in = Address and password do not fit together, or there were too many tries. Wait a little and try again.
people-fault-too-many = Too many tries from here. Wait a minute and try again.
people-fault-code-wrong = The code is wrong, or was used already. Wait for the next one.
people-fault-totp-again = Open this page again and use the secret that it shows.
people-fault-last-factor = This is the only second factor, and your role needs one. Set up another one first.
people-fault-no-factor = Set up a second factor first.
people-fault-passkey-wrong = The passkey does not fit, or the question was too old. Try again.
people-fault-passkey-taken = This passkey is set up already.
people-fault-passkey-many = There are 20 passkeys already. Remove one first.
people-fault-passkey-host = Passkeys work once the site is reached by a name, not by a number.
people-fault-role = This role cannot be given or taken by you here.
people-fault-kind = Choose what the organization is.
people-fault-last-owner = This is the last program owner. Invite another one first.
people-fault-member-already = This account is a member already.
people-fault-scopes = Choose at least one thing that your role can do.
people-fault-days = A number of days from 1 to 365 is wanted.

## What was done
people-said-set-up = The program is set up. Add a second factor to go on.
people-said-welcome = Welcome. You are signed in.
people-said-joined = You are a member now.
people-said-back = You are signed in. All other sessions ended and the second factor was removed.
people-said-saved = Saved.
people-said-chosen = You act for another organization now.
people-said-signed-out = You are signed out.
people-said-password = The password is changed. All other sessions ended.
people-said-app = The app is set up. Make recovery codes for the day you lose it.
people-said-app-removed = The app is removed.
people-said-passkey = The passkey is set up. Make recovery codes for the day you lose it.
people-said-passkey-removed = The passkey is removed.
people-said-session = The session ended.
people-said-sessions = All other sessions ended.
people-said-token-ended = The token ended.
people-said-withdrawn = The invitation is withdrawn.
people-said-member-ended = The membership ended, with its sessions and tokens.
people-said-organization = The organization is made. Invite somebody to it.

## The first start, invitations, the way back
people-setup-title = Set up the program
people-setup-lead = Name the organization that certifies, and make the account of its first program owner.
people-setup-submit = Set up
people-setup-gone = The link of the first start works once, for an hour. On the machine itself, this command prints a new one while there is no account: attestor people setup-link
people-invitation-title = Invitation
people-invitation-heading = Join { $organization } as { $role }
people-invitation-lead = Make an account. If you have one, sign in first and open the link again.
people-invitation-submit = Make account
people-invitation-sign-in = I have an account
people-invitation-join = Join with this account
people-invitation-join-lead = You are signed in and can join as you are.
people-invitation-gone = An invitation works once, for seven days, unless it is withdrawn. Ask for a new one.
people-link-title = Back into your account
people-link-lead = Choose a new password. All sessions end, and second factors have to be set up anew.
people-link-submit = Sign in
people-link-gone = The link works once, for 15 minutes. Ask who runs this site for a new one.
people-gone-title = This link does not work

## Signing in
people-sign-in-title = Sign in
people-sign-in-submit = Sign in
people-sign-in-lost = Password lost? Who runs this site can make a link back into your account.
people-sign-out = Sign out
people-second-title = Second factor
people-second-submit = Go on
people-second-lost = The second factor is not at hand
people-second-recovery = Use recovery code

## One's own account
people-account-title = Your account
people-memberships = Organizations
people-memberships-empty = You belong to no organization. Ask for an invitation.
people-membership-here = You act here
people-membership-choose = Act here
people-security-title = Signing in
people-security-must = Your role needs a second factor. Set one up to go on: an authenticator app or a passkey.
people-app-title = Authenticator app
people-app-on = Set up
people-app-step-app = Open an authenticator app and add an account.
people-app-step-secret = Type this secret:
people-app-open = Open in an app on this device
people-app-step-code = Type the code that the app shows.
people-app-submit = Set up app
people-app-remove = Remove app
people-passkeys-title = Passkeys
people-passkeys-lead = A passkey is kept by your device, your browser or a security key.
people-passkey-add = Add passkey
people-passkey-remove = Remove
people-passkey-sign-in = Sign in with a passkey
people-passkey-use = Use passkey
people-passkey-failed = The device did not answer, or you stopped it. Try again.
people-passkey-script = Passkeys need scripts, which this browser has switched off.
people-recovery-title = Recovery codes
people-recovery-left = { $count ->
    [one] { $count } code is left.
   *[other] { $count } codes are left.
  }
people-recovery-make = Make new codes
people-recovery-new = Your recovery codes
people-recovery-once = Keep them where you keep other keys. They are shown this once, and older ones no longer work.
people-password-title = Password
people-new-password = New password
people-password-submit = Change password
people-sessions-title = Sessions
people-sessions-end-others = End all others
people-session-since = Since
people-session-seen = last used
people-session-here = This one
people-session-end = End

## Access tokens
people-tokens-title = Access tokens
people-tokens-lead = A token lets a program do what you may do, within what it may do, until it ends.
people-tokens-yours = Your tokens
people-tokens-empty = You have no tokens.
people-token-until = until
people-token-used = last used
people-token-unused = never used
people-token-end = End
people-token-new = New token
people-token-make = Make token
people-token-made = Your new token
people-token-once = Copy it now: it is shown this once.
people-scope-read = Read
people-scope-hint-read = See what you see
people-scope-write = Write
people-scope-hint-write = Open cases and hand in evidence; publish a portal, declare systems, accept and ask for documents
people-scope-review = Review
people-scope-hint-review = Review, decide and lead cases
people-scope-admin = Administer
people-scope-hint-admin = Manage people and the program

## People of an organization
people-members-title = Members
people-members-empty = Nobody belongs to this organization.
people-members-count = { $count ->
    [one] { $count } member
   *[other] { $count } members
  }
people-member-end = End membership
people-second-factor = Second factor
people-invitations-title = Open invitations
people-withdraw = Withdraw
people-invite-title = Invite somebody
people-invite-submit = Make invitation
people-invited-title = The invitation
people-invited-once = Hand over this link: it works once, for seven days, and is shown this once.
people-organizations-title = Organizations
people-organizations-all = All organizations
people-organization-new = New organization
people-organization-make = Make organization

## The demo

people-demo-title = Look at the desk as …
people-demo-lead = The desk of the demo has one case in the middle of its assessment, one before its start and one that was rejected. Choose for whom you look at it; you can come back here and choose again. These members exist in the demo only and have no passwords.
people-demo-enter = Enter
people-demo-as-demo-publisher = Hands in documents and evidence for the apps of Harborline Software and answers what is sent back.
people-demo-as-demo-analyst = Reviews what is handed in, control by control, and proposes decisions.
people-demo-as-demo-second = A second person confirms what another analyst proposes.
people-demo-as-demo-lead = Gives cases to analysts and sees who has how much.
people-demo-as-demo-owner = Runs the program: organizations, people, revocation.
people-demo-as-demo-auditor = Sees everything and changes nothing.
people-demo-as-demo-customer = Manages the people of Contoso, which uses apps, and reads who signed in there without a second factor.
