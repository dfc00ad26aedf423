"""Documents of the county of Anlan, in few words."""

BODY = "内容如下。\n"


def written_as(*lines: str, body: str) -> str:
    """A document: its front matter line by line, and its text."""
    return "---\n" + "\n".join(lines) + "\n---\n\n" + body


def record(kind: str, title: str, *fields: str, body: str = BODY, issuer: str = "安澜县水利局", day: str = "2026-10-12") -> str:
    return written_as(f"title: {title}", f"kind: {kind}", f"issuer: {issuer}", f"publishedOn: {day}", *fields, body=body)


def normative(number: str, title: str, *fields: str, body: str = BODY, issuer: str = "安澜县水利局", day: str = "2026-10-12") -> str:
    """A document of the column's kind, with a number and the day on which it was made."""
    dates = (f"documentDate: {day}", f"publishedOn: {day}")
    return written_as(f"title: {title}", f"documentNumber: {number}", f"issuer: {issuer}", *dates, *fields, body=body)
