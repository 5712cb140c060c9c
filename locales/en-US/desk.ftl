# The pages of the certification desk.

## What all pages have


## Something was not done

desk-not-done = This was not done
desk-kept = What you typed is still here.
