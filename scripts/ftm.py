"""Checks entities on standard input against the FollowTheMoney model: `onrecord export --format ftm | python scripts/ftm.py`.

Needs `pip install followthemoney`. Says what is wrong of each entity, and ends with 1 where anything is.
"""

import json
import sys
from collections import Counter

from followthemoney import model
from followthemoney.exc import FollowTheMoneyException

entities = {}
faults = []
for number, line in enumerate(sys.stdin, 1):
    data = json.loads(line)
    if data["id"] in entities:
        faults.append(f"line {number}: {data['id']} stands twice")
    entities[data["id"]] = data
for data in entities.values():
    schema = model.get(data["schema"])
    try:
        schema.validate(data)
    except FollowTheMoneyException as error:
        faults.append(f"{data['id']} ({data['schema']}): {error} {getattr(error, 'errors', '')}")
        continue
    for name, values in data["properties"].items():
        prop = schema.get(name)
        for value in values:
            if prop.type.clean(value) is None:
                faults.append(f"{data['id']}.{name}: {value!r} is no {prop.type.name}")
            if prop.type.name == "entity":
                other = entities.get(value)
                if other is None or not model.get(other["schema"]).is_a(prop.range):
                    faults.append(f"{data['id']}.{name}: {value} is no {prop.range.name}")
for fault in faults:
    print(fault)
print(dict(Counter(data["schema"] for data in entities.values())))
sys.exit(1 if faults else 0)
