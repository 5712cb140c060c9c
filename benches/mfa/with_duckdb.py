#!/usr/bin/env python3
"""What DuckDB does of the measurement: with_duckdb.py FOLDER all|convert|converted

`all` answers the eight statements over the raw Parquet files; `convert` reads the sign-ins from JSON,
decides which were made with multifactor authentication and writes the lake's columns as Parquet;
`converted` counts them by channel. Answers are JSON. Two threads, as the lake has two cores.
"""

import json
import sys

import duckdb

import statements
from workload import API, PORTAL

STEPS = "struct(succeeded boolean, authenticationStepResultDetail varchar, authenticationStepRequirement varchar)[]"
COLUMNS = {
    "id": "uuid",
    "createdDateTime": "timestamp",
    "userId": "varchar",
    "userPrincipalName": "varchar",
    "servicePrincipalId": "varchar",
    "signInEventTypes": "varchar[]",
    "appId": "uuid",
    "appDisplayName": "varchar",
    "ipAddress": "varchar",
    "clientAppUsed": "varchar",
    "correlationId": "uuid",
    "conditionalAccessStatus": "varchar",
    "tokenIssuerType": "varchar",
    "resourceDisplayName": "varchar",
    "resourceId": "varchar",
    "authenticationRequirement": "varchar",
    "status": "struct(errorCode integer)",
    "authenticationDetails": STEPS,
}
RESULTS = [
    "MFA requirement satisfied by claim provided by external provider",
    "MFA requirement satisfied by claim in the token",
    "MFA completed in Azure AD",
    "MFA successfully completed",
]


def converting(folder):
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
    results = ", ".join(f"'{result}'" for result in RESULTS)
    return f"""
    copy (
      select createdDateTime as ts,
        case resourceId when '{PORTAL}' then 'portal' when '{API}' then 'api' else 'other' end as channel,
        case when list_contains(signInEventTypes, 'servicePrincipal') then 'appOnly'
          when resourceId = '{PORTAL}' then 'user' else 'appUser' end as auth_type,
        status.errorCode as error_code,
        status.errorCode = 0 and len(list_filter(authenticationDetails, lambda step: step.succeeded and (
          replace(lower(step.authenticationStepRequirement), '-', '') = 'multifactor authentication'
          or step.authenticationStepResultDetail in ({results})))) > 0 as mfa,
        try_cast(nullif(userId, '') as uuid) as user_id, appId as app_id, appDisplayName as app_name,
        try_cast(resourceId as uuid) as resource_id, clientAppUsed as client_app,
        conditionalAccessStatus as ca_status, tokenIssuerType as token_issuer,
        lower(userPrincipalName) as upn, resourceDisplayName as operation, ipAddress as source_ip,
        id as request_id, correlationId as correlation_id
      from read_json('{folder}/sign-ins.ndjson', format = 'newline_delimited', columns = {{{columns}}})
    ) to '{folder}/sign-ins.parquet' (format parquet, compression zstd)"""


def main():
    folder, what = sys.argv[1:]
    database = duckdb.connect()
    database.sql("set threads = 2")
    if what == "convert":
        database.sql(converting(folder))
    elif what == "converted":
        counted = f"""
        select channel, count(*) as n, {statements.WITH} as m
        from read_parquet('{folder}/sign-ins.parquet') where error_code = 0 group by channel order by channel"""
        print(json.dumps(database.sql(counted).fetchall(), default=str))
    else:
        results = {
            name: database.sql(statements.duckdb(name, folder)).fetchall() for name in statements.STATEMENTS
        }
        print(json.dumps(results, default=str))


if __name__ == "__main__":
    main()
