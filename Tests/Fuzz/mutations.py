"""Spoils files as people, programs and attackers do: by bytes, by lines, by the grammar of what is in them."""

from __future__ import annotations

import io
import random
import re
import zipfile

NUMBERS = ["0", "-3", "1", "00", "+5", "1e9", "12.5", "0.0000001", "999999999999", "-999999999999", "1000000000000", "2147483648",
           "9223372036854775807", "-9223372036854775808", "9" * 40, "二〇二六", "１２", "NaN", "1,190", "2026-02-30", "9999-12-31", "0001-01-01",
           "2026年13月1日", "99999天", "3660年"]
CHARACTERS = ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\x00", "\x01", "\x1b", "\x7f", "\x85", "\u200b", "\u200d", "\ufeff", "\u2028", "\u202e",
              "\u2066", "\U000e0041", "\ufffd", "\ue000", "é", "e\u0301", "\u0301" * 30, "👨‍👩‍👧", "ﷺ", "𠮷", "\t", "\r", "\u3000"]
QUOTES = ["《", "》", "“", "”", "（", "）", "〔2026〕", "[", "]", "{", "}", '"', "'", "|", "^^", "||", "**", "_", "~~", "`", "```", "#", "> ", "- ",
          "1. ", "[^1]", "[^1]: 注", "\\", "---", "<", ">", "&"]
MARKDOWN = ["&#xFFFF;", "&#1;", "&#x202E;", "&#0;", "&#xD800;", "&lt;script&gt;", "&amp;amp;", "&NewLine;", "<b>", "</p>", "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>", "<!-- ", "<?php", "<![CDATA[", "[x](javascript:alert(1))", "[x](<java\nscript:1>)", "![x](data:text/html,1)",
            "[x](//evil.example)", "[x](http:evil.example)", "[x](../../../etc/passwd)", "[x](%00)", "[x](a b.md)", "[x](#第一条)", "<https://a.example/\u202e>",
            "|甲|乙|\n|---|---|\n|1|2|", "| |", "|---", "第一条", "第九千九百九十九条", "（一）", "有效期5年。", "同时废止《某办法》（某政发〔2020〕1号）。",
            "自印发之日起施行", "附件：1. 甲", "主动公开", "<table><tr><td colspan=99999>x</table>", "<br>", "0531-12345678", "110", "x@example.cn",
            "{{document.title}}", "{{{a}}}", "]]>", "-->", "%", "=1+1", "＝1+1", "@SUM(A1)"]
YAML = ["&a", "*a", "<<: *a", "&a [*a]", "!!int 3", "!x", '"\\uFFFE"', '"\\x01"', '"\\u202E"', '"\\0"', '"\\uD800"', "|", ">-", "? x", "- - -",
        "{a: 1", "[1, 2", "null", "~", "yes", "{}", "[]", "a: b: c", "key：值", "{a: {b: {c: [[[[]]]]}}}", "# x", "\"", "'", "constructor", "__proto__",
        "toString", "page", "index", "feed.atom", "a" * 300, "../x", "a/../b", "Asia/Beijing", "Etc/GMT+99", "https://[", "javascript:1", "http://a b"]
XML = ["<", ">", "</w:p>", "<w:p>", "<w:tbl><w:tr><w:tc>", "<w:ins>", "<w:vanish/>", "<mc:Fallback>", "<x:c r=\"ZZZZ99999999\">", "<row r=\"-1\">",
       "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#xFFFE;", "<![CDATA[", "<?xml version=\"1.0\" encoding=\"GBK\"?>", "<a>" * 600, "<v>99999999999999999999</v>",
       "r:id=\"rId1\"", "xmlns=\"\"", "show=\"0\"", "hidden=\"1\"", "state=\"veryHidden\"", "min=\"1\" max=\"999999999999\""]
TEMPLATE = ["{{", "}}", "{{{", "}}}", "{{#document}}", "{{/document}}", "{{^x}}", "{{> partials/header}}", "{{> x}}", "{{.}}", "{{#.}}", "{{!",
            "{{=<% %>=}}", "{{a.b.c}}", "{{" + "#document}}{{" * 50, "{{&document.title}}", "{{" + "a." * 200 + "}}"]


