#!/usr/bin/env python3
"""A month of requests and sign-ins of an organization that does not exist, the same bytes each time.

  workload.py FOLDER [--requests 10000000] [--sign-ins 2000000] [--users 50000] [--apps 40] [--days 30]

Writes into FOLDER:
  events.parquet          requests as columns, in order of time, zstd: what DuckDB reads
  requests/DAY.ndjson.zst the same requests as a log with claims of tokens, a file a day: what Attestor reads
  sign-ins.ndjson         sign-ins as Microsoft Graph has them, one object a line: what both read
  users.parquet           accounts, and how each is held to multifactor authentication
  directory.ndjson        the same as records of a directory

Users and applications are drawn by Zipf's law, so that some are busy and most are not. Needs numpy,
pyarrow and duckdb from Python's registry. The same arguments give the same data.
"""

import argparse
import json
import os

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

# The log ends before this day.
END = np.datetime64("2026-11-21T00:00:00", "us")
DAY_MICROS = 86_400_000_000
PORTAL = "11111111-0000-4000-8000-000000000001"
API = "11111111-0000-4000-8000-000000000002"
CHANNELS = ["portal", "api"]
KINDS = ["user", "appUser", "appOnly"]
PORTAL_OPERATIONS = [
    "Get /dashboard/home",
    "Get /dashboard/customers/list",
    "Post /dashboard/orders",
    "Get /dashboard/billing/invoices",
    "Get /dashboard/account/users",
]
API_OPERATIONS = [
    "Get /v{version}/customers",
    "Get /v{version}/customers/{customer_id}/subscriptions",
    "Post /v{version}/customers/{customer_id}/orders",
    "Get /v{version}/invoices",
    "Get /v{version}/auditrecords",
    "Patch /v{version}/customers/{customer_id}/subscriptions/{subscription_id}",
]
# How an account is held to multifactor authentication.
NOTHING, PER_USER, POLICY, OTHER_POLICY, FEDERATION, CUSTOM_CONTROL = range(6)
NO_PASSWORD = 50126


def ids(random, count):
    """GUIDs as text."""
    digits = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)
    drawn = digits[random.integers(0, 16, size=(count, 32), dtype=np.uint8)]
    drawn[:, 12] = ord("4")
    text = np.full((count, 36), ord("-"), dtype=np.uint8)
    for start, end, at in ((0, 8, 0), (8, 12, 9), (12, 16, 14), (16, 20, 19), (20, 32, 24)):
        text[:, at : at + end - start] = drawn[:, start:end]
    return text.reshape(-1).view("S36").astype("U36")


def zipf(random, count, kinds, slope):
    """Indices below `kinds`, the first most often."""
    weights = 1.0 / np.arange(1, kinds + 1) ** slope
    bounds = np.cumsum(weights / weights.sum())
    return np.minimum(np.searchsorted(bounds, random.random(count)), kinds - 1).astype(np.int32)


def accounts(random, count):
    held = random.choice(6, count, p=[0.06, 0.08, 0.62, 0.08, 0.12, 0.04]).astype(np.int8)
    registered = random.random(count) < 0.93
    claims = random.random(count) < 0.85
    chance = np.array([0.0, 0.995, 0.98, 0.35, 0.99, 0.0])[held]
    chance = np.where((held == FEDERATION) & ~claims, 0.0, chance)
    return {
        "user_id": ids(random, count),
        "upn": np.array([f"user{number:06d}@contoso.example" for number in range(count)]),
        "account_enabled": random.random(count) >= 0.09,
        "held": held,
        "mfa_registered": registered,
        "mfa_enforced": (held != NOTHING) & (held != CUSTOM_CONTROL),
        "chance": np.where(registered | (held == FEDERATION), chance, 0.0),
    }


def requests_of_day(random, count, day, users, apps):
    """The requests of one day, in order of time; `day` counts back from the end, the last is 1."""
    times = np.sort(random.integers(0, DAY_MICROS, count)).astype("timedelta64[us]")
    draw = random.random(count)
    channel = (draw >= 0.35).astype(np.int8)
    kind = np.where(channel == 0, 0, np.where(draw >= 0.80, 2, 1)).astype(np.int8)
    user = zipf(random, count, len(users["user_id"]), 0.8)
    fails = random.random(count) < 0.04
    return {
        "ts": END - np.timedelta64(day * DAY_MICROS, "us") + times,
        "user": user,
        "app": zipf(random, count, len(apps["app_id"]), 1.1),
        "channel": channel,
        "kind": kind,
        "mfa": (random.random(count) < users["chance"][user]) & (kind != 2) & ~fails,
        "fails": fails,
        "operation": random.integers(0, 30, count).astype(np.int32),
        "address": random.integers(0, 1 << 24, count).astype(np.int32),
        "request_id": ids(random, count),
        "correlation_id": ids(random, count),
    }


def by_day(random, count, days, users, apps):
    for day in range(days, 0, -1):
        share = count // days + (1 if day <= count % days else 0)
        yield requests_of_day(random, share, day, users, apps)


def named(indices, names, mask=None):
    return pa.DictionaryArray.from_arrays(pa.array(indices, mask=mask), pa.array(names)).cast("string")


