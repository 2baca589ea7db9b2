"""The files of the templates, as the start page shows them before any workshop is made of one."""

import json
from typing import Any

from motworkshop.errors import WrongUseError
from motworkshop.paths import resource_path

BLANK = "blank"


class NoSuchTemplateError(WrongUseError):
    """There is no template of this name; says which there are."""


def template_names() -> list[str]:
    """The names of all templates, the blank one first."""
    names = sorted(path.stem for path in resource_path("templates").glob("*.json"))
    return sorted(names, key=lambda name: name != BLANK)


def read_template(name: str) -> dict[str, Any]:
    """The content of a template: name, summary, journey, stages, lanes, categories …

    Raises:
        NoSuchTemplateError: there is none of this name.
    """
    if name not in template_names():
        there_are = ", ".join(template_names())
        raise NoSuchTemplateError(f"There is no template “{name}”. Choose one of: {there_are}.")
    text = resource_path("templates", f"{name}.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(text)
    return content
