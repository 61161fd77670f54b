import Daemon
import FuzzSupport
import Testing

/// Changed and made-up requests and answers on the control socket.
@Suite struct ControlFuzzTests {
    private static let requests = ControlSamples.requests.map(ControlCoding.encode)

    private static let responses: [[UInt8]] = [
        ControlResponse(status: 0, json: "{\"rows\":1}", text: "1 regel"),
        ControlResponse(status: 70, json: "", text: ""),
    ].map { ControlCoding.encode($0) }

    private static let pieces: [[UInt8]] =
        [
            "{", "}", "[", "]", "\"", ":", ",", "null", "true", "0", "-1", "1e99", "99999999999999999999", "0.5",
            "\\u0000",
            "\\ud800", "\"status\"", "\"_0\"", "\"subject\":", "\"queue\":{}", "\"retry\"", "\"drop\"", "é",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3]]

    @Test func `are read or refused, and what is read is written the same`() async {
        await Fuzz("control", cases: 3000).run { input in
            let kind = ControlKind.allCases[input.below(ControlKind.allCases.count)]
            let bytes =
                switch input.below(4) {
                case 0: input.bytes(upTo: 64)
                case 1: input.row(of: Self.pieces, upTo: 12)
                case 2: input.mutation(of: Self.responses, with: Self.pieces)
                default: input.mutation(of: Self.requests, with: Self.pieces)
                }
            if let request = try? ControlCoding.decode(kind, bytes) {
                let again = try ControlCoding.decode(kind, ControlCoding.encode(request))
                try FuzzFailure.unless(again == request, "\(request) becomes \(again)")
            }
            if let response = try? ControlCoding.decodeResponse(bytes) {
                let again = try ControlCoding.decodeResponse(ControlCoding.encode(response))
                try FuzzFailure.unless(again == response, "\(response) becomes \(again)")
            }
        }
    }
}
