"""A connection that asks nothing (空闲连接): it is closed, so that those who hold many keep nobody else from asking."""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from egovkit.text import limits

__all__ = ["Patient"]


class Patient(H11Protocol):
    """The protocol of the server, which by itself waits for the head of a request for ever (限时等待请求)."""

    _clock: asyncio.TimerHandle | None = None
    _waited: tuple[Any] | None = None
    """What was answered last when the clock was looked at, if it waited for a request then; None where it did not."""

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
        # The head of a request has come when there is something that answers it.
        cycle: RequestResponseCycle | None = self.cycle
        waits = cycle is None or cycle.response_complete
        if waits and self._waited == (cycle,):
            self.transport.abort()
            return
        self._waited = (cycle,) if waits else None
        self._clock = self.loop.call_later(limits.HEAD_SECONDS, self._look)
