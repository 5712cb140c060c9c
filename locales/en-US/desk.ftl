# The pages of the certification desk.

## What all pages have

desk-title = Certification desk
desk-nav-label = Desk
desk-nav-work = My work
desk-nav-cases = Cases
desk-nav-record = Record
desk-nav-catalog = Catalog
desk-seen-as = You see this as { $role } of { $organization }

## Something was not done

desk-not-done = This was not done
desk-kept = What you typed is still here.
