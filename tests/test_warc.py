"""WARC and WACZ: what they hold comes out, whatever they claim; what is broken is left out and told."""

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest
from backports import zstd
from fastwarc.warc import ArchiveIterator
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as WarcioIterator

from made_archive import page
from onrecord import limits
from onrecord.capture import Captured, Lost, Redirected, Revisited, read_capture
from onrecord.warc import Walk, read_wacz, read_warc, write_warc

URL = "https://tarnpost.example/eels"
PAGE = page()


def record(block: bytes, kind: str = "response", url: str = URL, **more: str) -> bytes:
    """A record, by hand: as it stands in a file, right or wrong."""
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": url,
        "WARC-Date": "2024-05-03T10:00:00Z",
        "WARC-Record-ID": "<urn:uuid:1>",
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in more.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def http(body: bytes = PAGE, status: str = "200 OK", **fields: str) -> bytes:
    told = {
        "Content-Type": "text/html; charset=utf-8",
        **{name.replace("_", "-"): value for name, value in fields.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def read(data: bytes) -> list[object]:
    return list(read_warc(io.BytesIO(data), "a.warc"))


def chunked(body: bytes) -> bytes:
    parts = [body[at : at + 700] for at in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_response_with_all_that_is_known_of_it(pack: type[bytes]) -> None:
    first, second = record(http()), record(http(b"<h1>Other</h1>"), url=URL + "/2")
    one, two = read(pack(first) + pack(second))
    assert isinstance(one, Captured)
    assert isinstance(two, Captured)
    assert (one.data, one.url, one.captured, one.status) == (PAGE, URL, "2024-05-03T10:00:00Z", 200)
    assert (one.file, one.offset, one.record_id) == ("a.warc", 0, "urn:uuid:1")
    assert two.offset == len(pack(first))


def deflate(body: bytes) -> bytes:
    raw = zlib.compressobj(wbits=-15)
    return raw.compress(body) + raw.flush()


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (chunked(PAGE), {"Transfer_Encoding": "chunked"}),
        (PAGE, {"Transfer_Encoding": "chunked"}),
        (chunked(gzip.compress(PAGE)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (gzip.compress(PAGE), {"Content_Encoding": "gzip"}),
        (gzip.compress(PAGE), {}),
        (gzip.compress(gzip.compress(PAGE)), {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "gzip"}),
        (PAGE, {"Content_Encoding": "br"}),
        (PAGE, {"Content_Encoding": "deflate"}),
        (zlib.compress(PAGE), {"Content_Encoding": "deflate"}),
        (deflate(PAGE), {"Content_Encoding": "deflate"}),
        (brotli.compress(PAGE), {"Content_Encoding": "br"}),
        (zstd.compress(PAGE), {"Content_Encoding": "zstd"}),
        (gzip.compress(PAGE), {"Content_Encoding": "br"}),
    ],
    ids=range(14),  # packed bytes are no names: they hold the time
)
def test_encodings_are_told_by_the_bytes(body: bytes, fields: dict[str, str]) -> None:
    (found,) = read(record(http(body, **fields)))
    assert isinstance(found, Captured)
    assert found.data == PAGE
    assert found.troubles == ()
    assert set(found.headers) >= {(key.lower().replace("_", "-"), value) for key, value in fields.items()}
    (read_of_it,) = read_capture(found)
    assert read_of_it.troubles == ()


PACKED = [
    (gzip.compress, "gzip"),
    (zlib.compress, "deflate"),
    (deflate, "deflate"),
    (brotli.compress, "br"),
    (zstd.compress, "zstd"),
]


@pytest.mark.parametrize(("pack", "told"), PACKED, ids=["gzip", "zlib", "deflate", "br", "zstd"])
def test_what_is_missing_of_a_packed_body_is_told(pack: Callable[[bytes], bytes], told: str) -> None:
    letters = random.Random(1).choices("abcdefghij ", k=300_000)
    body = b"<p>" + "".join(letters).encode()
    packed = pack(body)
    (cut,) = read(record(http(packed[: len(packed) * 2 // 3], Content_Encoding=told)))
    assert isinstance(cut, Captured)
    assert body.startswith(cut.data)
    assert len(cut.data) > len(body) // 3  # zstd packs 128 KB at once
    assert [t.code for t in cut.troubles] == ["compression-broken"]
    (grown,) = read(record(http(pack(b"<p>" + bytes(10_000_000)), Content_Encoding=told)))
    assert isinstance(grown, Captured)
    assert len(grown.data) < 10_000_000
    assert [t.code for t in grown.troubles] == ["page-too-large"]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_body_of_several_streams_is_read_to_its_end(pack: Callable[[bytes], bytes]) -> None:
    (found,) = read(record(http(pack(PAGE[:900]) + pack(PAGE[900:]))))
    assert isinstance(found, Captured)
    assert (found.data, found.troubles) == (PAGE, ())


def test_a_packing_that_is_not_undone_is_told() -> None:
    (found,) = read(record(http(bytes(range(256)) * 8, Content_Encoding="odd")))
    assert isinstance(found, Captured)
    (read_of_it,) = read_capture(found)
    assert [trouble.code for trouble in read_of_it.troubles] == ["compression-unread"]


def test_of_a_chunk_that_is_cut_what_is_there_is_kept() -> None:
    whole = chunked(PAGE)
    start = whole.index(b"\r\n") + 2
    for cut in (whole[: start + 20], whole[: start + 1]):
        (found,) = read(record(http(cut, Transfer_Encoding="chunked")))
        assert isinstance(found, Captured)
        assert found.data == cut[start:]


def test_a_body_that_unpacks_without_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PAGE_BYTES", 50_000)
    monkeypatch.setattr(limits, "DECOMPRESSION_RATIO", 10_000)
    for bomb in (
        gzip.compress(b"<p>" + b"x" * 10**7),
        brotli.compress(b"<p>" + b"x" * 10**7),
        zstd.compress(b"<p>" + b"x" * 10**7),
    ):
        (found,) = read(record(http(bomb, Content_Encoding="br")))
        assert isinstance(found, Captured)
        assert len(found.data) <= 50_001


def test_other_records() -> None:
    found = read(
        record(b"software: x", "warcinfo")
        + record(PAGE, "resource", Content_Type="text/html")
        + record(http(b"\x89PNG\r\n"), url=URL + ".png")
        + record(http(b"{}", Content_Type="application/json"), url=URL + ".json")
        + record(http(b"", "301 Moved", Location="/eels/new"))
        + record(http(b"", "301 Moved", Location="/älar#top"))
        + record(
            http(b""), "revisit", WARC_Refers_To_Target_URI=URL, WARC_Refers_To_Date="2024-05-01T00:00:00Z"
        )
        + record(http(b"", Content_Type="image/png"), "revisit", url=URL + ".png")
        + record(b"dns", url="dns:tarnpost.example")
        + record(http(), WARC_Truncated="length")
    )
    resource, moved, raw, again, cut = found
    assert isinstance(resource, Captured)
    assert resource.status is None
    assert moved == Redirected("a.warc, record at byte " + moved.name.rpartition(" ")[2], URL, URL + "/new")  # type: ignore[attr-defined]
    assert isinstance(raw, Redirected)
    assert raw.target == "https://tarnpost.example/%C3%A4lar"
    assert isinstance(again, Revisited)
    assert (again.earlier_url, again.earlier_captured) == (URL, "2024-05-01T00:00:00Z")
    assert (again.url, again.captured, again.headers[0]) == (URL, "2024-05-03T10:00:00Z", (":status", "200"))
    assert (again.file, again.record_id) == ("a.warc", "urn:uuid:1")
    assert (again.offset or 0) > 0
    (plain,) = read(record(http(b""), "revisit"))
    assert isinstance(plain, Revisited)
    assert (plain.earlier_url, plain.earlier_captured) == (URL, None), "it does not say of what: of itself"
    assert isinstance(cut, Captured)
    assert [trouble.code for trouble in cut.troubles] == ["capture-truncated"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_broken_records_are_left_out_and_the_next_are_read(pack: type[bytes]) -> None:
    good = pack(record(http()))
    broken = bytearray(good)
    broken[len(broken) // 2] ^= 0xFF
    wrong_length = pack(record(http(), Content_Length="50"))
    files = {
        "garbage between": good + b"GARBAGE\r\n\r\n" * 9 + good,
        "cut at the end": good + good + good[: len(good) // 2],
        "a length that is too short": good + wrong_length + good,
        "no HTTP in it": good + pack(record(b"nothing of the kind")) + good,
    }
    if pack is gzip.compress:
        files["a flipped bit"] = good + bytes(broken) + good
    for what, data in files.items():
        found = read(data)
        whole = [one for one in found if isinstance(one, Captured) and one.data == PAGE]
        lost = [one for one in found if isinstance(one, Lost)]
        assert len(whole) == 2, what
        assert lost, what
        assert all("\n" not in one.reason for one in lost)


def test_records_that_were_told_before_are_passed_over_with_the_damage_between_them() -> None:
    one, two, three = (record(http(), url=f"{URL}/{number}") for number in (1, 2, 3))
    asked = record(b"GET /", "request")
    data = asked + one + asked + b"GARBAGE\r\n\r\n" * 9 + two + three

    def told(passing: int, *, again: bool = False) -> list[str]:
        found = read_warc(io.BytesIO(data), "a.warc", Walk(passing=passing, again=again))
        return [one.url[-1] if isinstance(one, Captured) and one.url else type(one).__name__ for one in found]

    assert told(0) == ["1", "Lost", "2", "3"]
    assert told(1) == ["Lost", "2", "3"]
    assert told(2) == ["3"]
    assert told(2, again=True) == ["2", "3"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress], ids=["plain", "gzip", "zstd"])
@pytest.mark.parametrize("far", [999_990, 999_999, 2_500_000])
def test_the_next_record_is_found_however_far_it_is(pack: type[bytes], far: int) -> None:
    good = pack(record(http()))
    gap = b"GARBAGE\r\n" + b"\x1f\x8b\x08!" + b"\x28\xb5\x2f\xfd" + b"." * (far - 18) + b"\n"
    found = [one for one in read(good + gap + good) if isinstance(one, Captured)]
    assert [one.offset for one in found] == [0, len(good) + far]


@pytest.mark.parametrize("at", [0, 1])
def test_a_gzip_member_that_holds_nothing_takes_no_other_with_it(at: int) -> None:
    members = [gzip.compress(record(http(), url=f"{URL}/{n}")) for n in range(2)]
    members[at:at] = [gzip.compress(b"")] * 3
    assert [found.url for found in read(b"".join(members)) if isinstance(found, Captured)] == [f"{URL}/0", f"{URL}/1"]  # fmt: skip
    assert len(read(b"".join(members))) == 2


@pytest.mark.parametrize("interim", [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 2])  # fmt: skip
def test_heads_before_the_answer_are_passed_over(interim: bytes) -> None:
    (found,) = read(record(interim + http()))
    assert isinstance(found, Captured)
    assert (found.status, found.data) == (200, PAGE)
    (alone,) = read(record(b"HTTP/1.1 101 Switching Protocols\r\n\r\nno page"))
    assert isinstance(alone, Captured)
    assert alone.status == 101


def test_a_length_beyond_all_bounds_reads_nothing_into_memory() -> None:
    (found,) = read(record(http(), Content_Length="99999999999999"))
    assert isinstance(found, Lost)


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
@pytest.mark.parametrize("length", ["99999999999999", "999999"])
def test_a_record_that_claims_more_than_the_file_holds_takes_no_other_with_it(
    pack: type[bytes], length: str
) -> None:
    greedy, good = pack(record(http(), Content_Length=length)), pack(record(http()))
    found = read(good + greedy + good + good)
    assert [type(one) for one in found] == [Captured, Lost, Captured, Captured]


def test_a_record_may_claim_one_byte_more_than_the_file_holds() -> None:
    good = record(http())
    beyond = len(http()) + len(b"\r\n\r\n") + 2 * len(good) + 1
    found = read(record(http(), Content_Length=str(beyond)) + good + good)
    assert [type(one) for one in found] == [Lost, Captured, Captured]


def test_headers_without_end_are_kept_no_further_than_a_bound() -> None:
    endless = b"HTTP/1.1 304 Not Modified\r\nX-Endless: " + b"x" * 1_000_000
    (found,) = read(record(endless, "revisit"))
    assert isinstance(found, Revisited)
    assert sum(len(value) for _, value in found.headers) < 2 * limits.WARC_HEADERS


def test_a_file_that_ends_in_its_first_header_is_told() -> None:
    whole = record(http())
    for cut in (9, 12, 30, 60, 120):
        assert [type(one) for one in read(whole[:cut])] == [Lost], whole[:cut]


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_a_file_that_ends_in_a_later_header_is_told(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(record(http()))
    for cut in (5, 12, 30, 60, 120):
        found = read(whole + whole + whole[:cut])
        assert [type(one) for one in found] == [Captured, Captured, Lost], cut
    for last in (
        record(b"x: WARC/1.1\r\n", "metadata"),
        record(http(b"<p>WARC/1.0\n" + gzip.compress(PAGE))),
    ):
        assert not [one for one in read(whole + pack(last)) if isinstance(one, Lost)]


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress], ids=["gzip", "zstd"])
def test_a_record_that_is_cut_is_told_once(pack: Callable[[bytes], bytes]) -> None:
    whole = pack(record(http()))
    for cut in range(5, len(whole) - 9, 7):
        assert [type(one) for one in read(whole + whole[:cut])] == [Captured, Lost], cut


def test_damage_in_the_middle_is_told_once() -> None:
    whole = gzip.compress(record(http()))
    for at in range(15, len(whole) - 9, 7):
        damaged = whole[:at] + b"\xff" * 8 + whole[at + 8 :]
        found = read(whole + damaged + whole)
        assert [type(one) for one in found] == [Captured, Lost, Captured], at


def test_a_record_that_is_cut_in_its_head_is_told_by_that() -> None:
    whole = record(http())
    for end in (b"WARC-Date", b"Content-Length"):
        (lost,) = read(whole[: whole.index(end)])
        assert isinstance(lost, Lost)
        assert "cut short in its head" in lost.reason


def test_what_is_no_warc_at_all() -> None:
    assert all(isinstance(one, Lost) for one in read(b"hello " * 1_000))
    assert read(b"") == [Lost("a.warc", "broken: no whole record in it")], "a download of which nothing came"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_mutation_of_a_warc_fails(data: st.DataObject) -> None:
    parts = [record(http()), record(http(chunked(PAGE), Transfer_Encoding="chunked"))]
    packed = data.draw(st.booleans())
    whole = bytearray(b"".join(gzip.compress(part) if packed else part for part in parts))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        whole[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=12))
    for found in read(bytes(whole)):
        assert isinstance(found, Captured | Lost | Redirected | Revisited)


def wacz(members: dict[str, bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    out.seek(0)
    return out


def test_wacz() -> None:
    data = gzip.compress(record(http()))
    found = list(read_wacz(wacz({"archive/data.warc.gz": data, "pages/pages.jsonl": b"{}"}), "a.wacz"))
    (one,) = found
    assert isinstance(one, Captured)
    assert (one.data, one.file) == (PAGE, "a.wacz/archive/data.warc.gz")
    (one,) = read_wacz(wacz({"archive/data.warc.zst": zstd.compress(record(http()))}), "a.wacz")
    assert isinstance(one, Captured)
    for odd in (
        wacz({"x.txt": b"x"}),
        io.BytesIO(b"PK\x03\x04 and nothing"),
        io.BytesIO(wacz({"archive/a.warc": data}).read()[:-30]),
    ):
        (lost,) = read_wacz(odd, "a.wacz")
        assert isinstance(lost, Lost)


def test_a_member_that_claims_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WARC_BYTES", 10_000)
    (lost,) = read_wacz(wacz({"archive/a.warc": b"0" * 10_000_000}), "a.wacz")
    assert isinstance(lost, Lost)
    assert "too large" in lost.reason


def captures() -> Iterator[Captured]:
    yield Captured(
        "a",
        PAGE,
        url=URL,
        captured="2024-05-03T11:00:00+01:00",
        headers=((":status", "200"), ("content-type", "text/html"), ("content-encoding", "br")),
    )
    yield Captured("b", PAGE, url=URL + "/2", captured=None)


@pytest.mark.parametrize("title", ["Z\xc3\xbcrich", "Z\xfcrich", "\xc3\x85land \xe2\x80\xa6"])
def test_header_bytes_that_are_not_ascii_go_through_a_warc_as_they_came(title: str) -> None:
    headers = ((":status", "200"), ("content-type", "text/html"), ("x-title", title))
    data = b"".join(write_warc([Captured("a", PAGE, url=URL, headers=headers)]))
    (found,) = read(data)
    assert isinstance(found, Captured)
    assert dict(found.headers)["x-title"] == title
    assert all(entry.verify_block_digest() for entry in ArchiveIterator(io.BytesIO(data), parse_http=False))


def test_header_letters_that_no_client_gives_are_quoted() -> None:
    headers = ((":status", "200"), ("content-type", "text/html"), ("x-title", "Łódź"))
    (found,) = read(b"".join(write_warc([Captured("a", PAGE, url=URL, headers=headers)])))
    assert isinstance(found, Captured)
    assert dict(found.headers)["x-title"] == "%C5%81%C3%B3d%C5%BA"


def test_captures_into_a_warc_and_out_again() -> None:
    data = b"".join(write_warc(captures()))
    one, two = read(data)
    assert isinstance(one, Captured)
    assert isinstance(two, Captured)
    assert (one.data, one.url, one.captured, one.status) == (PAGE, URL, "2024-05-03T10:00:00Z", 200)
    assert (two.data, two.url, two.status) == (PAGE, URL + "/2", None)
    kinds = [entry.rec_type for entry in WarcioIterator(io.BytesIO(data))]
    assert kinds == ["response", "resource"]
    assert all(entry.verify_block_digest() for entry in ArchiveIterator(io.BytesIO(data), parse_http=False))


@pytest.mark.parametrize(
    ("name", "kept"), [("urn:uuid:1f", True), ("https://x.example/1", True), ("1f", False), ("a b:c", False)]
)
def test_the_name_of_a_record_is_kept_where_a_warc_may_bear_it(name: str, *, kept: bool) -> None:
    (told,) = read(b"".join(write_warc([Captured("a", PAGE, url=URL, record_id=name)])))
    assert isinstance(told, Captured)
    assert (told.record_id == name) is kept


def test_a_day_of_capture_is_no_midnight_in_a_warc() -> None:
    (told,) = read(b"".join(write_warc([Captured("a", PAGE, url=URL, captured="2024-05-03")])))
    assert isinstance(told, Captured)
    assert told.captured == "2024-05-03"
