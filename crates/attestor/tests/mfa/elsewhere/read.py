"""Runs what a document tells people who read the tables with other tools.

The first argument is the document, the second one the folder in which `attestor-data` lies. Prints the
answer to each statement, and what the document's lines of Python print.
"""
import contextlib
import io
import json
import os
import re
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    document = file.read()
os.chdir(sys.argv[2])
opened = {}
printed = {}
for name, code in re.findall(r"```python (\w+)\n(.*?)```", document, re.S):
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(code, opened)
    printed[name] = said.getvalue().split()


def answer(sql):
    found = opened["db"].sql(sql)
    return [
        {name: None if cell is None else str(cell) for name, cell in zip(found.columns, row)}
        for row in found.fetchall()
    ]


statements = re.findall(r"```sql (\w+)\n(.*?)```", document, re.S)
print(json.dumps({"statements": {name: answer(sql) for name, sql in statements}, "printed": printed}))
