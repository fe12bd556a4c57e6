"""A mail server for tests: speaks SMTP on a port of this machine and keeps what it takes.

mail-server.py SETTINGS, a JSON object:
  folder     where received.jsonl (each message that was taken) and commands.txt (each line that was said to it) go
  rcpt       replies to RCPT by address, each used once and in order; then "250 OK"
  mail, data replies to MAIL and to the end of a message, in the same way, for whoever it is
  starttls   true: STARTTLS is offered, with a certificate that openssl makes as folder/cert.pem
  tls        true: encrypted from the first byte, with the same
  auth       "user:password": whoever sends must sign in with it
The first line of its standard output is the port; then one line for each message that it took.
"""
import base64
import json
import os
import socketserver
import ssl
import subprocess
import sys
import threading

settings = json.loads(sys.argv[1])
folder = settings["folder"]
lock = threading.Lock()
replies = {("rcpt", address): list(list_) for address, list_ in settings.get("rcpt", {}).items()}
for name in ("mail", "data"):
    replies[(name, "")] = list(settings.get(name, []))
context = None
if settings.get("starttls") or settings.get("tls"):
    certificate, key = os.path.join(folder, "cert.pem"), os.path.join(folder, "key.pem")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)


def reply(name, address=""):
    with lock:
        planned = replies.get((name, address), [])
        return planned.pop(0) if planned else "250 OK"


def note(name, text):
    with lock, open(os.path.join(folder, name), "a", encoding="utf-8") as file:
        file.write(text + "\n")


class Conversation(socketserver.BaseRequestHandler):
    def say(self, text):
        self.wire.sendall((text + "\r\n").encode())

    def line(self):
        line = self.reader.readline()
        if not line:
            raise ConnectionError
        return line

    def encrypt(self):
        self.wire = context.wrap_socket(self.wire, server_side=True)
        self.reader = self.wire.makefile("rb")
        self.encrypted = True

    def handle(self):
        self.wire, self.encrypted, self.user = self.request, False, None
        self.reader = self.wire.makefile("rb")
        try:
            if settings.get("tls"):
                self.encrypt()
            self.converse()
        except (ConnectionError, ssl.SSLError, OSError):
            pass

    def converse(self):
        self.say("220 test ESMTP")
        sender, recipients = None, []
        while True:
            words = self.line().decode("utf-8", "replace").strip()
            note("commands.txt", words)
            verb = words.split(" ")[0].upper()
            if verb == "EHLO":
                offers = ["test", "SIZE 1000000"]
                if settings.get("starttls") and not self.encrypted:
                    offers.append("STARTTLS")
                if settings.get("auth"):
                    offers.append("AUTH PLAIN")
                for offer in offers[:-1]:
                    self.say("250-" + offer)
                self.say("250 " + offers[-1])
            elif verb == "STARTTLS" and settings.get("starttls"):
                self.say("220 go on")
                self.encrypt()
            elif verb == "AUTH":
                given = words.split(" ")[2] if len(words.split(" ")) > 2 else None
                if given is None:
                    self.say("334 ")
                    given = self.line().decode().strip()
                said = base64.b64decode(given).decode("utf-8").split("\0")
                if said[1] + ":" + said[2] == settings.get("auth"):
                    self.user = said[1]
                    self.say("235 signed in")
                else:
                    self.say("535 5.7.8 wrong user or password")
            elif verb == "MAIL":
                if settings.get("auth") and not self.user:
                    self.say("530 5.7.0 sign in first")
                    continue
                answer = reply("mail")
                sender = words if answer.startswith("2") else None
                self.say(answer)
            elif verb == "RCPT":
                address = words[words.index("<") + 1:words.index(">")]
                answer = reply("rcpt", address)
                if answer.startswith("2"):
                    recipients.append(address)
                self.say(answer)
            elif verb == "DATA":
                if not sender or not recipients:
                    self.say("503 nobody")
                    continue
                self.say("354 go on")
                data = b""
                while (line := self.line()) != b".\r\n":
                    data += line[1:] if line.startswith(b".") else line
                answer = reply("data")
                if answer == "close":
                    # It took the message, and the line broke before it could say so.
                    self.took(sender, recipients, data)
                    return
                if answer.startswith("2"):
                    self.took(sender, recipients, data)
                self.say(answer)
                sender, recipients = None, []
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("502 what")

    def took(self, sender, recipients, data):
        note("received.jsonl", json.dumps({
            "sender": sender, "recipients": recipients, "data": data.decode("ascii"), "encrypted": self.encrypted,
            "user": self.user,
        }))
        print("received", flush=True)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


with Server(("127.0.0.1", 0), Conversation) as server:
    print(server.server_address[1], flush=True)
    server.serve_forever()
