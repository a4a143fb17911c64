"""``make screenshots``: five pages of the reading room, light and dark, into docs/pictures.

The archive is made from cases/, so the pictures show pages that are written for tests.
"""

import io
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from command import run_command
from made_room import WALL, fill
from onrecord.archive import Archive
from served_room import served

OUT = Path(__file__).parent.parent / "docs" / "pictures"
WIDTH, HEIGHT = 1120, 720


def main() -> int:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        print("no Chromium: as root, apt-get install chromium", file=sys.stderr)
        return 2
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "press.db"
        with Archive(file) as archive:
            fill(archive)
            shown = tuple(pages(archive))
        with served(file) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            for scheme in ("light", "dark"):
                photograph(browser, address, shown, dark=scheme == "dark")
            browser.close()
    return 0


def pages(archive: Archive) -> Iterator[tuple[str, str]]:
    """Name and address of each page."""
    record = archive.get(WALL)
    first, second, *_ = (version.id for version in archive.versions(WALL))
    yield "search", "/?q=storm"
    yield "record", f"/record/{record.id}"
    yield "evidence", f"/record/{record.id}#of-date_published"
    yield "versions", f"/diff/{first}/{second}"
    yield "speaker", "/person?name=Kofi+Lascelles"


def photograph(browser: Browser, address: str, shown: tuple[tuple[str, str], ...], *, dark: bool) -> None:
    scheme = "dark" if dark else "light"
    context = browser.new_context(
        base_url=address,
        viewport={"width": WIDTH, "height": HEIGHT},
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    for name, path in shown:
        page.goto(path)
        page.wait_for_load_state("networkidle")
        file = OUT / f"{name}-{scheme}.png"
        small(page.screenshot()).save(file, optimize=True)
        print(f"{file.name}: {file.stat().st_size:,} bytes")
    context.close()


def small(png: bytes) -> Image.Image:
    """The picture in 64 colours, which pages of text do not exceed by much: a third of the bytes."""
    with Image.open(io.BytesIO(png)) as whole:
        return whole.convert("RGB").quantize(64, dither=Image.Dither.NONE)


if __name__ == "__main__":
    run_command(main)
