/// What the server asks for its answers: it knows of HTTP and of nothing that is watched.
package protocol PageSource: Sendable {
    /// The answer to a request; a fault is told as a page as well, so nothing is thrown.
    func answer(_ request: PageRequest) async -> PageAnswer
}
