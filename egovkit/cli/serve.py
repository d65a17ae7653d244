"""`egovkit serve`: the page and its service on this machine, or for an office's own net (网页与服务)."""

from __future__ import annotations

import os
import re
import socket
from contextlib import suppress
from ipaddress import ip_address

from egovkit.cli.failures import Misuse
from egovkit.interchange.extras import extra
from egovkit.messages import said

__all__ = ["serve"]

# Beyond this many at once a request waits for nothing and is refused.
_MOST_AT_ONCE = 64


def serve(host: str, port: int | None, workers: int | None, allowed_host: str | None) -> int:
    """Show the page until it is interrupted: exit code 0."""
    uvicorn = extra("uvicorn", "web", "to serve the page")
    extra("starlette", "web", "to serve the page")
    from egovkit.web.app import make_app  # noqa: PLC0415  # needs the extra
    from egovkit.web.patience import Patient  # noqa: PLC0415  # needs the extra
    from egovkit.web.workers import Workers  # noqa: PLC0415  # loads all that answers

    with _listening(host, _PORT if port is None else port) as listener:
        _say(listener)
        config = uvicorn.Config(
            make_app(Workers(workers or os.cpu_count() or 1), _names(host, listener, allowed_host)),
            http=Patient,
            ws="none",
            access_log=False,
            log_level="warning",
            server_header=False,
            limit_concurrency=_MOST_AT_ONCE,
        )
        # Whoever ends it means to end it.
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
    return 0


_PORT = 8765
_HOST = re.compile(r"[0-9a-z_-]+(?:\.[0-9a-z_-]+)*|\[[0-9a-f:.]+\]")


def _listening(host: str, port: int) -> socket.socket:
    # The first address of a name is the one that the system would take.
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listener = socket.socket(family, kind, protocol)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(address)
        # Whoever reads the address may ask at once.
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


def _names(host: str, listener: socket.socket, allowed: str | None) -> frozenset[str] | None:
    """Return the names that it answers under: those that lead to this machine alone, and those that are allowed.

    None where a net is served, whose names are not known here, and none is allowed.
    """
    address = ip_address(listener.getsockname()[0].partition("%")[0])
    named = {each.strip().lower().removesuffix(".") for each in (allowed or "").split(",") if each.strip()}
    if wrong := sorted(each for each in named if not _HOST.fullmatch(each)):
        message = "{name} is no name of a host: give it without scheme, port and path"
        raise Misuse("cli.host_name", message, name=repr(wrong[0]))
    return frozenset({"localhost", host.lower(), *named}) if named or address.is_loopback else None


def _say(listener: socket.socket) -> None:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(said(f"http://{shown}:{port}/ (Ctrl+C ends it)", f"http://{shown}:{port}/ （按 Ctrl+C 结束）"), flush=True)
