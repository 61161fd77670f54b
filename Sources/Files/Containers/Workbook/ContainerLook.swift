internal import Feeds

/// Looks what a file is that holds other files.
package struct ContainerLook {
    package let kind: ContainerKind
    /// The part of an Office file that the others belong to.
    let mainPart: String?

    private static let partBytes = 16 << 20
    private static let openDocument = "application/vnd.oasis.opendocument.spreadsheet"

    /// What an open file is, and its archive where it is one that is read.
    package struct Found {
        package let kind: ContainerKind
        /// `nil` of what is no archive, or one that cannot be read.
        package let archive: ZipArchive?
        /// What the archive shows of itself, for whoever reads a workbook in it.
        let look: ContainerLook?
    }

    /// Looks into an open file, a zip or not.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - asOpened: what it was before its first byte was read.
    ///   - limits: how much of a workbook is looked at; a bundle of CBS has limits of its own.
    ///   - whileReading: is called before each reading.
    /// - Returns: what it is; `none` for whatever begins neither as a zip nor as an old Office file.
    /// - Throws: ``WorkbookFault``, or what the file system or `whileReading` throws.
    package static func open(
        _ file: OpenFile,
        asOpened: FileStatus,
        limits: ZipLimits = ZipLimits(),
        whileReading: @escaping () throws -> Void = {}
    ) throws -> Found {
        let head = try file.read(at: 0, count: OLEDirectory.signature.count)
        if head == OLEDirectory.signature {
            let kind = try OLEDirectory.kind { try file.read(at: $0, count: $1) }
            return Found(kind: kind, archive: nil, look: nil)
        }
        guard head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) else {
            return Found(kind: .none, archive: nil, look: nil)
        }
        do {
            // Until it shows that it is no bundle only its directory and small parts are read.
            let archive = try ZipArchive(file, asOpened: asOpened, limits: .bundle, whileReading: whileReading)
            let look = try ContainerLook(archive)
            if look.kind != .odataBundle { try archive.bound(by: limits) }
            return Found(kind: look.kind, archive: archive, look: look)
        } catch ZipFault.empty {
            return Found(kind: .otherZip, archive: nil, look: nil)
        } catch ZipFault.encrypted {
            return Found(kind: .encrypted, archive: nil, look: nil)
        } catch let fault as ZipFault {
            throw WorkbookFault(.zip(fault))
        }
    }

    /// Looks into a zip archive.
    package init(_ archive: ZipArchive) throws {
        (kind, mainPart) = try WorkbookFault.placed { try Self.look(archive) }
    }

    private static func look(_ archive: ZipArchive) throws -> (ContainerKind, String?) {
        if archive.entry(named: ContentTypes.part) != nil { return try lookAtOffice(archive) }
        if let mark = archive.entry(named: "mimetype") {
            let type = try archive.content(mark, upTo: 256)
            // Templates have the same name with a word behind it.
            if type.starts(with: openDocument.utf8) { return (try isEncrypted(archive) ? .encrypted : .ods, nil) }
        }
        let names = Set(archive.entries.compactMap { $0.name.split { "/\\".contains($0) }.last?.lowercased() })
        return (names.isSuperset(of: ["observations.csv", "measurecodes.csv"]) ? .odataBundle : .otherZip, nil)
    }

    private static func lookAtOffice(_ archive: ZipArchive) throws -> (ContainerKind, String?) {
        let types = ContentTypes()
        try archive.parse(ContentTypes.part, upTo: partBytes, with: types)
        let links = Relationships(of: "", most: 1000)
        try archive.parse("_rels/.rels", upTo: partBytes, with: links)
        guard let main = links.part("officeDocument"), let type = types.type(of: main) else { return (.otherZip, nil) }
        return (ContentTypes.kind(ofMainPart: type), main)
    }

    private static func isEncrypted(_ archive: ZipArchive) throws -> Bool {
        let mark = EncryptionMark()
        do {
            try archive.parse("META-INF/manifest.xml", with: mark)
        } catch is XMLFault {
            // Old ones declare a document type; what stood before it is known.
        }
        return mark.isThere
    }
}
