"""``onrecord bulk`` as a person runs it: in a process of its own, local and on a Ray cluster that the test starts."""

import contextlib
import gzip
import json
import os
import random
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import boto3
import msgspec
import pytest
from moto.server import ThreadedMotoServer
from pyarrow import parquet

from made_copies import cases
from made_warcs import response, write_warc_file
from onrecord.archive import Archive
from onrecord.bulk.folder import Folder
from onrecord.bulk.wanted import Wanted
from onrecord.capture import Captured
from onrecord.export.columns import columns, lines, read_records, rows_of
from onrecord.record import Record
from onrecord.warc import read_warc

SECONDS = 240
"""Until a run is given up: a busy machine takes long to start Ray."""


NO_TOKENS = {"RAY_AUTH_MODE": "disabled"}
"""Else Ray writes a token into the home folder, for a cluster that nobody but this machine sees."""


def bulk(*arguments: object, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    code = "from onrecord import limits; limits.STUMBLE_S = 0; from onrecord.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, "bulk", *map(str, arguments)],
        capture_output=True, text=True, check=False, timeout=SECONDS, env={**os.environ, **(environment or {})},
    )  # fmt: skip


def urls(out: Path) -> list[str]:
    return sorted(parquet.read_table(out, columns=["url"]).column(0).to_pylist())


def pages(*numbers: int) -> list[str]:
    return sorted(f"https://tarnpost.example/eels/{number}" for number in numbers)


@pytest.fixture
def warcs(tmp_path: Path) -> Path:
    folder = tmp_path / "warcs"
    folder.mkdir()
    write_warc_file(folder / "a.warc.gz", response(1), response(2))
    write_warc_file(folder / "b.warc.gz", response(3), response(4, status="404 Not Found"))
    return folder


def test_a_row_is_what_extract_gives(warcs: Path, tmp_path: Path) -> None:
    done = bulk(warcs, "-o", tmp_path / "out", "--workers", "2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 files read, 3 rows written, 1 record left out")
    assert urls(tmp_path / "out") == pages(1, 2, 3)
    (path,) = (tmp_path / "out").glob("a-*.parquet")
    with (warcs / "a.warc.gz").open("rb") as file:
        for record, capture in zip(read_records(path), read_warc(file, "x"), strict=True):
            assert isinstance(capture, Captured)
            saved = tmp_path / "page.html"
            saved.write_bytes(capture.data)
            command = [
                sys.executable,
                "-m",
                "onrecord",
                "extract",
                str(saved),
                "--url",
                str(capture.url),
                "--captured",
                str(capture.captured),
            ]
            told = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
            assert {**json.loads(record.to_json()), "capture": None} == {**told, "capture": None}


