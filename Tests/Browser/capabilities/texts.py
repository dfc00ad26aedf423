"""Documents of the county of Anlan, in few words."""

import base64

BODY = "内容如下。\n"
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg+P///38ABf4C/qfWBZsAAAAASUVORK5CYII=")


def written_as(*lines: str, body: str) -> str:
    """A document: its front matter line by line, and its text."""
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body


def column(title: str, kind: str, *fields: str) -> str:
    """What `_column.md` says."""
    return written_as(f"title: {title}", f"kind: {kind}", f"description: 公布{title}的有关内容。", f"keywords: [{title}]", *fields, body="")


def record(kind: str, title: str, *fields: str, body: str = BODY, issuer: str = "安澜县水利局", day: str = "2026-10-12") -> str:
    return written_as(f"title: {title}", f"kind: {kind}", f"issuer: {issuer}", f"publishedOn: {day}", *fields, body=body)


def normative(number: str, title: str, *fields: str, body: str = BODY, issuer: str = "安澜县水利局", day: str = "2026-10-12") -> str:
    """A document of the column's kind, with a number and the day on which it was made."""
    dates = (f"documentDate: {day}", f"publishedOn: {day}")
    return written_as(f"title: {title}", f"documentNumber: {number}", f"issuer: {issuer}", *dates, *fields, body=body)


def table(path: str, kind: str, title: str, *fields: str, rows: str, **more: str) -> dict[str, str]:
    """A document with a table beside it."""
    return {f"{path}.md": record(kind, title, f"rows: {path.rsplit('/', 1)[-1]}.csv", *fields, **more), f"{path}.csv": rows}
