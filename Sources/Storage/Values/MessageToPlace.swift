/// A message whose file is not where it belongs.
package struct MessageToPlace: Hashable, Sendable {
    package let state: MessageState
    /// Where the file lies as far as is known; `nil` where it has not been written.
    package let lies: OutboxFolder?
    package let bytes: [UInt8]

    package init(state: MessageState, lies: OutboxFolder?, bytes: [UInt8]) {
        self.state = state
        self.lies = lies
        self.bytes = bytes
    }
}
