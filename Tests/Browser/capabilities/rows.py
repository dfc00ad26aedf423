"""The 122 rows of docs/capabilities.zh.md, in its order and parts."""

from . import applications, columns, decisions, duties_reports, fields, gazette, interpretation, library, results

PARTS = [columns, library, interpretation, decisions, results, fields, applications, gazette, duties_reports]
ROWS = [row for part in PARTS for row in part.ROWS]
