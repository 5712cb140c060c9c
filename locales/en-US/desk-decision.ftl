# Permissions, connections, external reports, penetration test, decision and record on the desk.
