"""python -m bench NAME [--json] [--quick] [--long] [--peers]."""

from __future__ import annotations

import argparse
import json
import pkgutil
import sys
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from bench.measure import Options, Report, calibration

_HELPERS = {"measure", "__main__"}


def names() -> list[str]:
    """Return the names of the benchmarks; ``rules_polars`` is a part of ``rules``."""
    modules = pkgutil.iter_modules([str(Path(__file__).parent)])
    found = (module.name for module in modules if module.name not in _HELPERS)
    return sorted(name for name in found if "_" not in name)


def main() -> int:
    """Run one benchmark and print its report."""
    parser = argparse.ArgumentParser(prog="./run bench", description="計測 / run a benchmark")
    parser.add_argument("name", choices=names())
    parser.add_argument("--json", action="store_true", help="JSON で出す / print one JSON object")
    parser.add_argument("--quick", action="store_true", help="1分以内 / under a minute")
    parser.add_argument("--long", action="store_true", help="最大の数まで / up to the largest size")
    parser.add_argument("--peers", action="store_true", help="比べる相手も / run the peers too")
    chosen = parser.parse_args()
    options = Options(quick=chosen.quick, peers=chosen.peers, long=chosen.long)
    report: Report = import_module(f"bench.{chosen.name}").run(options)
    figures = {**asdict(report), "calibration": calibration()}
    print(json.dumps(figures, ensure_ascii=False, indent=None if chosen.json else 2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
