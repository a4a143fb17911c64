"""Who signed below the text: believed where nothing above it names anybody."""

import pytest

import onrecord
from seen import PROSE

_BIO = "<p>" + "Ida Holm keeps bees and boats and has done so for longer than anybody else. " * 9 + "</p>"


def authors(after: str, before: str = "") -> list[str]:
    page = f"<title>Harbour closed</title><div><h1>Harbour closed</h1>{before}{PROSE * 4}{after}</div>"
    return [a.name for a in onrecord.extract(page).author]


@pytest.mark.parametrize(
    "after",
    [
        "<p>Words: Ida Holm</p>",
        "<p>Posted by: Ida Holm</p>",
        "<p>Story by Ida Holm. Photos by Max Roe.</p>",
        "<p>Contact Ida Holm at ida@bay.example.</p>",
        "<h4>About the author: Ida Holm</h4><p>Ida has kept bees since 2009.</p>",
        "<h3>About the author</h3><p>Ida Holm</p><p>Keeper of bees.</p>",
        "<h2>Written by Ida Holm</h2>",
        "<h3>About Ida Holm</h3><p>Ida has kept bees since 2009.</p>",
        "<p><em>Ida Holm teaches at a school in Harrow and has kept bees since 2009.</em></p>",
        "<p>Ida Holm is a freelance writer who lives in Harrow.</p>",
        "<p>Ida Holm</p><p>Ida Holm is a freelance writer who lives in Harrow.</p>",
        "<p>Follow Ida Holm on Twitter: @idaholm.</p>",
        "<p>Ida Holm can be reached at 555-0102.</p>",
        "<p>— Ida Holm</p>",
        f"<div class=author-text><p>Ida Holm</p>{_BIO}</div>",
        f"<div class=author-box><h3>Ida Holm</h3>{_BIO}</div>",
        "<p>Yours faithfully,</p><p>Ida Holm<br>Chair</p>",
        "<p>God bless,<br>Ida Holm</p>",
        "<p>With every blessing,</p><p>Ida Holm</p>",
        "<article><footer><p>Posted by Ida Holm</p></footer></article>",
    ],
)
def test_whoever_signs_below_the_text_wrote_it(after: str) -> None:
    assert authors(after) == ["Ida Holm"]


@pytest.mark.parametrize(
    "after",
    [
        "<h3>Read next</h3><p>By Ida Holm</p>",
        f"<h3>Read next</h3><div class=author-box><p>Ida Holm</p>{_BIO}</div>",
        f"<div class=story-text><p>Ida Holm</p>{_BIO}</div>",
        "<p><a href='/2'>Harbour open again after the storm</a></p><p>By Ida Holm</p>",
        "<div class='comments'><p>Posted by: Ida Holm</p></div>",
        "<div class='related-posts'><p>By Ida Holm</p></div>",
        "<footer><p>Posted by Ida Holm</p></footer>",
        "<p>Ida Holm is the harbour master and will retire in May, the town said.</p>",
        "<p>Contact Ida Holm at the harbour for tickets.</p>",
        "<p>Contact Ida Holm at ida@bay.example for tickets.</p>",
        "<p>By Friday the Harbour Board will decide.</p>",
        "<blockquote>No harbour is ever closed for good.</blockquote><p>— Ida Holm</p>",
        "<p>“No harbour is ever closed for good.”</p><p>— Ida Holm</p>",
        "<h3>About Harrow Bay</h3><p>Harrow Bay is a town.</p>",
        "<p>Ida Holm was a novelist who died on Monday.</p>",
        "<p>The pier was sold by Ida Holm.</p><p>Ida Holm is a novelist and has kept boats since 2009.</p>",
    ],
)
def test_names_of_others_below_the_text_are_left(after: str) -> None:
    assert authors(after) == []


def test_it_is_asked_only_where_nobody_is_named() -> None:
    assert authors("<p>Words: Ida Holm</p>", before="<p>By Max Roe</p>") == ["Max Roe"]


def test_a_letter_to_the_editor_is_signed_by_its_last_lines() -> None:
    assert authors("<p>Ida Holm</p><p>Harrow</p>", before="<p>To the editor:</p>") == ["Ida Holm"]


def test_the_name_has_its_place() -> None:
    page = f"<title>Harbour closed</title><div><h1>Harbour closed</h1>{PROSE * 4}<p><b>Words: Ida Holm</b></p></div>"
    (told,) = onrecord.extract(page).why("author")
    assert page[told.place.start : told.place.end] == told.raw == "Words: Ida Holm"


def test_who_signs_below_the_heading_of_comments_wrote_one() -> None:
    text = (
        "<p>The harbour council voted on Tuesday night to close the north quay for six months while engineers repair the wall.</p>"
        "<p>Fishing crews will land their catch at the south basin until spring, and the ferry is to leave from a pontoon.</p>"
        "<p>Work begins in March and is expected to cost four million pounds, most of which comes from a fund for coastal defences.</p>"
    )
    below = "<div><h3>Comments (2)</h3><p>By Ida Holm</p><p>3 May 2024</p><p>Well done, it was a shame for years.</p></div>"
    record = onrecord.extract(f"<article><h1>Harbour closed</h1>{text}{below}</article>")
    assert (record.author, record.date_published) == ((), None)
