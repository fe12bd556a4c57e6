"""LibreOffice without a screen, on a profile of its own."""

import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


class Idle(unohelper.Base, XCallback):
    def __init__(self):
        self.is_reached = threading.Event()

    def notify(self, data):
        self.is_reached.set()


class LibreOffice:
    """Runs until `stop`."""

    def __init__(self):
        self.opened = 0
        self.folder = tempfile.mkdtemp(prefix="concordat-office-")
        pipe = Path(self.folder).name
        start = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation=file://{self.folder}/profile"]
        # With a new profile it starts twice, and loses whoever has connected.
        subprocess.run([*start, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
        self.process = subprocess.Popen(
            [*start, f"--accept=pipe,name={pipe};urp"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        until = time.monotonic() + 120
        while True:
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except NoConnectException:
                if time.monotonic() > until or self.process.poll() is not None:
                    self.stop()
                    raise
                time.sleep(0.2)
        self.desktop = self.make("com.sun.star.frame.Desktop")
        # It answers before it can open anything: what it does when it has nothing else to do comes after that.
        idle = Idle()
        self.make("com.sun.star.awt.AsyncCallback").addCallback(idle, None)
        if not idle.is_reached.wait(120):
            self.stop()
            raise TimeoutError("LibreOffice does not come to rest")

    def make(self, service: str):
        return self.context.ServiceManager.createInstanceWithContext(service, self.context)

    def open(self, file: Path):
        """The document; None where the file is not sound: nothing is repaired, for there is nobody to ask."""
        # A copy, since whatever is open is locked.
        self.opened += 1
        copy = Path(self.folder) / f"{self.opened}{file.suffix}"
        shutil.copyfile(file, copy)
        return self.desktop.loadComponentFromURL(
            copy.as_uri(), "_blank", 0, (value("Hidden", True), value("RepairPackage", False)))

    def give(self, command: str, document):
        """A command of the menus, such as `.uno:AcceptAllTrackedChanges`."""
        frame = document.CurrentController.Frame
        self.make("com.sun.star.frame.DispatchHelper").executeDispatch(frame, command, "", 0, ())

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def value(name: str, what) -> PropertyValue:
    return PropertyValue(Name=name, Value=what)


def words(document) -> list[str]:
    """All words of the text in their order, those of tables too."""
    found: list[str] = []

    def read(text):
        parts = text.createEnumeration()
        while parts.hasMoreElements():
            part = parts.nextElement()
            if part.supportsService("com.sun.star.text.TextTable"):
                for name in part.CellNames:
                    read(part.getCellByName(name))
            else:
                found.extend(part.String.split())

    read(document.getText())
    return found
