#!/usr/bin/python3
"""A mail server for tests, independent of the program: aiosmtpd from Debian's python3-aiosmtpd.

It listens on a free port of 127.0.0.1, prints "PORT n", and appends each message it accepts as a line of
JSON {from, to, tls, port, auth, data} to the output file, data being base64 of the message after dot-unstuffing.
It ends when its standard input does, so that it cannot outlive the test.
"""

import argparse
import asyncio
import base64
import json
import ssl
import sys

try:
    from aiosmtpd.smtp import DATA_SIZE_DEFAULT, SMTP, AuthResult, LoginPassword
except ImportError:
    print("MISSING python3-aiosmtpd", flush=True)
    sys.exit(3)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tls", choices=["none", "starttls", "implicit"], default="none")
    parser.add_argument("--certificate", help="PEM file, needed for TLS")
    parser.add_argument("--key", help="PEM file, needed for TLS")
    parser.add_argument("--user", help="if given, a login is required")
    parser.add_argument("--password")
    parser.add_argument("--without-plain", action="store_true", help="offer AUTH LOGIN only")
    parser.add_argument("--size-limit", type=int, default=DATA_SIZE_DEFAULT, help="octets, announced as SIZE")
    parser.add_argument("--output", required=True, help="file of JSON lines")
    return parser.parse_args()


class Store:
    """Writes each message down before it is acknowledged."""

    def __init__(self, options):
        self.options = options

    async def handle_DATA(self, server, session, envelope):
        line = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "tls": self.options.tls == "implicit" or session.ssl is not None,
            "port": session.peer[1],
            "auth": session.auth_data if session.authenticated else None,
            "data": base64.b64encode(envelope.original_content).decode("ascii"),
        }
        with open(self.options.output, "a", encoding="ascii") as output:
            output.write(json.dumps(line) + "\n")
        return "250 2.0.0 stored"


def authenticator(options):
    def check(server, session, envelope, mechanism, data):
        right = (
            isinstance(data, LoginPassword)
            and data.login == options.user.encode()
            and data.password == options.password.encode()
        )
        return AuthResult(success=right, handled=False, auth_data=options.user if right else None)

    return check


def protocol(options, context):
    login = options.user is not None
    return SMTP(
        Store(options),
        hostname="mail.test",
        data_size_limit=options.size_limit,
        tls_context=context if options.tls == "starttls" else None,
        require_starttls=options.tls == "starttls",
        auth_required=login,
        auth_require_tls=options.tls == "starttls",
        auth_exclude_mechanism=["PLAIN"] if options.without_plain else None,
        authenticator=authenticator(options) if login else None,
    )


async def main():
    options = arguments()
    context = None
    if options.tls != "none":
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: protocol(options, context),
        host="127.0.0.1",
        port=0,
        ssl=context if options.tls == "implicit" else None,
    )
    print("PORT", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