def address(number):
    return f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def columns(rows, users, apps):
    alone = rows["kind"] == 2
    portal = rows["channel"] == 0
    first = len(PORTAL_OPERATIONS)
    operation = np.where(
        portal, rows["operation"] % first, first + rows["operation"] % len(API_OPERATIONS)
    ).astype(np.int32)
    return pa.table(
        {
            "request_id": pa.array(rows["request_id"]),
            "correlation_id": pa.array(rows["correlation_id"]),
            "ts": pa.array(rows["ts"], pa.timestamp("us")),
            "user_id": named(rows["user"], users["user_id"], alone),
            "upn": named(rows["user"], users["upn"], alone),
            "app_id": named(rows["app"], apps["app_id"]),
            "app_name": named(rows["app"], apps["app_name"]),
            "channel": named(rows["channel"], CHANNELS),
            "auth_type": named(rows["kind"], KINDS),
            "mfa": pa.array(rows["mfa"]),
            "error_code": pa.array(np.where(rows["fails"], NO_PASSWORD, 0).astype(np.int32)),
            "operation": named(operation, PORTAL_OPERATIONS + API_OPERATIONS),
            "source_ip": pa.array([address(number) for number in rows["address"].tolist()]),
        }
    )


def write_requests(folder, count, days, users, apps, random):
    file = f"{folder}/events.parquet"
    writer = None
    for rows in by_day(random, count, days, users, apps):
        table = columns(rows, users, apps)
        if writer is None:
            writer = pq.ParquetWriter(file, table.schema, compression="zstd", compression_level=1)
        writer.write_table(table, row_group_size=131_072)
    writer.close()
    os.makedirs(f"{folder}/requests", exist_ok=True)
    for day in range(days, 0, -1):
        name = str((END - np.timedelta64(day * DAY_MICROS, "us")).astype("datetime64[D]"))
        duckdb.sql(
            f"""
            copy (
              select request_id as "requestId", correlation_id as "correlationId",
                strftime(ts, '%Y-%m-%dT%H:%M:%S.%fZ') as "time", channel, auth_type as "authType",
                user_id as "userId", upn, app_id as "applicationId", app_name as "applicationName",
                operation, source_ip as "sourceIp", error_code as "errorCode",
                case when mfa then ['pwd', 'mfa'] else ['pwd'] end as amr
              from read_parquet('{file}')
              where ts >= timestamp '{name}' and ts < timestamp '{name}' + interval 1 day
              order by ts
            ) to '{folder}/requests/{name}.ndjson.zst' (format json, compression zstd)
            """
        )


def step(time, method, detail, succeeded, result, requirement):
    return {
        "authenticationStepDateTime": time,
        "authenticationMethod": method,
        "authenticationMethodDetail": detail,
        "succeeded": succeeded,
        "authenticationStepResultDetail": result,
        "authenticationStepRequirement": requirement,
    }


def steps(time, federated, fails, mfa):
    method = ("Federated", "AD FS") if federated else ("Password", "Password in the cloud")
    result = "Invalid username or password" if fails else "Correct password"
    first = step(time, *method, not fails, result, "Primary authentication")
    if not mfa:
        return [first]
    if federated:
        how = ("Previously satisfied", "")
        result = "MFA requirement satisfied by claim provided by external provider"
    else:
        how = ("Mobile app notification", "")
        result = "MFA completed in Azure AD"
    return [first, step(time, *how, True, result, "Multifactor authentication")]


def who(users, user, apps, app, alone, portal):
    if alone:
        return {
            "userDisplayName": "",
            "userPrincipalName": "",
            "userId": "",
            "servicePrincipalId": apps["app_id"][app],
            "servicePrincipalName": apps["app_name"][app],
            "signInEventTypes": ["servicePrincipal"],
            "isInteractive": False,
        }
    return {
        "userDisplayName": f"User {user:06d}",
        "userPrincipalName": users["upn"][user],
        "userId": users["user_id"][user],
        "servicePrincipalId": "",
        "servicePrincipalName": None,
        "signInEventTypes": ["interactiveUser" if portal else "nonInteractiveUser"],
        "isInteractive": portal,
    }


