"""Answers for Scrapy with heads that end: Twisted gathers header lines in memory as long as a server sends them."""

from typing import Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.http import Request, Response
from twisted.python.failure import Failure
from twisted.web._newclient import BODY

from onrecord import limits


class _HeadTooLong(ValueError):  # noqa: N818  # reads as what it says
    """The head of an answer passes `limits.WARC_HEADERS`, and no record of it could be read."""


class BoundedHeads(HTTP11DownloadHandler):
    """Scrapy's download handler, for which an answer whose head does not end is one that is too large."""

    def __init__(self, crawler: Any) -> None:  # noqa: ANN401  # Scrapy's
        super().__init__(crawler)
        made: Any = self._pool._factory  # noqa: SLF001  # there is no other way to it

        class Factory(made):  # type: ignore[misc]  # a class that Scrapy chooses
            def buildProtocol(self, address: Any) -> Any:  # noqa: ANN401, N802  # Twisted's
                return _bounded(super().buildProtocol(address))

        self._pool._factory = Factory  # noqa: SLF001  # the same

    async def download_request(self, request: Request) -> Response:
        """As Scrapy asks."""
        try:
            return await super().download_request(request)
        except DownloadFailedError as error:
            if _HeadTooLong.__name__ in str(error):  # several layers of Twisted's below
                raise DownloadCancelledError(request.url) from error
            raise


def _bounded(protocol: Any) -> Any:  # noqa: ANN401  # Twisted's
    """``protocol``, which takes no more once so many bytes of a head came, those of heads before the answer with them."""
    received, size = protocol.dataReceived, 0
    answer: Any = None

    def counted(data: bytes) -> None:
        nonlocal answer, size
        parser = protocol._parser  # noqa: SLF001  # it alone knows how far a head has come; each answer has its own
        if parser is None or parser is not answer or parser.state == BODY:
            answer, size = parser, 0
        if size > limits.WARC_HEADERS:
            protocol._giveUp(Failure(_HeadTooLong()))  # type: ignore[no-untyped-call]  # noqa: SLF001  # as Twisted's own does
        else:
            size += len(data)
            received(data)

    protocol.dataReceived = counted
    return protocol
