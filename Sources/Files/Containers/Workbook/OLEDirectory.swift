internal import Feeds

/// The names in an old Office file (MS-CFB): whether it is a workbook, a letter, or something behind a password.
struct OLEDirectory {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let headerSize = 512
    private static let entrySize = 128
    private static let mostSectors = 64

    private let header: [UInt8]
    private let sectorSize: Int
    private let read: (_ at: Int, _ count: Int) throws -> [UInt8]

    /// What the file is; `read` gives so many bytes from a place.
    static func kind(read: @escaping (_ at: Int, _ count: Int) throws -> [UInt8]) throws -> ContainerKind {
        let header = try read(0, headerSize)
        guard header.count == headerSize, header.starts(with: signature) else { return .none }
        let shift = number(header, 30, 2)
        guard shift == 9 || shift == 12 else { return .oldExcel }
        let names = try OLEDirectory(header: header, sectorSize: 1 << shift, read: read).names()
        if names.contains("EncryptedPackage") { return .encrypted }
        if names.contains("WordDocument") { return .word }
        return .oldExcel
    }

    /// The names in its first sectors: a chain that never ends, or leads astray, ends the search.
    private func names() throws -> Set<String> {
        var names: Set<String> = []
        var sector = Self.number(header, 48, 4)
        for _ in 0..<Self.mostSectors {
            guard let bytes = try bytes(of: sector) else { break }
            for place in stride(from: 0, to: sectorSize, by: Self.entrySize) {
                names.insert(name(bytes, place))
            }
            guard let next = try sectorBehind(sector) else { break }
            sector = next
        }
        return names
    }

    private func bytes(of sector: Int) throws -> [UInt8]? {
        guard sector < 0xFFFF_FFF0 else { return nil }
        let bytes = try read((sector + 1) * sectorSize, sectorSize)
        return bytes.count == sectorSize ? bytes : nil
    }

    /// The allocation table says which sector follows; its own first 109 sectors stand in the header.
    private func sectorBehind(_ sector: Int) throws -> Int? {
        let each = sectorSize / 4
        guard sector / each < 109 else { return nil }
        let table = try bytes(of: Self.number(header, 76 + 4 * (sector / each), 4))
        return table.map { Self.number($0, 4 * (sector % each), 4) }
    }

    private func name(_ bytes: [UInt8], _ place: Int) -> String {
        let length = min(64, Self.number(bytes, place + 64, 2))
        let units = stride(from: 0, to: max(0, length - 2), by: 2).map { UInt16(Self.number(bytes, place + $0, 2)) }
        return String(decoding: units, as: UTF16.self)
    }

    private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
        (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
}
