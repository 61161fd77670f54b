internal import Catalogue
internal import Feeds
internal import Files
internal import Mailing
internal import NIOPosix
internal import Storage
internal import SystemPackage

/// Tries what the daemon would stumble over at its start and the configuration does not show.
///
/// Folders, store, socket and relay; nothing is left behind.
package struct Probe {
    /// One thing that `run` would stumble over.
    package struct Finding: Hashable, Sendable {
        /// The key of the configuration that it is about.
        package let key: String
        package let why: String
        package let status: ExitStatus
    }

    private let active: ActiveConfiguration
    private let hostName: String
    private var configuration: Configuration { active.configuration }

    package init(active: ActiveConfiguration, hostName: String = PeilwachtDaemon.hostName()) {
        self.active = active
        self.hostName = hostName
    }

    /// Everything that stands in the way, in the order in which the daemon would meet it.
    package func findings() async -> [Finding] {
        var findings = storeFindings() + folderFindings()
        findings += await relayFindings()
        findings += await pageFindings(configuration)
        return findings
    }

    /// Whether mails can have pictures of charts, in a sentence; `nil` where nobody is mailed, or nobody wants any.
    package func aboutPictures(environment: [String: String]) -> String? {
        guard let mail = configuration.mail, !active.subscriptions.isEmpty, mail.charts ?? true else { return nil }
        guard let program = PictureProgram(environment: environment) else {
            return "mails go without pictures: \(PictureProgram.absence)"
        }
        do throws(ChildProgram.Failure) {
            _ = try program.png(of: Self.square)
            return nil
        } catch {
            return "mails go without pictures: \(program.path) does not make one: \(error.words)"
        }
    }

    private static let square =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\"><rect width=\"4\" height=\"4\"/></svg>"

    private func finding(_ key: String, _ error: any Error) -> Finding {
        Finding(key: key, why: wordsForPeople(about: error), status: ExitStatus(of: error))
    }
}

// MARK: Store and socket

extension Probe {
    private func storeFindings() -> [Finding] {
        var findings: [Finding] = []
        do {
            try lookAtStore()
        } catch {
            findings.append(finding("store", error))
        }
        for (key, path) in [
            ("alert_log", configuration.alertLogPath), ("control_socket", configuration.controlSocketPath),
        ] + pageSockets {
            do {
                try tryWriting(near: FilePath(path).folder)
            } catch {
                findings.append(finding(key, error))
            }
        }
        return findings
    }

    private var pageSockets: [(String, String)] {
        (configuration.page?.listeners ?? []).compactMap { listener in
            switch listener {
            case .network: nil
            case .socket(let path): ("page: listen", path)
            }
        }
    }

    private func lookAtStore() throws {
        let path = FilePath(configuration.storePath)
        try tryWriting(near: path.folder)
        guard try path.presence() else { return }
        try SQLiteStore.refuseEmptied(path.string, alertLog: configuration.alertLogPath)
        guard path.isWritable else {
            throw StoreError.unreadable(path: path.string, why: "this user may not write in it")
        }
        do {
            _ = try SQLiteStore(path: path.string, access: .reading)
        } catch StoreError.unreadable(_, SQLiteStore.ofEarlierVersion) {
            // The daemon renews it.
        }
    }
}

// MARK: Folders

extension Probe {
    /// Where a folder is, or would be made.
    private static func place(of path: FilePath) throws(FileSystemFault) -> Directory {
        var path = path
        while try !path.presence(), !path.folder.isEmpty, path.folder != path { path = path.folder }
        return try Directory.open(path.string)
    }

    /// What a full disk has no room for any more: of an empty file it takes the name.
    private static let sample = [UInt8](repeating: 0x50, count: 16_384)

