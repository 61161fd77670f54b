internal import Catalogue
internal import Feeds
internal import Files
internal import SystemPackage

/// The key that links in mails are signed with: 32 bytes in a file beside the store, for its owner alone.
///
/// It is made at first use and goes into no backup: after a restore, links of before are no longer followed, and nothing else
/// is lost. Whoever removes the file takes back every link that was sent.
enum MailLinkKey {
    /// What signs the links of a configuration that wants them; `nil` where it wants none.
    static func signer(of configuration: Configuration) throws -> MailLinkSigner? {
        guard let lifetime = configuration.page?.mailLinkLifetime else { return nil }
        let store = FilePath(configuration.storePath)
        let name = FileName(endOf: store).extended(by: ending)
        let folder = try Directory.open(store.folder.string)
        return MailLinkSigner(key: try key(in: folder, name), lifetime: lifetime)
    }

    private static let ending = ".link-key"
    private static let length = 32

    private static func key(in folder: Directory, _ name: FileName) throws -> [UInt8] {
        if let known = try kept(in: folder, name) { return known }
        // What others may have read, or what is no key, is no secret any more.
        try folder.remove(name)
        let made = (0..<length).map { _ in UInt8.random(in: .min ... .max) }
        let aside = try DurableFile.writeAside(in: folder, mode: 0o600) { try $0.write(made) }
        let isNew = try folder.link(aside, to: folder, as: name)
        try folder.remove(aside)
        try folder.sync()
        guard !isNew else { return made }
        // Somebody else made one meanwhile.
        return try kept(in: folder, name) ?? made
    }

    private static func kept(in folder: Directory, _ name: FileName) throws -> [UInt8]? {
        guard let status = try folder.status(of: name), status.kind == .regular, status.size == length else {
            return nil
        }
        let file = try folder.openFile(name)
        guard try file.isForOwnerAlone() else { return nil }
        let bytes = try file.bytes(upTo: length + 1)
        return bytes.count == length ? bytes : nil
    }
}
