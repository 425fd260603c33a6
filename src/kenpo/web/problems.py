"""Errors as pages a person can act on; htmx gets the same words as a fragment."""

from __future__ import annotations

from dataclasses import dataclass

import structlog
from litestar import Response
from litestar.exceptions import HTTPException

from kenpo.web.pages import page
from kenpo.web.requests import AnyRequest
from kenpo.web.words import msg

_log = structlog.get_logger("kenpo.web")


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong and what to do, in words that name nobody and show no input."""

    title: str
    todo: str


_PROBLEMS = {
    404: Problem(
        msg("ページが見つかりません"),
        msg("アドレスを確かめるか、はじめのページの入口から探してください。"),
    ),
    405: Problem(
        msg("このページではできない操作です"), msg("前のページに戻って、やり直してください。")
    ),
    500: Problem(
        msg("サーバーで問題が起きました"),
        msg("少し待ってからもう一度お試しください。続くときは係の者に知らせてください。"),
    ),
    503: Problem(
        msg("まだ準備ができていません"),
        msg("台帳のデータベースが応えていません。kenpo doctor で様子を確かめてください。"),
    ),
}
_OTHER = Problem(
    msg("この内容は受け取れません"), msg("前のページに戻って、入力を確かめてください。")
)


def show_problem(request: AnyRequest, status: int) -> Response[str]:
    """Return the page of a problem, or its fragment for the place of problems on the page."""
    context = {"problem": _PROBLEMS.get(status, _OTHER), "status": status, "here": ""}
    if request.headers.get("hx-request") == "true":
        headers = {"HX-Retarget": "#problem", "HX-Reswap": "innerHTML"}
        return page("problem_fragment.html", context, status=status, headers=headers)
    return page("problem.html", context, status=status)


def on_refusal(request: AnyRequest, error: HTTPException) -> Response[str]:
    """Answer what the framework or a route refused."""
    return show_problem(request, error.status_code)


def on_fault(request: AnyRequest, error: Exception) -> Response[str]:
    """Answer a fault of ours; the log gets the kind of error, never its values."""
    _log.error("fault", kind=type(error).__name__, route=request.scope.get("path_template") or "-")
    return show_problem(request, 500)
