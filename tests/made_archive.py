"""Small made-up pages for the archive's tests."""

from onrecord.capture import Captured

PARAGRAPHS = (
    "Boats left the harbour of Tarnmouth at dawn on Friday, an hour before the eel season opened, and came back by noon with full nets.",
    "The harbour board said the catch was the best in nine years, and that it hoped for as much again on Saturday. Nobody was hurt.",
    "“We had waited for this since the winter storms,” said Odile Brandt, who has fished the estuary for three decades.",
    "Ice was short in the market hall, and two lorries had to be sent for from the county town before the auction could begin.",
)


def page(
    *paragraphs: str,
    headline: str = "Eel season opens in Tarnmouth",
    published: str = "2024-05-03T06:00:00+00:00",
    modified: str | None = None,
    canonical: str | None = None,
    around: str = "",
) -> bytes:
    """A page of a newspaper that does not exist; ``around`` is what stands beside the article."""
    head = f'<meta property="article:published_time" content="{published}">'
    if modified:
        head += f'<meta property="article:modified_time" content="{modified}">'
    if canonical:
        head += f'<link rel="canonical" href="{canonical}">'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs or PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{headline} | Tarn Post</title>{head}'
        f'<meta property="og:site_name" content="Tarn Post"></head><body><nav>Home News Weather</nav>'
        f"<article><h1>{headline}</h1>{body}</article><footer>{around}</footer></body></html>"
    ).encode()


def captured(data: bytes, url: str = "https://tarnpost.example/eels", when: str | None = None) -> Captured:
    """A capture of ``data``."""
    return Captured(url, data, url=url, captured=when)
