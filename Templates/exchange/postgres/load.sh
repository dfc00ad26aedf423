#!/bin/sh
# Loads this export: ./load.sh [--citus] [what psql takes: -h HOST -d DATABASE …]. All of it or nothing: one transaction.
set -eu
cd "$(dirname "$0")"
citus=""
if [ "${1:-}" = --citus ]; then
  citus="-f citus.sql"
  shift
fi
# shellcheck disable=SC2086
exec psql -X -q -o /dev/null -v ON_ERROR_STOP=1 --single-transaction "$@" -f schema.sql $citus -f load.sql
