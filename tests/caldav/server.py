"""A CalDAV server as a person may have one: Radicale, on loopback, with a user and a password."""

import base64
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time

USER, PASSWORD = "anna", "two words"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home):
    """Without proxies, a display or the settings of who runs the test."""
    kept = {key: value for key, value in os.environ.items() if key in ("PATH", "LD_LIBRARY_PATH")}
    return kept | {"HOME": str(home), "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "no_proxy": "*"}


class Server:
    """Starts it in a folder of its own; `stop` ends it and removes the folder."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehab-caldav-"))
        self.process = None
        for _ in range(5):  # somebody else may take the port before the server does
            if self.start(free_port()):
                return
        talk = (self.folder / "log").read_text()
        self.stop()
        raise RuntimeError("Radicale does not start: " + talk)

    def start(self, port):
        self.port = port
        (self.folder / "users").write_text(f"{USER}:{PASSWORD}\n")
        (self.folder / "config").write_text(
            f"[server]\nhosts = 127.0.0.1:{port}\n"
            f"[auth]\ntype = htpasswd\nhtpasswd_filename = {self.folder}/users\nhtpasswd_encryption = plain\n"
            f"[storage]\nfilesystem_folder = {self.folder}/collections\n")
        with open(self.folder / "log", "w") as log:
            self.process = subprocess.Popen(["radicale", "--config", self.folder / "config"], stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, env=environment(self.folder))
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                return self.request("PROPFIND", f"/{USER}/")[0] == 207
            except OSError:
                time.sleep(0.05)
        return False

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/"

    def request(self, method, path, body=None, password=PASSWORD, **headers):
        """Status and text of the answer."""
        login = base64.b64encode(f"{USER}:{password}".encode()).decode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, body, {"Authorization": f"Basic {login}"} | headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def names(self, collection):
        """The last part of the address of each item."""
        status, answer = self.request("PROPFIND", f"/{USER}/{collection}/", Depth="1")
        assert status == 207, status
        return sorted(re.findall(rf"<(?:\w+:)?href>/{USER}/{collection}/([^<]+)</", answer))

    def items(self, collection):
        """Each item's text, by the last part of its address, as the server gives it out."""
        out = {}
        for name in self.names(collection):
            status, text = self.request("GET", f"/{USER}/{collection}/{name}")
            assert status == 200, (name, status)
            out[name] = text
        return out
