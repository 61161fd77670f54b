internal import Files
package import Indicators

extension LocalZone {
    /// The zone of this IANA name, by the rules of the system's tzdata; `nil` where the system does not know it.
    ///
    /// The rules are the system's and not those that Foundation carries: a static binary would keep the latter for ever,
    /// while Debian updates the former, and they take some megabytes less memory.
    package init?(iana name: String) {
        guard let zone = try? Self.iana(name, files: .system) else { return nil }
        self = zone
    }

    /// The zone of this name; `nil` where the system knows none.
    ///
    /// - Throws: that its rules are there and could not be read: that says nothing of the name.
    static func iana(_ name: String, files: FileReader) throws(FileReader.Failure) -> LocalZone? {
        guard name.isZoneName else { return nil }
        let bytes: [UInt8]
        do throws(FileReader.Failure) {
            bytes = try files.contents("\(zoneFolder)/\(name)", 1_048_576)
        } catch {
            switch error {
            case .missing, .tooLarge, .unreadable: return nil
            case .notPermitted, .passing: throw error
            }
        }
        return ZoneRules(tzif: bytes).map { rules in LocalZone(name: name) { rules.offset(at: $0.seconds) } }
    }

    /// The names that the system knows, for telling which one was meant.
    static func names(files: FileReader) -> [String] {
        let table = (try? files.contents("\(zoneFolder)/zone.tab", 1_048_576)) ?? []
        let lines = String(decoding: table, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
        return (lines.compactMap { $0.split(separator: "\t").dropFirst(2).first.map(String.init) } + ["UTC"]).sorted()
    }
}

private let zoneFolder = "/usr/share/zoneinfo"

extension String {
    /// Whether this can be the name of a zone and of nothing outside the folder of zones.
    fileprivate var isZoneName: Bool {
        let isMade = utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"),
                UInt8(ascii: "/"):
                true
            default: false
            }
        }
        return isMade && !isEmpty && !hasPrefix("/") && utf8.count <= 64
    }
}
