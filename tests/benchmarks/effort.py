"""How many actions it takes to make the sample's gold annotations: a replay in the real window.

A key press, a click and a drag count one each; scrolling to where the words stand counts nothing, nor does choosing
what to do next. Everything is made by events sent to the widgets, in the shortest way the window offers without
suggestions of spans; at the end what was made is compared with the gold annotations.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.figure import Figure

SPANS = 1.6  # actions for an entity
EVENT = 5.0  # actions for an event with trigger, three arguments and time


def figures() -> Iterator[Figure]:
    """Yield the actions of each kind of annotation, and how many annotations did not come out as in the gold."""
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"DATELINE_CONFIG_DIR": f"{name}/config", "DATELINE_STATE_DIR": f"{name}/state"}
        from tests.benchmarks.replay import Replay

        replay = Replay(Path(name))
        replay.run()
        spent, made = replay.hand.spent, replay.made
        for kind, limit in (("entity", SPANS), ("time", None), ("negative", None), ("boilerplate", None)):
            yield Figure(f"effort: actions for one {kind}, of {made[kind]}", spent[kind] / made[kind], "", None, limit)
        for kind in ("attribute", "relation", "date put right"):
            if made[kind]:
                yield Figure(f"effort: actions for one {kind}, of {made[kind]}", spent[kind] / made[kind], "")
        costs = replay.event_costs
        yield Figure(f"effort: actions for one event of any shape, of {len(costs)}", _mean([c for _, c in costs]), "")
        asked = [cost for shape, cost in costs if shape == (3, 1)]
        yield Figure(f"effort: event, three arguments and time, of {len(asked)}", _mean(asked), "", None, EVENT)
        yield Figure("effort: all actions", sum(spent.values()), "")
        wrong: Counter[str] = replay.differences()
        yield Figure("effort: annotations that differ from the gold", wrong.total(), "", None, 0)
        replay.close()


def _mean(values: list[int]) -> float:
    return sum(values) / len(values) if values else 0.0
