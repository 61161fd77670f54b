import Foundation
import TestSupport

/// A mail as Python's `email` package reads it.
struct PythonMail: Decodable {
    let headers: [[String]]
    let from: [String]
    let to: [String]
    let date: String
    let parts: [String]
    let text: String
    let html: String
    let defects: [String]

    /// The values of a header.
    func values(_ name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }

    init(_ bytes: [UInt8]) throws { self = try PythonMail.all([bytes])[0] }

    /// Several mails at once.
    static func all(_ mails: [[UInt8]]) throws -> [PythonMail] { try Python.ask(script, mails, as: PythonMail.self) }

    private static let script = """
        import email
        from email import policy
        def defects(part):
            found = [repr(d) for d in part.defects] + [f'{k}: {d!r}' for k, v in part.items() for d in v.defects]
            return found + [d for p in (part.get_payload() if part.is_multipart() else []) for d in defects(p)]
        def person(header): return [header.addresses[0].display_name, header.addresses[0].addr_spec]
        def answer(mail):
            message = email.message_from_bytes(mail, policy=policy.default)
            def body(kind): return message.get_body((kind,)).get_payload(decode=True).decode('utf-8')
            return {
                'headers': [[k, str(v)] for k, v in message.items()],
                'from': person(message['From']), 'to': person(message['To']),
                'date': message['Date'].datetime.isoformat(),
                'parts': [p.get_content_type() + ' ' + str(p['Content-Transfer-Encoding']) for p in message.walk()],
                'text': body('plain'), 'html': body('html'), 'defects': defects(message)}
        """
}
