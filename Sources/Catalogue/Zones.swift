import Foundation
package import Indicators

extension LocalZone {
    /// The zone of this IANA name, by the system's rules; `nil` where the system does not know it.
    package init?(iana name: String) {
        guard Self.known.contains(name), let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name) { instant in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds)))
        }
    }

    /// The names that the system knows.
    static var systemNames: [String] { known.sorted() }

    private static let known = Set(TimeZone.knownTimeZoneIdentifiers).union(["UTC"])
}
