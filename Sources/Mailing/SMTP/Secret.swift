/// A value that must never be shown: its descriptions, its mirror and `dump` all print "•••".
///
/// Deliberately neither `Codable` nor `Hashable`, so that it cannot slip into a file or a key by accident.
package struct Secret: Sendable, Equatable {
    private let octets: [UInt8]

    /// Hides a text, taken as its UTF-8 octets.
    package init(_ text: String) {
        octets = Array(text.utf8)
    }

    /// The hidden octets, for the one place that has to send them.
    package func reveal() -> [UInt8] { octets }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Always "•••".
    package var description: String { "•••" }

    /// Always "•••".
    package var debugDescription: String { "•••" }

    /// A mirror without children: `dump` and string interpolation of an enclosing value walk mirrors.
    package var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
