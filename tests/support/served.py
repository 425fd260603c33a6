"""The screens over the test house, for a real server: ``support.served:app``."""

from __future__ import annotations

import os
from pathlib import Path

from kenpo.web.app import create_app
from support.web_house import fake_house

app = create_app(fake_house(Path(os.environ["KENPO_TEST_PACKAGES"])))
