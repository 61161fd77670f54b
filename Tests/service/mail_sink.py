"""A mail relay for the service test: accepts everything on 127.0.0.1 and keeps each message in a folder.

    python3 mail_sink.py PORT FOLDER

The first two lines of a kept message tell the envelope.
"""

import os
import sys
import threading

from aiosmtpd.controller import Controller


class Keeper:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = os.path.join(self.folder, f"{self.count:04d}.eml")
        head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n"
        with open(name + ".tmp", "wb") as file:
            file.write(head.encode("utf-8") + envelope.original_content)
        os.rename(name + ".tmp", name)
        return f"250 2.0.0 kept as {self.count}"


if __name__ == "__main__":
    port, folder = int(sys.argv[1]), sys.argv[2]
    os.makedirs(folder, exist_ok=True)
    Controller(Keeper(folder), hostname="127.0.0.1", port=port).start()
    threading.Event().wait()
