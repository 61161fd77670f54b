import StatusPage
import Testing

@testable import Daemon

struct ControlCodingTests {
    @Test(arguments: ControlSamples.requests)
    func `a request comes out as it went in`(request: ControlRequest) throws {
        #expect(try ControlCoding.decode(request.kind, ControlCoding.encode(request)) == request)
    }

    @Test(arguments: ControlSamples.requests.filter { ![.pass, .health].contains($0) })
    func `a request that is cut off anywhere is refused`(request: ControlRequest) {
        let whole = ControlCoding.encode(request)
        for length in 0..<whole.count {
            #expect(throws: ControlCoding.Malformed()) {
                try ControlCoding.decode(request.kind, Array(whole.prefix(length)))
            }
        }
    }

    @Test func `every kind has its address`() {
        for kind in ControlKind.allCases { #expect(ControlKind(target: kind.target) == kind) }
        for target in ["", "/", "/control/v1/", "/control/v2/pass", "/control/v1/pass/", "/control/v1/pass?x"] {
            #expect(ControlKind(target: target) == nil)
        }
    }

    @Test(arguments: ["", "\n", "twee\nregels\u{0}", "{\"status\":0}\n"])
    func `a response comes out as it went in, in whatever pieces it comes`(text: String) throws {
        let response = ControlResponse(status: 65, json: "{\"a\":\n\"\u{E9}\u{1F4A7}\"}", text: text + "\u{1F4A7}é")
        let bytes = ControlCoding.encode(response)
        #expect(try ControlCoding.decodeResponse(bytes) == response)
        for count in 1...5 {
            var (reader, read) = (ControlAnswerReader(), "")
            for start in stride(from: 0, to: bytes.count, by: count) {
                read += try reader.text(with: Array(bytes[start..<min(start + count, bytes.count)]))
            }
            let (outcome, rest) = try reader.end()
            #expect(outcome == ControlOutcome(status: 65, json: response.json))
            #expect(read + rest == response.text)
        }
    }

    @Test(arguments: ["", "{}", "{\"status\":0,\"json\":\"\"}", "{}\n", "HTTP/1.1 400 Bad Request\r\n\r\n"])
    func `what does not begin with its line is no answer`(text: String) {
        #expect(throws: ControlCoding.Malformed()) { try ControlCoding.decodeResponse(Array(text.utf8)) }
    }

    @Test func `an answer is sent as a whole one is read, however it was kept`() throws {
        let response = ControlResponse(status: 1, json: "é", text: String(repeating: "regel\n", count: 30_000))
        let spool = AnswerSpool()
        try spool.add(response.text)
        for answer in [
            ControlAnswer(response), ControlAnswer(status: 1, json: "é", text: try spool.kept()),
        ] {
            var bytes: [UInt8] = []
            while bytes.count < answer.content.length { bytes += try answer.content.piece(at: bytes.count) }
            #expect(try ControlCoding.decodeResponse(bytes) == response)
        }
    }

    @Test(arguments: [[], [0xFF, 0, 10], Array("één bestand.csv".utf8), Array("a/b".utf8)] as [[UInt8]])
    func `the name of a file is whatever bytes it has`(name: [UInt8]) throws {
        #expect(try ControlCoding.name(ControlCoding.written(name)) == name)
    }

    @Test(arguments: [
        (ControlKind.take, "{}"), (.queue, "{}"), (.queue, #"{"verb":"x","message":1,"by":"","why":"","at":1}"#),
        (.queue, #"{"verb":"drop","message":1e99,"by":"","why":"","at":1}"#), (.show, "[]"),
        (.show, #"{"isJSON":false,"subject":{"status":{"isBrief":true,"choice":{"light":"blue"}}}}"#),
        (.show, #"{"isJSON":false,"subject":{"alerts":{"isAll":true,"layout":"-5"}}}"#),
        (.show, #"{"isJSON":false,"subject":{"queue":{},"silences":{}}}"#),
        (.show, String(repeating: "[", count: 10_000)), (.takeAt, "\u{FEFF}"),
        (.handle, #"{"by":"","at":1,"deed":{"explain":{"alert":"","answers":{"weather":""}}}}"#),
        (.handle, #"{"by":"","at":1,"deed":{"acknowledge":{"alert":"","until":"ever"}}}"#),
    ])
    func `what makes no sense is refused`(kind: ControlKind, json: String) {
        #expect(throws: ControlCoding.Malformed()) { try ControlCoding.decode(kind, Array(json.utf8)) }
    }
}
