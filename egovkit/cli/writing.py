"""How a command writes a file (写文件): beside it, and then in its place."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from contextlib import suppress
from pathlib import Path

__all__ = ["write_file"]


def write_file(path: Path, data: bytes, *, keep_times: bool = False) -> None:
    """Put bytes in the place of a file, the whole of them or none (写入).

    They are written into a new file of the same folder, which replaces the old one when all of it is on the disk. What
    fails on the way, a full disk, a quota, a lost right, leaves the old file as it was, and nothing beside it. A file
    that was there keeps its mode, and its times where `keep_times`; a link stays a link, and what it leads to is
    replaced, other hard links to it are not. What is no regular file (a device, a pipe) is written to as it is.

    OSError as of any file that cannot be written.
    """
    # A link to a link, too; what is not there is named as it was given.
    target = Path(os.path.realpath(path))
    try:
        old = target.stat()
    except FileNotFoundError:
        old = None
    if old is not None and not stat.S_ISREG(old.st_mode):
        target.write_bytes(data)
        return
    if old is not None and not os.access(target, os.W_OK):
        # A file without the right to write is protected, also in a folder of one's own.
        raise PermissionError(13, "it is write-protected", str(path))
    beside = target.with_name(f".egovkit-{secrets.token_hex(6)}")
    try:
        _write_new(beside, data)
        if old is not None:
            shutil.copystat(target, beside)
            if not keep_times:
                os.utime(beside)
            _keep_owner(beside, old)
        beside.replace(target)
    except OSError as error:
        # Of the two files the user knows one.
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        beside.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes) -> None:
    # The rights of a new file are the user's own (umask), which those of a temporary file are not.
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _keep_owner(path: Path, old: os.stat_result) -> None:
    new = path.stat()
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid) and hasattr(os, "chown"):
        # Only root gives a file away; another's file is his own afterwards, as with every editor.
        with suppress(PermissionError):
            os.chown(path, old.st_uid, old.st_gid)
            path.chmod(stat.S_IMODE(old.st_mode))