def spoil_office(data: bytes, others: list[bytes], rng: random.Random) -> bytes:
    """An attachment: of an archive more often one of its parts, packed again, than the bytes as they are."""
    if not data.startswith(b"PK") or rng.random() < 0.3:
        return spoil(data, "office", others, rng)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.sample(names, min(len(names), rng.choice([1, 1, 3])))
        for name in names:
            part = old.read(name)
            if name in chosen and rng.random() < 0.9:
                part = spoil(part, "office", [old.read(rng.choice(names))], rng)
            elif name in chosen:
                continue
            new.writestr(rng.choice([name, name, name, "../" + name, name.upper()]) if name in chosen else name, part)
    return packed.getvalue()


def spoil(data: bytes, kind: str, others: list[bytes], rng: random.Random) -> bytes:
    """A file with one to four mutations."""
    for _ in range(rng.choice([1, 1, 1, 2, 4])):
        data = rng.choice(MUTATIONS)(data, kind, others, rng)
        if len(data) > 300_000:
            data = data[:300_000]
    return data


def place(data: bytes, rng: random.Random) -> int:
    """Somewhere in a file, more often than not in its front matter."""
    return rng.randrange(min(len(data), 400) + 1 if rng.random() < 0.5 else len(data) + 1)


def token(kind: str, rng: random.Random) -> bytes:
    own = {"office": XML, "md": MARKDOWN + YAML, "yml": YAML, "csv": MARKDOWN, "mustache": TEMPLATE + MARKDOWN}[kind]
    text = rng.choice(rng.choice([NUMBERS, CHARACTERS, QUOTES, own, own]))
    return text.encode("utf-8", "surrogatepass")


def change_bytes(data, kind, others, rng):
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 3, 20])):
        at = place(data, rng)
        data[at:at + rng.choice([0, 1])] = bytes([rng.choice([0, 0x0A, 0x0D, 0x22, 0x7F, 0x80, 0xC0, 0xED, 0xEF, 0xFF, rng.randrange(256)])])
    return bytes(data)


def cut(data, kind, others, rng):
    start = place(data, rng)
    return data[:start] + data[start + rng.choice([1, 3, 30, 300, len(data)]):]


def repeat(data, kind, others, rng):
    start = place(data, rng)
    part = data[start:start + rng.choice([1, 3, 20, 200])]
    return data[:start] + part * rng.choice([2, 2, 50, 2000]) + data[start:]


def insert(data, kind, others, rng):
    at = place(data, rng)
    return data[:at] + token(kind, rng) * rng.choice([1, 1, 1, 2, 100, 3000]) + data[at:]


def splice(data, kind, others, rng):
    other = rng.choice(others)
    start = place(other, rng)
    at = place(data, rng)
    return data[:at] + other[start:start + rng.choice([10, 100, 1000])] + data[at:]


def shuffle_lines(data, kind, others, rng):
    lines = data.split(b"\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0: lines[one], lines[two] = lines[two], lines[one]
        case 1: lines.insert(two, lines[one])
        case 2: del lines[one]
        case 3: lines[one] = b"  " + lines[one]
        case 4: lines = [b"".join(lines)] if rng.random() < 0.2 else lines[:one] + [b"", b""] + lines[one:]
    return b"\n".join(lines)


def change_value(data, kind, others, rng):
    """Another value after a colon, in a cell, or in place of a number."""
    own = {"csv": [rb"[^,\n]+"], "office": [rb'"[^"]*"', rb"\d+", rb">[^<]*<"]}
    separator = rng.choice(own[kind]) if kind in own else rng.choice([rb"(?<=: )[^\n]*", rb"\d+", rb"[^\s:]+(?=:)"])
    found = list(re.finditer(separator, data))
    if not found:
        return insert(data, kind, others, rng)
    chosen = rng.choice(found[:40] if rng.random() < 0.5 else found)
    return data[:chosen.start()] + token(kind, rng) + data[chosen.end():]


MUTATIONS = [change_bytes, cut, repeat, insert, insert, splice, shuffle_lines, change_value, change_value, change_value]
