"""The page and its service on a network (网络应用): a request in, an answer out, nothing kept. Needs the extra `web`."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from contextlib import asynccontextmanager
from ipaddress import ip_address
from typing import Any, Final
from urllib.parse import urlsplit

from anyio import fail_after
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from egovkit.messages import Language
from egovkit.messages import language as spoken
from egovkit.text import limits
from egovkit.web.openapi import openapi
from egovkit.web.pages import PAGE, POLICY, file_of, type_of
from egovkit.web.refusals import Refused, status_of, told
from egovkit.web.verbs import named
from egovkit.web.workers import Workers

__all__ = ["make_app"]

_HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def make_app(workers: Workers, names: Collection[str] | None = None) -> Starlette:
    """Return the application (网络应用), which ends its workers when it ends.

    `names` are those of the machine under which it answers, besides addresses in figures; None for any.

    >>> [route.path for route in make_app(Workers(1)).routes][:3]
    ['/', '/page.css', '/page.js']
    """

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    async def ask(request: Request) -> Response:
        verb = named(request.path_params["verb"]).name
        if request.method != "POST":
            raise Refused("web.method", "a document is sent here by POST")
        _own_name(request, names)
        _same_origin(request)
        given = dict(request.query_params)
        content = await _content(request)
        found = await run_sync(workers.ask, verb, content, given, _language(request))
        return Response(found.body, found.status, {**_HEADERS, "Content-Type": found.type})

    described = JSONResponse(openapi(), headers=_HEADERS)

    async def describe(_request: Request) -> Response:
        return described

    return Starlette(
        routes=[
            *(Route("/" if name == "index.html" else f"/{name}", _shown(name), methods=["GET"]) for name in PAGE),
            Route("/api/openapi.json", describe, methods=["GET"]),
            Route("/api/{verb}", ask, methods=["GET", "POST"]),
        ],
        exception_handlers={Refused: _refuse, HTTPException: _refuse_http, Exception: _refuse},
        lifespan=lifespan,
    )


def _shown(name: str) -> Any:
    async def show(_request: Request) -> Response:
        return Response(file_of(name), headers={**_HEADERS, "Content-Type": type_of(name)})

    return show


def _own_name(request: Request, names: Collection[str] | None) -> None:
    """See that the name asked for is one of this machine: another site's may lead to its address, too (DNS rebinding)."""
    if names is None:
        return
    asked = request.headers.get("host", "")
    try:
        name = (urlsplit(f"//{asked}").hostname or "").removesuffix(".")
        if name not in names:
            ip_address(name)
    except ValueError:
        raise Refused("web.host", "nothing is answered here under this name: ask the address that was shown") from None


def _same_origin(request: Request) -> None:
    """See that no page of another site sends its reader's browser here."""
    origin, host = request.headers.get("origin"), request.headers.get("host")
    if origin is not None and origin not in (f"http://{host}", f"https://{host}"):
        raise Refused("web.origin", "a page of another site cannot ask here")
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise Refused("web.origin", "a page of another site cannot ask here")


async def _content(request: Request) -> bytes | str:
    """Return what was sent: a text as one where it says so in UTF-8, anything else as a file."""
    whole = bytearray()
    try:
        with fail_after(limits.UPLOAD_SECONDS):
            async for part in request.stream():
                whole += part
                if len(whole) > limits.MAX_REQUEST:
                    most = limits.MAX_REQUEST // 2**20
                    raise Refused("web.size", "what was sent is larger than {most} MiB: split the document", most=most)
    except TimeoutError:
        message = "the document took longer than {most} s to arrive: send it again"
        raise Refused("web.slow", message, most=limits.UPLOAD_SECONDS) from None
    except ClientDisconnect:
        raise Refused("web.slow", "the document did not arrive: send it again") from None
    kind = request.headers.get("content-type", "").lower().replace(" ", "")
    return whole.decode("utf-8", "replace") if kind == "text/plain;charset=utf-8" else bytes(whole)


def _language(request: Request) -> Language:
    """Return the language asked for: in the query, else by the browser, else that of the server."""
    wanted = request.query_params.get("lang") or request.headers.get("accept-language", "")
    first = wanted.strip().lower()
    return "zh" if first.startswith("zh") else "en" if first.startswith("en") else spoken()


async def _refuse(request: Request, error: Exception) -> Response:
    said: Mapping[str, Any] = told(error, _language(request)).model_dump()
    return JSONResponse(said, status_of(error).value, headers=_HEADERS)


async def _refuse_http(request: Request, error: Exception) -> Response:
    if getattr(error, "status_code", 404) == 405:
        return await _refuse(request, Refused("web.method", "a document is sent here by POST"))
    return await _refuse(request, Refused("web.path", "there is nothing at {path}", path=request.url.path))
