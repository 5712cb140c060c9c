"""Runs the statements of docs/formats/mfa-sql.md for ClickHouse on the published examples.

Needs the package chdb. The first argument is the document, the second one a log with claims.
"""
import json
import re
import sys

from chdb import session

DAY = "2026-11-22"


def literal(value):
    return "null" if value is None else "'" + str(value).replace("'", "\\'") + "'"


def row(request):
    auth = request.get("authType") or ("user" if request["channel"] == "portal" else "appUser")
    names = ["requestId", None, "time", "userId", "upn", "tenantId", "applicationId", "applicationName", "channel"]
    cells = [literal(request.get(name) if name else None) for name in names]
    cells[2] = literal(request["time"].replace("T", " ").rstrip("Z"))
    cells[4] = literal(request.get("upn", "").lower())
    cells += [literal(auth), "0", str("mfa" in request["amr"]).lower(), literal(""), literal("")]
    return "(" + ", ".join(cells) + ")"


document, log = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
blocks = re.findall(r"```sql clickhouse ?(\w*)\n(.*?)```", document, re.S)
rows = [row(json.loads(line)) for line in log.splitlines()]
with session.Session() as database:
    database.query("create database logs")
    database.query("use logs")
    found = {}
    for name, sql in blocks:
        if not name:
            for one in sql.split(";\n"):
                if one.strip():
                    database.query(one)
            # Every row twice: what comes again is counted once.
            for _ in range(2):
                database.query("insert into event values " + ", ".join(rows))
            database.query(
                "insert into account select generateUUIDv4(number), number >= 10, number >= 20 from numbers(110)"
            )
            continue
        sql = sql.strip().rstrip(";").replace("{day:Date}", f"toDate('{DAY}')")
        text = str(database.query(sql, "JSONEachRow"))
        found[name] = [json.loads(line) for line in text.splitlines() if line]
print(json.dumps(found))
