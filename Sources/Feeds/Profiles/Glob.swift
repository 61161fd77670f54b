/// A pattern for file names: `*` stands for any bytes, `?` for exactly one, everything else for itself.
///
/// Ours, because `fnmatch` depends on the locale and may take exponential time. Time grows with name × pattern at most: on a mismatch only the last `*` takes one byte more.
package struct Glob: Hashable, Sendable, CustomStringConvertible {
    /// The pattern as the configuration writes it.
    package let description: String
    private let pattern: [UInt8]

    package init(_ text: String) {
        description = text
        pattern = Array(text.utf8)
    }

    /// Whether the pattern describes the whole name.
    package func matches(_ name: FileName) -> Bool { matches(name.bytes) }

    /// Whether the pattern describes all of these bytes.
    package func matches(_ name: [UInt8]) -> Bool {
        var place = 0
        var read = 0
        // Where to go on when the bytes after the last star do not fit.
        var retry: (place: Int, read: Int)?
        while read < name.count {
            if place < pattern.count, pattern[place] == Self.star {
                place += 1
                retry = (place, read)
            } else if place < pattern.count, fits(name[read], at: place) {
                place += 1
                read += 1
            } else if let last = retry {
                place = last.place
                read = last.read + 1
                retry = (place, read)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == Self.star }
    }

    private static let star = UInt8(ascii: "*")

    private func fits(_ byte: UInt8, at place: Int) -> Bool {
        pattern[place] == UInt8(ascii: "?") || pattern[place] == byte
    }
}
