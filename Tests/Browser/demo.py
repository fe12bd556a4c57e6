"""The demo's portfolio and people, served by the program that was built."""

import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("CONCORDAT", ROOT / ".build/debug/concordat"))

# One person of each role; the demo has them too.
PEOPLE = {
    "requester": ("requester", "DWP"),
    "owner": ("data-owner", "DWP"),
    "steward": ("data-steward", "DWP"),
    "dpo": ("dpo", "DWP"),
    "legal": ("legal", "DWP"),
    "security": ("security", "DWP"),
    "siro": ("siro", "DWP"),
    "board": ("board", "DWP"),
    "hub": ("hub", "DWP"),
    "auditor": ("auditor", "DWP"),
    "partner": ("partner", "HMRC"),
}
PASSWORD = "correct horse battery staple"


class Demo:
    """A server on a database of its own, gone with `stop`."""

    # Databases by the number of shares, each loaded once; whoever wrote one has closed it, so that the file is all of it.
    made: dict[int, bytes] = {}

    def __init__(self, shares: int = 1500, signs: bool = False, provider: str | None = None):
        self.folder = tempfile.TemporaryDirectory(prefix="concordat-browser-")
        self.database = Path(self.folder.name) / "register.sqlite"
        if shares not in Demo.made:
            self.load(shares)
            Demo.made[shares] = self.database.read_bytes()
        self.database.write_bytes(Demo.made[shares])
        keys = self.sign() if signs else []
        self.address = f"http://127.0.0.1:{free_port()}"
        through = self.through(provider) if provider else []
        self.log = open(Path(self.folder.name) / "log", "w+")
        self.server = subprocess.Popen(
            [PROGRAM, "--db", self.database, "serve", "--port", self.address.rpartition(":")[2], *keys, *through],
            stdout=subprocess.DEVNULL, stderr=self.log)
        self.wait()

    def sign(self) -> list[str]:
        """Issues the manifests of all shares; the options with which the pages publish them."""
        folder = Path(self.folder.name)
        self.concordat("keys", "authority", "--to", str(folder / "authority"), "--name", "Test authority")
        self.concordat("keys", "issue", "--authority", str(folder / "authority"), "--to", str(folder / "keys"))
        self.concordat("manifest", "export", "--all", "--to", str(folder / "manifests"), "--keys", str(folder / "keys"))
        trust = [word for name in ("authority", "revoked") for word in ("--trust", str(folder / "authority" / f"{name}.pem"))]
        return ["--keys", str(folder / "keys"), *trust]

    def through(self, provider: str) -> list[str]:
        """The options with which people sign in through a provider, by their mail address."""
        settings = Path(self.folder.name) / "openid.json"
        settings.write_text(json.dumps({
            "issuer": provider, "client_id": "concordat", "client_secret": {"environment": "OPENID_SECRET"},
            "site": self.address, "button": "the test provider", "person": {"claim": "email", "is": "mail"},
        }))
        os.environ["OPENID_SECRET"] = "not a secret"
        return ["--openid", str(settings)]

    def load(self, shares: int):
        portfolio = Path(self.folder.name) / "portfolio.csv"
        portfolio.write_text(self.concordat("sample", "--shares", str(shares), "--seed", "1"))
        self.concordat("import", str(portfolio))
        for person, (role, organisation) in PEOPLE.items():
            self.concordat(
                "people", "add", person, "--name", f"{role}, {organisation}", "--role", role,
                "--organisation", organisation, "--email", f"{person}@example.org")
            self.concordat("people", "password", person, said=PASSWORD + "\n")
        self.concordat("tick")

    def concordat(self, *arguments: str, said: str | None = None) -> str:
        """What a command prints; raises with what it complains of."""
        done = subprocess.run(
            [PROGRAM, "--db", self.database, *arguments], input=said, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def wait(self):
        """Until the server answers; gives up after 30 seconds."""
        for _ in range(300):
            try:
                urllib.request.urlopen(self.address + "/sign-in", timeout=1).close()
                return
            except OSError:
                if self.server.poll() is not None:
                    break
                time.sleep(0.1)
        raise RuntimeError("the server does not answer: " + Path(self.log.name).read_text())

    def stop(self):
        self.server.terminate()
        self.server.wait(timeout=10)
        self.log.close()
        self.folder.cleanup()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
