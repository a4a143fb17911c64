"""The head of an HTTP message as it stands in a WARC: header bytes that are not ASCII stay as they came.

warcio by itself percent-quotes them, twice where they were UTF-8.
"""

from warcio.statusandheaders import StatusAndHeaders


class HttpHead(StatusAndHeaders):  # type: ignore[misc]  # warcio's, without types
    """warcio's, for headers in which each byte is the letter of its number, as HTTP clients hand them over."""

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        """What warcio writes."""
        try:
            plain: bytes = self.to_bytes(filter_func, encoding="latin-1")
        except UnicodeEncodeError:  # from elsewhere than the web, where nothing says how it was written
            plain = super().to_ascii_bytes(filter_func)
        return plain
