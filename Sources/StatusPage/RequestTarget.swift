internal import Telling

/// What a request is about: the path and the query of its first line, decoded once and strictly.
struct RequestTarget: Hashable {
    let path: [String]
    let query: [String: String]

    /// Reads the target of a request (RFC 9112 section 3.2.1).
    ///
    /// - Throws: ``Refusal/malformedAddress`` for what is no address, ``Refusal/notFound`` for one where nothing can be.
    init(_ target: String, longest: Int) throws(Refusal) {
        guard target.utf8.count <= longest else { throw .addressTooLong }
        // A browser sends no other byte as it is; what is no UTF-8 was mended before it came here, to a sign beyond ASCII.
        guard target.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            !target.utf8.contains(UInt8(ascii: "#"))
        else { throw .malformedAddress }
        let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = try Self.parts(of: halves[0])
        query = try FormFields.read(halves.dropFirst().first ?? "", orRefuse: .malformedAddress)
        guard query.values.allSatisfy(\.isOneLine) else { throw .malformedAddress }
    }

    private static func parts(of path: Substring) throws(Refusal) -> [String] {
        guard path != "/" else { return [] }
        var parts: [String] = []
        for part in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let decoded = part.percentDecoded(), decoded.isOneLine else { throw .malformedAddress }
            guard !["", ".", ".."].contains(decoded) else { throw .notFound }
            parts.append(decoded)
        }
        return parts
    }

    /// Whether the address itself says who may do what, and is looked at by whoever answers: nobody else can know it, so that
    /// no page of another site can send a form there.
    var isSigned: Bool { path.count == 2 && path[0] == PageAddress.takeUpRoot }

    /// The path as our own pages write it, which a form's token is made for.
    var writtenPath: String { "/" + path.map { $0.percentEncoded() }.joined(separator: "/") }
}

extension String {
    /// Whether it has no control characters, line ends among them.
    var isOneLine: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } }
}
