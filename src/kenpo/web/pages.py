"""Pages and fragments from templates. A page includes its fragment's template, so both agree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Response

from kenpo.web.assets import asset
from kenpo.web.desk.answer import name_of_fact
from kenpo.web.words import day_in_words, keep_days, month_of, thousands


@cache
def environment() -> Environment:
    """Return the template environment: escaping, no silent gaps, Japanese as message ids."""
    made = Environment(
        loader=PackageLoader("kenpo.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    made.globals["asset"] = asset
    made.filters.update(
        day=day_in_words,
        thousands=thousands,
        fact_name=name_of_fact,
        keep_days=keep_days,
        month=month_of,
    )
    return made


def page(
    template: str,
    context: Mapping[str, object],
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
) -> Response[str]:
    """Return a template as an HTML answer."""
    text = environment().get_template(template).render(**context)
    return Response(
        text, status_code=status, media_type=MediaType.HTML, headers=dict(headers or {})
    )
