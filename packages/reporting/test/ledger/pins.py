"""Which secrets are pinned by facts: read as JSON from standard input, answered as JSON on standard output.

facts: [[[unknown, times], ...], low, high]; secrets: [[unknown, ...]]. A secret is pinned when the least and the most that an assignment of
whole numbers of at least 0 can give it are the same. Solved by HiGHS through scipy; what it cannot settle in time is not pinned.
"""

import json
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

task = json.load(sys.stdin)
facts, secrets, n = task["facts"], task["secrets"], task["unknowns"]
rows, cols, data, low, high = [], [], [], [], []
for place, (terms, least, most) in enumerate(facts):
    for unknown, times in terms:
        rows.append(place)
        cols.append(unknown)
        data.append(times)
    low.append(least if least > -1e8 else -np.inf)
    high.append(most if most < 1e8 else np.inf)
constraints = LinearConstraint(csr_matrix((data, (rows, cols)), shape=(len(facts), n)), low, high)


def solve(cost, limit=60):
    answer = milp(cost, constraints=constraints, integrality=np.ones(n), bounds=Bounds(0, np.inf), options={"time_limit": limit})
    return answer.status, None if answer.x is None else np.rint(answer.x)


chance = np.random.default_rng(task["seed"])
matrix = np.zeros((len(secrets), n))
for place, unknowns in enumerate(secrets):
    matrix[place, unknowns] = 1
least, most = np.full(len(secrets), np.inf), np.full(len(secrets), -np.inf)
solved = 0


def note(x):
    global least, most
    values = matrix @ x
    least, most = np.minimum(least, values), np.maximum(most, values)


def ask(cost):
    global solved
    status, x = solve(cost)
    solved += 1
    if x is not None:
        note(x)
    if status == 2:
        print(json.dumps({"impossible": True}))
        sys.exit(0)
    return status


for _ in range(task.get("tries", 12)):
    ask(chance.choice([-1.0, 1.0], size=n) * (chance.random(n) < 0.5))
pinned, open_ended = [], 0
for place in range(len(secrets)):
    if least[place] < most[place]:
        continue
    done = [ask(matrix[place]), ask(-matrix[place])]
    if least[place] == most[place]:
        if done == [0, 0]:
            pinned.append(place)
        else:
            open_ended += 1
print(json.dumps({"pinned": pinned, "unsettled": open_ended, "solved": solved}))
