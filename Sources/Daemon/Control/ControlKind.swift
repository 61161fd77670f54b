/// The kinds of requests at the control socket, each with an address of its own.
package enum ControlKind: String, Hashable, Sendable, CaseIterable {
    case take
    case takeAt = "take-at"
    case pass
    case queue
    case withdraw
    case disclose
    case testMail = "test-mail"
    case handle
    case health
    case show

    /// What stands before the name: another version of what is asked there has another address.
    private static let root = "/control/v1/"

    /// The address.
    package var target: String { Self.root + rawValue }

    /// The kind at an address; `nil` where there is none.
    package init?(target: String) {
        guard target.hasPrefix(Self.root) else { return nil }
        self.init(rawValue: String(target.dropFirst(Self.root.count)))
    }

    /// Whether it changes something, or costs the daemon work that only its own people may ask for.
    var isOrder: Bool {
        switch self {
        case .take, .takeAt, .pass, .queue, .withdraw, .disclose, .testMail, .handle: true
        case .health, .show: false
        }
    }
}
