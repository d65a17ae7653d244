"""What the service refuses, and how each error is told (拒绝): a status, a code, a message in the language asked for."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from egovkit.errors import EgovkitError, ReadError
from egovkit.messages import Language
from egovkit.messages.telling import Told, messages_of

if TYPE_CHECKING:
    from egovkit.web.shapes import ErrorAnswer

__all__ = ["Refused", "status_of", "told"]


class Refused(EgovkitError):
    """A request that is not answered (拒绝请求), with the status that says so.

    >>> Refused("web.busy", "every worker is busy: ask again in a moment").status.value
    503
    """

    def __init__(self, code: str, message: str, **fields: object) -> None:
        self.code = code
        self.template = message
        self.fields = fields
        super().__init__(code, message)

    @property
    def status(self) -> HTTPStatus:
        """The status of HTTP (状态码)."""
        return _STATUSES.get(self.code, HTTPStatus.BAD_REQUEST)

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


_STATUSES = {
    "web.busy": HTTPStatus.SERVICE_UNAVAILABLE,
    "web.ended": HTTPStatus.INTERNAL_SERVER_ERROR,
    "web.fault": HTTPStatus.INTERNAL_SERVER_ERROR,
    "web.host": HTTPStatus.MISDIRECTED_REQUEST,
    "web.method": HTTPStatus.METHOD_NOT_ALLOWED,
    "web.origin": HTTPStatus.FORBIDDEN,
    "web.path": HTTPStatus.NOT_FOUND,
    "web.size": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "web.time": HTTPStatus.GATEWAY_TIMEOUT,
}


def status_of(error: Exception) -> HTTPStatus:
    """Return the status that an error is told with (错误的状态码).

    >>> status_of(ReadError("read.empty", "there is nothing in it: give the file that holds the document")).value
    422
    """
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, ReadError) or getattr(error, "code", "").startswith(("mend.", "fix.")):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    if isinstance(error, EgovkitError):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.INTERNAL_SERVER_ERROR


def told(error: Exception, language: Language) -> ErrorAnswer:
    """Return what is said of an error (错误说明), of a fault of egovkit no more than that it is one.

    >>> told(Refused("web.busy", "every worker is busy: ask again in a moment"), "zh").error.message
    '正忙，请稍后再试'
    """
    from egovkit.web.shapes import Error, ErrorAnswer  # noqa: PLC0415  # loads pydantic, which a refusal needs last

    if not isinstance(error, EgovkitError):
        error = Refused("web.fault", "a fault of egovkit: please report it with the text")
    if error.code == "read.extra":
        # How it is installed says where on this machine, which is nobody's business elsewhere.
        error = Refused("web.extra", "this service lacks the part {name} of egovkit: ask who runs it", **error.fields)
    said: Told = messages_of(error)[0]
    return ErrorAnswer(error=Error(code=said.code, message=said.zh if language == "zh" else said.en, place=said.place))
