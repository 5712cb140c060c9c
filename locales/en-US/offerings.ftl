# The portal of the own organization: drafts, findings, publishing, versions.

offerings-nav = My portal
