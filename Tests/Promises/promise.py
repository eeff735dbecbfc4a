"""What the scripts beside this file share: the probe, a scratch folder, a figure to print."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ENVIRONMENT = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}


def find(name):
    """The built program `name`: release first, then debug, or where $BUILD says."""
    folders = [os.environ.get("BUILD"), ROOT / ".build/release", ROOT / ".build/debug"]
    for folder in folders:
        if folder and os.access(f"{folder}/{name}", os.X_OK):
            return f"{folder}/{name}"
    sys.exit(f"{name} is not built: swift build --build-tests")


PROBE = find("JournalProbe")


class Shop:
    """A store and, elsewhere, its key, in a folder that is gone afterwards."""

    def __init__(self, folder=None):
        self.folder = tempfile.mkdtemp(prefix="promise-", dir=folder)
        self.store = f"{self.folder}/shop/store.db"
        self.key = f"{self.folder}/keys/master.key"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, act, *rest):
        return [PROBE, act, self.store, self.key, *map(str, rest)]

    def run(self, act, *rest, before=()):
        return subprocess.run(
            [*before, *self.command(act, *rest)],
            capture_output=True, text=True, env=ENVIRONMENT, check=False)

    def start(self, act, *rest, out):
        return subprocess.Popen(self.command(act, *rest), stdout=out, env=ENVIRONMENT)

    def entries(self):
        """The entries of the log, once everything was checked; None when a check failed."""
        found = re.search(r"entries: (\d+)", self.run("check").stdout)
        return int(found[1]) if found else None

    def files(self):
        """Every file of the store, by path."""
        return {p: p.read_bytes() for p in pathlib.Path(self.folder, "shop").rglob("*")
                if p.is_file()}


def figure(promise, text, kept):
    """Prints the figure, and ends with 1 when the promise is broken."""
    print(f"{promise}: {text}: {'kept' if kept else 'BROKEN'}", flush=True)
    if not kept:
        sys.exit(1)
