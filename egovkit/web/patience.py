"""A connection that asks nothing, or does not take its answer (空闲连接): it is closed, so that those who hold many keep nobody else from asking."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from egovkit.text import limits

__all__ = ["Patient"]


class Patient(H11Protocol):
    """The protocol of the server, which by itself waits for ever, for the head of a request and for who reads the answer (限时等待)."""

    _clock: asyncio.TimerHandle | None = None
    _seen: tuple[RequestResponseCycle | None, bool] | None = None
    _since: float = 0.0
    """What was answered when the clock was looked at, whether a request was waited for, and since when that is so."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to wait (开始等待)."""
        super().connection_made(transport)  # type: ignore[arg-type]  # it names the one kind that there is
        self._look()

    def connection_lost(self, exc: Exception | None) -> None:
        """End with the connection (结束)."""
        if self._clock is not None:
            self._clock.cancel()
        super().connection_lost(exc)

    def _look(self) -> None:
        cycle: RequestResponseCycle | None = self.cycle
        # The head of a request has come when there is something that answers it; what is answered may be still on its way.
        waits = (cycle is None or cycle.response_complete) and not self.transport.get_write_buffer_size()
        now = self.loop.time()
        if self._seen != (cycle, waits):
            self._seen, self._since = (cycle, waits), now
        elif now - self._since >= (limits.HEAD_SECONDS if waits else limits.EXCHANGE_SECONDS):
            self.transport.abort()
            return
        self._clock = self.loop.call_later(min(limits.HEAD_SECONDS, limits.EXCHANGE_SECONDS) / 2, self._look)
