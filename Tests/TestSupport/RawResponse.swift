/// What an HTTP server sent back, as it came.
package struct RawResponse {
    package let status: Int
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    /// The body as text.
    package var text: String { String(decoding: body, as: UTF8.self) }

    /// The value of a header; `nil` where it is not there, and where it is there twice.
    package subscript(name: String) -> String? {
        let values = headers.filter { $0.name.lowercased() == name.lowercased() }
        return values.count == 1 ? values[0].value : nil
    }
}
