"""A partner's server for one test: keeps what it is sent, and answers as the lines of the file `answers` say, then 204."""

import http.server
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        headers = {name.lower(): value for name, value in self.headers.items()}
        with open(folder / "received.jsonl", "a") as file:
            file.write(json.dumps({"path": self.path, "headers": headers, "body": body}) + "\n")
        answers = (folder / "answers").read_text().split() if (folder / "answers").exists() else []
        (folder / "answers").write_text("\n".join(answers[1:]))
        self.send_response(int(answers[0]) if answers else 204)
        if answers and answers[0] == "302":
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST

    def log_message(self, *_):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Hook)
print(server.server_port, flush=True)
server.serve_forever()
