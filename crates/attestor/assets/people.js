// Enhancement only: passkeys, which no browser offers without a script.
