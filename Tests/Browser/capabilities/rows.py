"""The 122 rows of docs/capabilities.zh.md, in its order and parts."""

import columns, library, interpretation, decisions, results, requests, gazette, duties_reports

PARTS = [columns, library, interpretation, decisions, results, requests, gazette, duties_reports]
ROWS = [row for part in PARTS for row in part.ROWS]