def test_what_is_finished_is_not_done_again(warcs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bulk(warcs / "a.warc.gz", "-o", out).returncode == 0
    (path,) = out.glob("*.parquet")
    before = path.stat().st_mtime_ns
    told = json.loads(bulk(warcs, "-o", out, "--json").stdout)
    assert (told["done"], told["before"], told["rows"]) == (1, 1, 1)
    assert path.stat().st_mtime_ns == before
    assert urls(out) == pages(1, 2, 3)
    assert all(name.startswith("_") or name.endswith(".parquet") for name in os.listdir(out))  # noqa: PTH208


def test_a_file_that_fails_three_times_is_set_aside_and_the_rest_goes_on(warcs: Path, tmp_path: Path) -> None:
    lines = tmp_path / "warc.paths.gz"
    lines.write_bytes(gzip.compress(f"{warcs}/a.warc.gz\n\nhttp://127.0.0.1:9/gone.warc.gz\n".encode()))
    done = bulk(lines, "-o", tmp_path / "out", "--json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["done"] == 1
    ((where, why),) = told["aside"]
    assert where == "http://127.0.0.1:9/gone.warc.gz"
    assert "refused" in why
    assert done.stderr.count("refused") == 4  # three tries, and the end
    again = json.loads(bulk(lines, "-o", tmp_path / "out", "--json").stdout)
    assert (again["before"], len(again["aside"])) == (1, 1)


def test_what_stops_the_writing_of_a_file_is_told(warcs: Path, tmp_path: Path) -> None:
    code = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000)); from onrecord.cli import main; main()"
    command = [sys.executable, "-c", code, "bulk", str(warcs / "a.warc.gz"), "-o", str(tmp_path / "out")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.count("File too large") == done.stderr.count("\n") == 4  # three tries, and the end


def test_wrong_usage_and_what_is_not_there(warcs: Path, tmp_path: Path) -> None:
    assert bulk("-o", tmp_path / "out").returncode == 2
    assert bulk(warcs, "-o", "").returncode == 2
    done = bulk(tmp_path / "nosuch.warc.gz", "-o", tmp_path / "out")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert bulk(warcs, "-o", tmp_path / "out").returncode == 0
    done = bulk(warcs, "-o", tmp_path / "out", "--statements")
    assert done.returncode == 1
    assert "was begun with other options" in done.stderr
    done = bulk("-o", tmp_path, "--copies")
    assert (done.returncode, "no folder of onrecord bulk" in done.stderr) == (1, True)


def test_stopped_by_the_user_it_says_so_and_goes_on_later(tmp_path: Path) -> None:
    warcs, out = tmp_path / "warcs", tmp_path / "out"
    warcs.mkdir()
    for number in range(3):
        write_warc_file(warcs / f"{number}.warc.gz", *(response(100 * number + page) for page in range(100)))
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "bulk", str(warcs), "-o", str(out)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    while not list(out.glob("_work/*.rows.*")) and process.poll() is None:
        time.sleep(0.01)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does it, to the children too
    _, errors = process.communicate(timeout=SECONDS)
    assert (process.returncode, errors) == (130, "onrecord: stopped\n")
    assert bulk(warcs, "-o", out).returncode == 0
    assert len(urls(out)) == 300


def test_copies_are_those_that_the_archive_finds(tmp_path: Path) -> None:
    records = [case.record for case in cases(25)]
    out = tmp_path / "out"
    with Folder(out).opened(Wanted()):
        for number in range(3):
            told = [line for record in records[number::3] for line in lines(record)]
            parquet.write_table(rows_of(told, columns()), out / f"p{number}.parquet", row_group_size=7)
    assert bulk("-o", out, "--copies").returncode == 0
    rows = parquet.read_table(out, columns=["id", "copy_of"]).to_pylist()
    assert sorted(row["id"] for row in rows) == sorted(record.id for record in records)
    with Archive(tmp_path / "press.db") as archive:
        archive.add(out)
    with contextlib.closing(sqlite3.connect(tmp_path / "press.db")) as connection:
        theirs = dict(connection.execute("SELECT id, copy_of FROM articles"))
    assert {row["id"]: row["copy_of"] for row in rows} == theirs
    assert len([root for root in theirs.values() if root]) > 20
    before = {
        path: path.stat().st_mtime_ns for path in out.rglob("*.parquet") if path.name != "pairs.parquet"
    }
    assert bulk("-o", out, "--copies").returncode == 0
    assert before == {path: path.stat().st_mtime_ns for path in before}


def test_what_another_onrecord_kept_of_copies_is_made_anew(warcs: Path, tmp_path: Path) -> None:
    out, kept = tmp_path / "out", tmp_path / "out" / "_copies"
    done = bulk(warcs, "-o", out, "--copies", "--json")
    first = min(out.glob("*.parquet"))
    for theirs in (kept / "sketches" / f"{first.stem}.0.parquet", kept / "0a1b2c.shares1.parquet"):
        parquet.write_table(parquet.read_table(first, columns=["id"]), theirs)
    (kept / f"{next(kept.glob('*.roots.parquet')).name.split('.')[0]}.rehearsal.db").touch()
    again = bulk("-o", out, "--copies", "--json")
    assert (again.returncode, json.loads(again.stdout)["copies"]) == (0, json.loads(done.stdout)["copies"])
    assert not [
        path.name for path in kept.rglob("*") if path.name.endswith((".0.parquet", ".shares1.parquet", ".db"))
    ]


def test_what_stops_the_search_for_copies_is_told_in_a_line(warcs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bulk(warcs, "-o", out, "--copies").returncode == 0
    (roots,) = (out / "_copies").glob("*.roots.parquet")
    rehearsal = roots.with_name(roots.name.replace("roots.parquet", "rehearsal.db"))
    roots.unlink()
    rehearsal.write_text("no database")
    done = bulk("-o", out, "--copies")
    assert (done.returncode, done.stderr) == (
        1,
        f"onrecord: {rehearsal}: not an archive: the file is something else\n",
    )


def captured_again(records: list[Record], rng: random.Random) -> Iterator[Record]:
    """Each some times, on days in any order: with the text of another, a part of its own, or the same; at times elsewhere too."""
    for record in records:
        for _ in range(rng.randint(1, 4)):
            paragraphs = (rng.choice([record, record, rng.choice(records)]).article_body or "").split("\n\n")
            body = "\n\n".join(paragraphs[: rng.randint(1, len(paragraphs))])
            url = rng.choice([record.url, record.url, f"{record.url}-{rng.randint(1, 3)}"])
            own = random.Random(f"{url}{body}").getrandbits(80)
            yield msgspec.structs.replace(
                record, id=f"{own:020x}", url=url, article_body=body, blocks=(), links=(), evidence={},
                statements=None, word_count=len(body.split()), capture=msgspec.structs.replace(record.capture, digest=None),
                date_captured=f"2024-05-{rng.randint(1, 28):02}T08:00:00Z",
            )  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_copies_of_articles_that_say_several_things_are_those_that_the_archive_finds(
    tmp_path: Path, seed: int
) -> None:
    rng = random.Random(seed)
    records = list(captured_again([case.record for case in cases(20)], rng))
    rng.shuffle(records)
    out = tmp_path / "out"
    with Folder(out).opened(Wanted()):
        for number in range(2):
            told = [line for record in records[number::2] for line in lines(record)]
            parquet.write_table(rows_of(told, columns()), out / f"p{number}.parquet")
    assert bulk("-o", out, "--copies").returncode == 0
    rows = parquet.read_table(out, columns=["id", "url", "date_captured", "copy_of"]).to_pylist()
    with Archive(tmp_path / "press.db") as archive:
        assert not archive.add(out).failed
    with contextlib.closing(sqlite3.connect(tmp_path / "press.db")) as connection:
        theirs = connection.execute(
            "SELECT v.id, c.url, c.captured, o.id FROM capture c JOIN reading r ON r.capture = c.number"
            " JOIN version v ON v.number = r.version LEFT JOIN version o ON o.number = v.copy_of"
        ).fetchall()
        pairs = connection.execute(
            "SELECT v.id, o.id FROM copy JOIN version v ON v.number = version JOIN version o ON o.number = other"
        ).fetchall()
    assert {tuple(row.values()) for row in rows} == set(theirs)
    assert len({root for *_, root in theirs}) > 10
    told = parquet.read_table(out / "_copies" / "pairs.parquet", columns=["id", "other"]).to_pylist()
    assert sorted(tuple(row.values()) for row in told) == sorted(pairs)


def test_of_no_rows_none_is_a_copy(tmp_path: Path) -> None:
    (tmp_path / "empty.warc.gz").touch()
    done = bulk(tmp_path / "empty.warc.gz", "-o", tmp_path / "out", "--copies", "--json")
    assert (done.returncode, json.loads(done.stdout)["copies"]) == (0, {"rows": 0, "copies": 0, "pairs": 0})


def test_copies_are_those_of_the_rows_that_are_there(warcs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bulk(warcs, "-o", out, "--copies").returncode == 0
    for path in out.glob("a-*.parquet"):
        path.unlink()
    write_warc_file(warcs / "a.warc.gz", response(1), response(7), response(8))
    done = bulk(warcs, "-o", out, "--copies")
    assert (done.returncode, done.stderr) == (0, "")
    told = {
        row["url"]: row["copy_of"] for row in parquet.read_table(out, columns=["url", "copy_of"]).to_pylist()
    }
    assert set(told) == set(pages(1, 7, 8, 3))
    assert [told[url] is None for url in pages(1, 7, 8, 3)] == [True, False, False, False]


@pytest.fixture(scope="module")
def s3() -> Iterator[tuple[dict[str, str], str]]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield (
        {
            "AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "made", "AWS_SECRET_ACCESS_KEY": "up",
            "AWS_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true",
        },
        f"http://{host}:{port}",
    )  # fmt: skip
    server.stop()


def test_files_in_s3(s3: tuple[dict[str, str], str], warcs: Path, tmp_path: Path) -> None:
    environment, endpoint = s3
    store = boto3.client(
        "s3", endpoint_url=endpoint, region_name="us-east-1", aws_access_key_id="made", aws_secret_access_key="up",  # noqa: S106  # of a store that the test makes
    )  # fmt: skip
    store.create_bucket(Bucket="crawl")
    for path in warcs.iterdir():
        store.put_object(Bucket="crawl", Key=f"2024/{path.name}", Body=path.read_bytes())
    store.put_object(Bucket="crawl", Key="2024/readme.txt", Body=b"no WARC")
    one = bulk("s3://crawl/2024/a.warc.gz", "-o", tmp_path / "one", environment=environment)
    assert (one.returncode, one.stderr) == (0, "")
    assert urls(tmp_path / "one") == pages(1, 2)
    many = bulk("s3://crawl/2024/*.warc.gz", "-o", tmp_path / "many", environment=environment)
    assert (many.returncode, many.stderr) == (0, "")
    assert urls(tmp_path / "many") == pages(1, 2, 3)
    (first, *_) = read_records(min((tmp_path / "many").glob("a-*.parquet")))
    assert first.capture.file == "s3://crawl/2024/a.warc.gz"
    gone = bulk("s3://crawl/2025/", "-o", tmp_path / "gone", environment=environment)
    assert (gone.returncode, gone.stderr.count("\n")) == (1, 1)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Ray cluster of this machine, in a folder of its own; it ends with the tests of this file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    tool = Path(sys.executable).with_name("ray")
    folder = tmp_path_factory.mktemp("ray")
    head = subprocess.Popen(
        [tool, "start", "--head", "--block", f"--port={port}", "--node-ip-address=127.0.0.1", "--num-cpus=2",
         "--object-store-memory=100000000", "--include-dashboard=false", "--disable-usage-stats"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, env={**os.environ, **NO_TOKENS},
    )  # fmt: skip
    try:
        _until_it_listens(port)
        yield f"127.0.0.1:{port}"
    finally:
        head.terminate()
        head.wait(60)


def _until_it_listens(port: int) -> None:
    for _ in range(300):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.2)


def test_on_a_ray_cluster(cluster: str, warcs: Path, tmp_path: Path) -> None:
    local, out = tmp_path / "local", tmp_path / "ray"
    assert bulk(warcs, "-o", local).returncode == 0
    done = bulk(warcs, "-o", out, "--ray", cluster, environment=NO_TOKENS)
    assert done.returncode == 0, done.stderr
    assert urls(out) == pages(1, 2, 3)
    for path in local.glob("*.parquet"):
        assert [r.to_json() for r in read_records(path)] == [
            r.to_json() for r in read_records(out / path.name)
        ]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("127.0.0.1:1", "connection refused"),
        ("nonsense", "Invalid address format: nonsense"),
    ],
)
def test_where_no_ray_is_one_line_says_so_soon(address: str, why: str, warcs: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    done = bulk(warcs, "-o", tmp_path / "out", "--ray", address, environment=NO_TOKENS)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"onrecord: {address}: no Ray can be joined there: {why}\n")  # fmt: skip
    assert time.monotonic() - began < 60


def test_a_cluster_that_is_gone_is_not_waited_for(warcs: Path, tmp_path: Path) -> None:
    began = time.monotonic()
    gone = {**NO_TOKENS, "RAY_ADDRESS": "127.0.0.1:1"}  # as where a killed cluster left its address
    done = bulk(warcs, "-o", tmp_path / "out", "--ray", "auto", environment=gone)
    told = "onrecord: auto: no Ray can be joined there: connection refused\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)
    assert time.monotonic() - began < 60


@pytest.mark.usefixtures("cluster")
def test_a_ray_of_its_own_beside_one_that_runs(warcs: Path, tmp_path: Path) -> None:
    done = bulk(warcs, "-o", tmp_path / "out", "--ray", "local", environment=NO_TOKENS)
    assert done.returncode == 0, done.stderr
    assert urls(tmp_path / "out") == pages(1, 2, 3)


def test_the_settings_are_readable(warcs: Path, tmp_path: Path) -> None:
    assert bulk(warcs, "-o", tmp_path / "out", "--evidence", "none").returncode == 0
    told = msgspec.json.decode((tmp_path / "out" / "_bulk.json").read_bytes())
    assert told["wanted"]["evidence"] == "none"
    assert {r.evidence == {} for p in (tmp_path / "out").glob("*.parquet") for r in read_records(p)} == {True}
