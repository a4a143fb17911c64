"""Work in processes: order kept, a dead process harms one item, nothing is taken far ahead."""

import builtins
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from onrecord import jobs
from onrecord.jobs import Work, in_order, in_time

# Processes import what they do by name: eval is a name they all know.
EVAL: Work[str, object] = Work(builtins.eval, lost=lambda item: f"lost {item}")
DIE = "__import__('os')._exit(3)"


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_order(processes: int) -> None:
    slow_first = ["__import__('time').sleep(0.2) or 0", *map(str, range(1, 20))]
    assert list(in_order(EVAL, slow_first, processes)) == list(range(20))


def test_a_dead_process_is_one_lost_item() -> None:
    items = ["1", DIE, "2", "3", DIE, *map(str, range(4, 20))]
    lost = f"lost {DIE}"
    assert list(in_order(EVAL, items, 2)) == [1, lost, 2, 3, lost, *range(4, 20)]


def test_items_are_taken_as_there_is_room() -> None:
    taken = []

    def items() -> Iterator[str]:
        for number in range(1_000):
            taken.append(number)
            yield str(number)

    results = in_order(EVAL, items(), 2)
    assert next(results) == 0
    assert len(taken) < 20
    results.close()


KILLED = """
import os, signal
from test_jobs import EVAL
from onrecord.jobs import in_order
if __name__ == "__main__":
    for number in in_order(EVAL, map(str, range(1_000)), 2):
        print(number, flush=True)
        if number == 9:
            os.kill(os.getpid(), signal.SIGKILL)
"""


def test_processes_end_with_who_started_them(tmp_path: Path) -> None:
    (tmp_path / "killed.py").write_text(KILLED)
    paths = os.pathsep.join((str(Path(__file__).parent), *sys.path))
    done = subprocess.run(  # until every process that has its output has ended
        [sys.executable, tmp_path / "killed.py"],
        stdout=subprocess.PIPE, timeout=60, check=False, env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()[-1]) == (-signal.SIGKILL, b"9")


SEARCH = "__import__('re').search('(a+)+b', 'a' * 60)"


@pytest.mark.parametrize("item", [DIE, SEARCH])
def test_one_that_takes_too_long_or_dies_is_lost(item: str) -> None:
    assert in_time(EVAL, "1", 9) == 1
    began = time.monotonic()
    assert in_time(EVAL, item, 0.5) == f"lost {item}"
    assert time.monotonic() - began < 9
    first, second = (in_time(EVAL, "__import__('os').getpid()", 9) for _ in range(2))
    assert first == second  # a process serves more than one
    with pytest.raises(ZeroDivisionError):
        in_time(EVAL, "1 / 0", 9)
    assert in_time(EVAL, "__import__('time').sleep(0.6)", 9) is None  # nothing is left of an earlier bound


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
def test_one_that_died_while_it_waited_harms_no_item() -> None:
    waiting = in_time(EVAL, "__import__('os').getpid()", 9)
    assert isinstance(waiting, int)
    os.kill(waiting, signal.SIGKILL)
    assert in_time(EVAL, "1", 9) == 1


def test_processes_that_wait_long_end(monkeypatch: pytest.MonkeyPatch) -> None:
    pid = "__import__('time').sleep(0.5) or __import__('os').getpid()"
    with ThreadPoolExecutor(2) as threads:  # two at once
        waiting = list(threads.map(lambda item: in_time(EVAL, item, 60), [pid, pid]))
    monkeypatch.setattr(jobs, "_IDLE_S", -1.0)
    assert in_time(EVAL, pid, 60) in waiting
    until = time.monotonic() + 60
    while any(child.pid in waiting for child in multiprocessing.active_children()):
        assert time.monotonic() < until
        time.sleep(0.05)


READ_ON_STDIN = """
from test_jobs import EVAL
from onrecord.jobs import in_order
print(list(in_order(EVAL, map(str, range(9)), 2)))
"""


def test_a_script_that_is_read_on_standard_input_may_share_out_work() -> None:
    paths = os.pathsep.join((str(Path(__file__).parent), *sys.path))
    done = subprocess.run(
        [sys.executable, "-"], input=READ_ON_STDIN.encode(), capture_output=True, timeout=60, check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == (b"[0, 1, 2, 3, 4, 5, 6, 7, 8]", b"")


def test_what_cannot_leave_stays() -> None:
    work = Work(
        lambda item: item * 2, lost=lambda item: item, stays=lambda _: True
    )  # a lambda cannot be sent
    assert list(in_order(work, [1, 2], 2)) == [2, 4]