    private func tryWriting(near path: FilePath) throws(FileSystemFault) {
        let place = try Self.place(of: path)
        let probe = DurableFile.newAside()
        let file = try place.createFile(probe, mode: 0o600)
        do throws(FileSystemFault) {
            try file.write(Self.sample)
            // Some disks say only now that they are full.
            try file.sync()
        } catch {
            _ = try? place.remove(probe)
            throw error
        }
        try place.remove(probe)
    }

    private func folderFindings() -> [Finding] {
        let folders = configuration.folders
        let way = [
            ("inbox", folders.inbox), ("work", folders.work), ("archive", folders.archive),
            ("quarantine", folders.quarantine), ("receipts", folders.receipts), ("outbox", folders.outbox),
        ]
        var findings: [Finding] = []
        var places: [(key: String, place: Directory)] = []
        for (key, path) in way {
            do throws(FileSystemFault) {
                try tryWriting(near: FilePath(path))
                places.append((key, try Self.place(of: FilePath(path))))
            } catch {
                findings.append(finding("folders: \(key)", error))
            }
        }
        return findings + moveFindings(places) + handlingFindings()
    }

    private func handlingFindings() -> [Finding] {
        guard let path = configuration.folders.handling else { return [] }
        do {
            try tryWriting(near: FilePath(path))
            if try FilePath(path).presence() { _ = try HandlingFolder(opening: path) }
            return []
        } catch {
            return [finding("folders: handling", error)]
        }
    }

    /// A dropped file is moved from the inbox to work, and from there to archive or quarantine; the outbox lies where it
    /// likes, and receipts are written in their own place.
    private func moveFindings(_ places: [(key: String, place: Directory)]) -> [Finding] {
        let reached = Dictionary(uniqueKeysWithValues: places.map { ($0.key, $0.place) })
        return [("inbox", "work"), ("work", "archive"), ("work", "quarantine")].compactMap { from, to in
            guard let start = reached[from], let end = reached[to] else { return nil }
            do throws(FileSystemFault) {
                try tryMoving(from: start, to: end)
                return nil
            } catch {
                return finding("folders: \(to)", error)
            }
        }
    }

    private func tryMoving(from start: Directory, to end: Directory) throws(FileSystemFault) {
        let probe = DurableFile.newAside()
        let moved = DurableFile.newAside()
        _ = try start.createFile(probe, mode: 0o600)
        defer {
            _ = try? start.remove(probe)
            _ = try? end.remove(moved)
        }
        _ = try start.move(probe, to: end, as: moved)
    }
}

// MARK: Relay

extension Probe {
    private func relayFindings() async -> [Finding] {
        wayOutFindings() + (await smtpFindings())
    }

    /// The ways out on this machine, and the mailbox that reports come in.
    private func wayOutFindings() -> [Finding] {
        var findings: [Finding] = []
        do {
            switch try RelaySettings.target(of: active) {
            case .maildir(let path)?: try tryWriting(near: FilePath(path).appending("new"))
            case .sendmail(let path)?: _ = try OpenFile.open(path)
            case .smtp?, nil: break
            }
        } catch {
            findings.append(finding("mail: relay", error))
        }
        guard let bounces = configuration.mail?.bounces else { return findings }
        for folder in ["new", "cur"] {
            do {
                _ = try Directory.open(FilePath(bounces).appending(folder).string)
                try tryWriting(near: FilePath(bounces).appending(folder).appending("x"))
            } catch {
                findings.append(finding("mail: bounces", error))
            }
        }
        return findings
    }

    private func smtpFindings() async -> [Finding] {
        do {
            let timeouts = SMTPTimeouts(everything: .seconds(15))
            guard let settings = try RelaySettings.settings(of: active, hostName: hostName, timeouts: timeouts) else {
                return []
            }
            let failure = try await SMTPClient.probe(settings, group: MultiThreadedEventLoopGroup.singleton)
            return failure.map { [Finding(key: "mail: relay", why: $0.description, status: .tryAgainLater)] } ?? []
        } catch {
            return [finding("mail", error)]
        }
    }
}
