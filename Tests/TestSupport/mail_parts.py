#!/usr/bin/python3
"""Reads a message on standard input with Python's own e-mail parser and prints what it found as JSON.

{"headers": {name: value}, "defects": [...], "parts": [{"type", "text"}]}: a second opinion on the program's MIME.
"""

import email
import email.policy
import json
import sys

message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
defects = [repr(defect) for part in message.walk() for defect in part.defects]
for part in message.walk():
    for header in part.values():
        defects += [repr(defect) for defect in getattr(header, "defects", [])]
parts = [
    {"type": part.get_content_type(), "text": part.get_content()}
    for part in message.walk()
    if part.get_content_maintype() == "text"
]
headers = {name: str(value) for name, value in message.items()}
json.dump({"headers": headers, "defects": defects, "parts": parts}, sys.stdout)
