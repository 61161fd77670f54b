internal import HummingbirdCore

/// What goes back to a client.
struct HTTPReply: Sendable {
    let response: Response
    /// Whether the connection ends with it: where a body was not read to its end, nobody can say where the next request begins.
    var endsConnection = false
}