def sign_in(row, users, apps):
    time, user, app, channel, kind, mfa, fails, number, source, request, correlation = row
    alone, portal = kind == 2, channel == 0
    federated = not alone and users["held"][user] == FEDERATION
    status = "notApplied" if not mfa and not fails else "success" if mfa else "failure"
    return {
        "id": request,
        "createdDateTime": time,
        **who(users, user, apps, app, alone, portal),
        "appId": apps["app_id"][app],
        "appDisplayName": apps["app_name"][app],
        "ipAddress": address(source),
        "clientAppUsed": "Browser" if portal else "Mobile Apps and Desktop clients",
        "correlationId": correlation,
        "conditionalAccessStatus": "notApplied" if alone else status,
        "tokenIssuerType": "ADFederationServices" if federated else "AzureAD",
        "processingTimeInMilliseconds": 100 + number * 7,
        "riskDetail": "none",
        "resourceDisplayName": "Partner portal" if portal else "Partner API",
        "resourceId": PORTAL if portal else API,
        "crossTenantAccessType": "none",
        "authenticationRequirement": "multiFactorAuthentication" if mfa else "singleFactorAuthentication",
        "userType": "member",
        "mfaDetail": {"authMethod": "Mobile app notification", "authDetail": None} if mfa else None,
        "status": {
            "errorCode": NO_PASSWORD if fails else 0,
            "failureReason": "Error validating credentials due to invalid username or password." if fails else None,
            "additionalDetails": None,
        },
        "deviceDetail": {
            "deviceId": "",
            "operatingSystem": "Windows10",
            "browser": "Edge 142.0.0",
            "isCompliant": False,
        },
        "location": {"city": "Redmond", "state": "Washington", "countryOrRegion": "US"},
        "appliedConditionalAccessPolicies": [],
        "authenticationProcessingDetails": [] if alone else [{"key": "Login Hint Present", "value": "True"}],
        "authenticationDetails": [] if alone else steps(time, federated, fails, mfa),
    }


def write_sign_ins(folder, count, days, users, apps, random):
    users = {name: column.tolist() for name, column in users.items()}
    apps = {name: column.tolist() for name, column in apps.items()}
    encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
    with open(f"{folder}/sign-ins.ndjson", "w", buffering=1 << 22, encoding="ascii") as file:
        drawn = {name: np.array(column) for name, column in users.items()}
        for rows in by_day(random, count, days, drawn, apps):
            times = [f"{time}Z" for time in np.datetime_as_string(rows["ts"].astype("datetime64[ms]"))]
            names = ("user", "app", "channel", "kind", "mfa", "fails", "operation", "address", "request_id", "correlation_id")
            for row in zip(times, *(rows[name].tolist() for name in names)):
                file.write(encode(sign_in(row, users, apps)) + "\n")


def policy(number, name, groups, controls, custom=()):
    return {
        "id": f"22222222-0000-4000-8000-{number:012d}",
        "displayName": name,
        "state": "enabled",
        "modifiedDateTime": "2026-01-05T08:00:00Z",
        "conditions": {
            "users": {"includeUsers": [], "excludeUsers": [], "includeGroups": groups, "excludeGroups": []},
            "applications": {"includeApplications": ["All"], "excludeApplications": []},
            "clientAppTypes": ["all"],
        },
        "grantControls": {
            "operator": "OR",
            "builtInControls": controls,
            "customAuthenticationFactors": list(custom),
        },
    }


def write_directory(folder, users):
    """The same accounts as records of a directory, so that the enforced ones are the same."""
    groups = {
        "33333333-0000-4000-8000-000000000001": (POLICY, OTHER_POLICY, FEDERATION),
        "33333333-0000-4000-8000-000000000002": (CUSTOM_CONTROL,),
    }
    with open(f"{folder}/directory.ndjson", "w", encoding="ascii") as file:
        put = lambda record: file.write(json.dumps(record) + "\n")
        rows = zip(*(users[name].tolist() for name in ("user_id", "upn", "account_enabled", "held", "mfa_registered")))
        for user, upn, enabled, held, registered in rows:
            put({"id": user, "userPrincipalName": upn, "accountEnabled": enabled, "userType": "Member"})
            put({"id": user, "userPrincipalName": upn, "isMfaRegistered": registered})
            put({"userId": user, "perUserMfaState": "enforced" if held == PER_USER else "disabled"})
        for group, kinds in groups.items():
            members = users["user_id"][np.isin(users["held"], kinds)].tolist()
            put({"id": group, "members": members})
        required, custom = ([group] for group in groups)
        put(policy(1, "Require multifactor authentication", required, ["mfa"]))
        put(policy(2, "Ask a third party", custom, [], ["ThirdParty"]))
        put({"id": "securityDefaults", "isEnabled": False})
        put({"roleTemplateId": "62e90394-69f5-4237-9190-012177145e10", "members": []})
        put({"id": "contoso.example", "authenticationType": "Managed"})


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--requests", type=int, default=10_000_000)
    arguments.add_argument("--sign-ins", type=int, default=2_000_000)
    arguments.add_argument("--users", type=int, default=50_000)
    arguments.add_argument("--apps", type=int, default=40)
    arguments.add_argument("--days", type=int, default=30)
    given = arguments.parse_args()
    os.makedirs(given.folder, exist_ok=True)
    random = [np.random.default_rng([7, stream]) for stream in range(3)]
    users = accounts(random[0], given.users)
    apps = {
        "app_id": ids(random[0], given.apps),
        "app_name": np.array([f"App {number:03d} connector" for number in range(given.apps)]),
    }
    shown = {name: pa.array(column) for name, column in users.items() if name != "chance"}
    pq.write_table(pa.table(shown), f"{given.folder}/users.parquet", compression="zstd")
    write_directory(given.folder, users)
    if given.requests:
        write_requests(given.folder, given.requests, given.days, users, apps, random[1])
    if given.sign_ins:
        write_sign_ins(given.folder, given.sign_ins, given.days, users, apps, random[2])


if __name__ == "__main__":
    main()
