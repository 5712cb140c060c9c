#!/usr/bin/env python3
"""Attestor beside DuckDB on the same data: called by benches/mfa/run, which says what it prints."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import statements

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = statements.DAY
ORGANIZATION = ["--org", "Contoso"]
CHANNELS = ["--portal-id", "11111111-0000-4000-8000-000000000001", "--api-id", "11111111-0000-4000-8000-000000000002"]


class Cost:
    """What commands took: CPU seconds, seconds, the most memory of one of them in MB."""

    def __init__(self, cpu=0.0, wall=0.0, peak=0.0):
        self.cpu, self.wall, self.peak = cpu, wall, peak

    def __add__(self, other):
        return Cost(self.cpu + other.cpu, self.wall + other.wall, max(self.peak, other.peak))


def ran(command, keep=False):
    """Runs a command; its cost, and what it wrote if that is kept."""
    with tempfile.TemporaryFile() as written:
        start = os.times().elapsed
        child = subprocess.Popen(command, stdout=written, stderr=subprocess.PIPE)
        told = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
        wall = os.times().elapsed - start
        if status:
            sys.exit(f"{' '.join(command)[:300]}\n{told.decode()}")
        written.seek(0)
        answer = written.read().decode() if keep else ""
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024), answer


class Bench:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.data = f"{folder}/lake"

    def mfa(self, *arguments, data=None, keep=False):
        where = ["--data-dir", data or self.data]
        return ran([self.program, "mfa", *arguments, *where], keep)

    def ingest(self, logs, data):
        return self.mfa("ingest", *logs, *ORGANIZATION, *CHANNELS, data=data)[0]

    def directory(self, data):
        facts = f"{self.folder}/directory.ndjson"
        return self.mfa("directory", facts, *ORGANIZATION, "--day", "2026-11-01", data=data)[0]

    def report(self, data=None):
        return self.mfa("report", *ORGANIZATION, "--day", DAY, "--fresh", "--format", "json", data=data, keep=True)

    def full_report(self, data=None):
        """The report and its three downloads."""
        cost = self.report(data)[0]
        for what in ("portal", "summary", "requests"):
            bounds = ["--to", DAY, "--newest", "10000"]
            cost += self.mfa("export", *ORGANIZATION, "--what", what, *bounds, data=data)[0]
        return cost

    def query(self, name, keep=False):
        sql = statements.lake(name)
        return self.mfa("query", sql, "--limit", "100000", "--format", "json", keep=keep)

    def queries(self):
        return sum((self.query(name)[0] for name in statements.STATEMENTS), Cost())

    def duckdb(self, *arguments, keep=False):
        return ran([sys.executable, f"{HERE}/with_duckdb.py", self.folder, *arguments], keep)


def days(folder):
    return sorted(f"{folder}/requests/{name}" for name in os.listdir(f"{folder}/requests"))


def fresh(path):
    shutil.rmtree(path, ignore_errors=True)
    return path


def prepare(bench):
    """The lake of all requests, and one without the last day."""
    if not os.path.isdir(bench.data):
        bench.ingest(days(bench.folder), bench.data)
        bench.directory(bench.data)
    but_one = f"{bench.folder}/lake-but-one"
    if not os.path.isdir(but_one):
        bench.ingest(days(bench.folder)[:-1], but_one)
        bench.directory(but_one)
        bench.report(but_one)
    bench.report()


def shown(value):
    """A cell as text that both have: DuckDB writes times and flags in its own way."""
    text = "" if value is None else str(value)
    if len(text) >= 19 and text[4:5] == "-" and text[10:11] in " T" and text[13:14] == ":":
        seconds, _, rest = text.replace("T", " ").rstrip("Z").partition(".")
        return f"{seconds}.{rest.ljust(6, '0')}"
    return text.lower() if text in ("True", "False") else text


def check(bench):
    """Every result equals DuckDB's, in the SQL of the lake and in the report; else the run ends."""
    theirs = json.loads(bench.duckdb("all", keep=True)[1])
    for name in statements.STATEMENTS:
        ours = [[shown(cell) for cell in row.values()] for row in json.loads(bench.query(name, keep=True)[1])]
        wanted = [[shown(cell) for cell in row] for row in theirs[name]]
        if ours != wanted:
            different = [pair for pair in zip(ours, wanted) if pair[0] != pair[1]][:3]
            sys.exit(f"`{name}` differs: {len(ours)} rows and {len(wanted)}; {different}")
    report = json.loads(bench.report()[1])
    shares = {row[0]: (row[2], row[1]) for row in theirs["shares"]}
    told = {channel: (report[channel]["part"], report[channel]["whole"]) for channel in ("portal", "api")}
    accounts, enabled, enforced = theirs["configuration"][0]
    pairs = [
        (told, shares),
        (report["api"]["app_only_omitted"], theirs["app-only"][0][0]),
        ((report["configuration"]["part"], report["configuration"]["whole"]), (enforced, enabled)),
        (sum(one["users"] for one in report["causes"]), sum(row[1] for row in theirs["causes"])),
        (sum(one["requests"] for one in report["causes"]), sum(row[2] for row in theirs["causes"])),
    ]
    for ours, wanted in pairs:
        if ours != wanted:
            sys.exit(f"the report differs: {ours}, and DuckDB has {wanted}")
    print(f"equal: {len(statements.STATEMENTS)} results and the report, {len(theirs['requests'])} rows in the longest")


