package import Feeds
package import Files

/// A dropped file that was moved out of everybody's reach: alone, under its own name, in a folder of its own below `work`.
package struct Claim: Sendable {
    /// What it is called for as long as it lasts.
    package let id: FileName
    package let folder: Directory
    /// The name that the file was dropped under.
    package let name: FileName
    /// How many readings of the file have begun and not come to an end: the program died in each.
    package internal(set) var readings = 0

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
