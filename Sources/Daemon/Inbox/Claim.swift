package import Feeds
package import Files
internal import SystemPackage

/// A dropped file that was moved out of everybody's reach: alone, under its own name, in a folder of its own below `work`.
package struct Claim: Sendable {
    /// What it is called for as long as it lasts.
    package let id: FileName
    package let folder: Directory
    /// The name that the file was dropped under.
    package let name: FileName
    /// How many readings of the file have begun and not come to an end: the program died in each.
    package internal(set) var readings = 0

    /// The claim on the copy that was taken of this same file before its writer went on; `nil` where there was none.
    var continued: FileName? { Self.continued(by: id) }

    /// The claim that another one continues: it stands in its name, so that it outlives the program.
    static func continued(by id: FileName) -> FileName? {
        let parts = id.bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        return parts.count == 2 ? FileName(bytes: Array(parts[1])) : nil
    }

    /// What stores know a claim by: its name, without that of the claim that it continues.
    static func key(of id: FileName) -> String {
        FileName(bytes: Array(id.bytes.prefix { $0 != UInt8(ascii: "-") })).printable
    }

    /// A name that no claim has.
    static func newID(continuing earlier: FileName? = nil) -> FileName {
        let own = FileName(SystemCall.randomHexadecimal())
        return earlier.map { FileName(bytes: own.bytes + [UInt8(ascii: "-")] + Array(key(of: $0).utf8)) } ?? own
    }

    /// The name of the folder, which says how often the file was begun: it outlives the program.
    var folderName: FileName { readings == 0 ? id : id.extended(by: ".\(readings)") }

    /// The claim that a folder of that name is; `nil` where the name is none of ours.
    init?(folderName: FileName, folder: Directory, name: FileName) {
        let parts = folderName.bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count <= 2, let id = parts.first else { return nil }
        if parts.count == 2 {
            guard let readings = Int(String(decoding: parts[1], as: UTF8.self)), readings > 0 else { return nil }
            self.readings = readings
        }
        self.id = FileName(bytes: Array(id))
        self.folder = folder
        self.name = name
    }

    init(id: FileName, folder: Directory, name: FileName) {
        self.id = id
        self.folder = folder
        self.name = name
    }
}
