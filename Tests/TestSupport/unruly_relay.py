"""A mail relay for tests that misbehaves as its argument says.

`forget`: never answers the first message it is given, and takes every later one.
`refuse`: does not know the user beleid, and takes every message for others.
`defer`: asks to come back later, whoever the mail is for.
`small`: takes no message in which something is encoded in base64, as too large.
`strangers`: passes nothing on for strangers, and says so in Postfix's words.

Prints `PORT n` when it listens and `GOT message-id` at the final dot of each message; ends with its standard input.
"""
import socketserver
import sys
import threading

behaviour = sys.argv[1]
answers = iter([behaviour != "forget"])


class Relay(socketserver.StreamRequestHandler):
    def reply(self, line):
        self.wfile.write(line.encode("ascii") + b"\r\n")

    def handle(self):
        self.reply("220 relay.test ESMTP")
        for line in self.rfile:
            verb = line[:4].upper()
            if verb == b"DATA":
                self.reply("354 go on")
                self.take_message()
            elif verb == b"QUIT":
                self.reply("221 bye")
                return
            elif verb == b"RCPT" and behaviour == "refuse" and b"<beleid@" in line:
                self.reply("550 5.1.1 user unknown")
            elif verb == b"RCPT" and behaviour == "defer":
                self.reply("451 4.3.0 try again later")
            elif verb == b"RCPT" and behaviour == "strangers":
                self.reply("554 5.7.1 <a@b.nl>: Relay access denied")
            else:
                self.reply("250 ok")

    def take_message(self):
        identity = ""
        is_large = False
        for line in self.rfile:
            is_large = is_large or b"base64" in line
            if line.lower().startswith(b"message-id:"):
                identity = line.split(b":", 1)[1].decode("ascii").strip()
            if line == b".\r\n":
                break
        print("GOT", identity, flush=True)
        if behaviour == "small" and is_large:
            self.reply("552 5.3.4 Message size exceeds fixed limit")
        elif next(answers, True):
            self.reply("250 2.0.0 queued")
        else:
            self.rfile.read()


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Relay)
print("PORT", server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