def measure(rounds, act):
    """The median of a cost over rounds, after one that is not counted; the worst memory."""
    act()
    costs = [act() for _ in range(rounds)]
    middle = lambda of: statistics.median(of(cost) for cost in costs)
    return Cost(middle(lambda cost: cost.cpu), middle(lambda cost: cost.wall), max(cost.peak for cost in costs))


class Table:
    def __init__(self):
        self.missed = False
        print(f"\n{'':44} {'CPU s':>8} {'s':>8} {'peak MB':>8}")

    def cost(self, name, cost):
        print(f"{name:44} {cost.cpu:8.2f} {cost.wall:8.2f} {cost.peak:8.0f}", flush=True)

    def ratio(self, name, ratio, most, unit="x"):
        met = ratio <= most
        self.missed |= not met
        print(f"  {name}: {ratio:.3f} {unit}, at most {most} {unit}: {'met' if met else 'missed'}", flush=True)


def requests(bench, rounds, table):
    theirs = measure(rounds, lambda: bench.duckdb("all")[0])
    table.cost("DuckDB: eight results from raw Parquet", theirs)
    report = measure(rounds, bench.full_report)
    table.cost("report and three downloads from the lake", report)
    table.ratio("full report beside DuckDB, CPU", report.cpu / theirs.cpu, 0.25)
    queries = measure(rounds, bench.queries)
    table.cost("the same eight results by raw SQL", queries)
    table.ratio("raw SQL beside DuckDB, CPU", queries.cpu / theirs.cpu, 1.2)


def one_more_day(bench, rounds, table):
    logs, but_one = days(bench.folder), f"{bench.folder}/lake-but-one"
    data = f"{bench.folder}/lake-again"

    def all_days():
        cost = bench.ingest(logs, fresh(data))
        bench.directory(data)
        return cost + bench.report(data)[0]

    def last_day():
        shutil.copytree(but_one, fresh(data))
        return bench.ingest(logs[-1:], data) + bench.report(data)[0]

    # The rebuild takes the longest and varies the least.
    rebuild = measure(max(1, rounds // 2), all_days)
    table.cost("all days taken in, and the report", rebuild)
    added = measure(rounds, last_day)
    table.cost("the last day taken in, and the report", added)
    table.ratio("one more day beside a rebuild, CPU", added.cpu / rebuild.cpu, 0.1)
    fresh(data)


def sign_ins(bench, rounds, table):
    log, data = f"{bench.folder}/sign-ins.ndjson", f"{bench.folder}/lake-of-sign-ins"
    theirs = measure(rounds, lambda: bench.duckdb("convert")[0])
    table.cost("DuckDB: sign-ins from read_json to Parquet", theirs)
    ours = measure(rounds, lambda: bench.ingest([log], fresh(data)))
    table.cost("sign-ins taken into the lake", ours)
    table.ratio("taking in beside DuckDB, CPU", ours.cpu / theirs.cpu, 1.0)
    table.ratio("its memory", ours.peak, 500, "MB")
    check_sign_ins(bench, data)


def check_sign_ins(bench, data):
    """The sign-ins count the same by channel; else the run ends."""
    converted = json.loads(bench.duckdb("converted", keep=True)[1])
    where = "error_code = 0 group by channel order by channel"
    sql = f"select channel, count(*) as n, {statements.WITH} as m from events where {where}"
    rows = json.loads(bench.mfa("query", sql, "--format", "json", data=data, keep=True)[1])
    ours = [[shown(cell) for cell in row.values()] for row in rows]
    if ours != [[shown(cell) for cell in row] for row in converted]:
        sys.exit(f"the sign-ins differ: {ours}, and DuckDB has {converted}")
    print(f"equal: the sign-ins, {ours}")
    fresh(data)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("program")
    arguments.add_argument("folder")
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--only", choices=["check", "requests", "day", "sign-ins"])
    arguments.add_argument("--strict", action="store_true")
    given = arguments.parse_args()
    bench = Bench(given.program, given.folder)
    prepare(bench)
    check(bench)
    if given.only == "check":
        data = fresh(f"{bench.folder}/lake-of-sign-ins")
        bench.duckdb("convert")
        bench.ingest([f"{bench.folder}/sign-ins.ndjson"], data)
        check_sign_ins(bench, data)
        return
    table = Table()
    parts = {"requests": requests, "day": one_more_day, "sign-ins": sign_ins}
    for name, part in parts.items():
        if given.only in (None, name):
            part(bench, given.rounds, table)
    sys.exit(1 if given.strict and table.missed else 0)


if __name__ == "__main__":
    main()
