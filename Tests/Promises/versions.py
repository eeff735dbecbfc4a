#!/usr/bin/env python3
"""R7: a store of every released version is read; a newer one, and another program's, are refused unchanged."""

import os
import pathlib
import sqlite3

from promise import Shop, figure

FIXTURES = pathlib.Path(__file__).parent / "fixtures"


def restore(shop, fixture, change=""):
    os.makedirs(os.path.dirname(shop.store), mode=0o700)
    os.makedirs(os.path.dirname(shop.key), mode=0o700)
    pathlib.Path(shop.key).write_bytes(fixture.with_suffix(".key").read_bytes())
    os.chmod(shop.key, 0o600)
    with sqlite3.connect(shop.store) as db:
        db.executescript(fixture.read_text() + change)
    db.close()


for fixture in sorted(FIXTURES.glob("*.sql")):
    with Shop() as shop:
        restore(shop, fixture)
        figure("R7", f"{fixture.name}: {shop.entries()} entries read", shop.entries() is not None)

newest = sorted(FIXTURES.glob("*.sql"))[-1]
for what, change in [("newer", "PRAGMA user_version = 99;"),
                     ("another program's", "PRAGMA application_id = 7;")]:
    with Shop() as shop:
        restore(shop, newest, change)
        before = shop.files()
        ran = shop.run("check")
        figure("R7", f"{what}: exit {ran.returncode}, {ran.stdout.strip()[:60]}…",
               ran.returncode != 0 and shop.files() == before)
