/// Reads the folders, the store, the alert log and the control socket.
struct PathsReader {
    /// The absolute paths of everything that the daemon writes.
    struct OwnPaths {
        let folders: Folders
        let store: String
        let alertLog: String
        let controlSocket: String
    }

    /// The length that a socket's path may have (`sockaddr_un.sun_path`, with its closing zero).
    static let longestSocketPath = 107

    /// What is kept aside gets some more letters; the system's own limit is 255.
    private static let longestName = 200

    let context: LoadingContext

    /// The paths; `nil` where one is missing.
    func paths(in section: Section) -> OwnPaths? {
        let folders = folders(in: section)
        let store = store(in: section)
        let alertLog = alertLog(in: section)
        let socket = controlSocket(in: section)
        noteSame([("alert_log", alertLog), ("store", store), ("control_socket", socket)])
        guard let folders, let store, let alertLog else { return nil }
        let beside = LoadingContext.absolute("../peilwacht.sock", from: store.value)
        // The socket that nobody named lies beside the store.
        noteWithin(folders, [("alert_log", alertLog), ("store", store), ("control_socket", socket)])
        return OwnPaths(
            folders: folders,
            store: store.value,
            alertLog: alertLog.value,
            controlSocket: socket?.value ?? beside
        )
    }

    private func path(_ key: String, in section: Section) -> Located<String>? {
        section.text(key)?.map(context.underRoot)
    }

    private func folders(in section: Section) -> Folders? {
        guard let folders = section.section("folders", as: .folders) else { return nil }
        let keys = ["inbox", "work", "archive", "quarantine", "receipts", "outbox", "handling"]
        var paths = Dictionary(uniqueKeysWithValues: keys.map { ($0, path($0, in: folders)) })
        if paths["work"] == .some(nil), let inbox = path("inbox", in: folders) {
            paths["work"] = inbox.map { LoadingContext.absolute("../work", from: $0) }
        }
        let known = keys.map { ($0, paths[$0] ?? nil) }
        noteSame(known)
        guard let inbox = paths["inbox"]??.value, let work = paths["work"]??.value,
            let archive = paths["archive"]??.value, let quarantine = paths["quarantine"]??.value,
            let receipts = paths["receipts"]??.value, let outbox = paths["outbox"]??.value
        else { return nil }
        let result = Folders(
            inbox: inbox,
            work: work,
            archive: archive,
            quarantine: quarantine,
            receipts: receipts,
            outbox: outbox,
            handling: paths["handling"]??.value
        )
        noteWithin(result, known)
        return result
    }

    private func store(in section: Section) -> Located<String>? {
        let expected = "'sqlite:' and a path, as in 'sqlite:var/peilwacht.sqlite'"
        return section.value("store", expecting: expected) { text in
            guard text.hasPrefix("sqlite:"), text.utf8.count > 7, !text.hasPrefix("sqlite://") else { return nil }
            return context.underRoot(String(text.dropFirst(7)))
        }
    }

    private func alertLog(in section: Section) -> Located<String>? {
        guard let log = path("alert_log", in: section) else { return nil }
        let name = log.value.utf8.split(separator: UInt8(ascii: "/")).last
        if name == nil || name.map({ $0.count > Self.longestName }) == true {
            context.faults.add(
                "'alert_log' \(quoted(log.value)) cannot be the name of a file of at most \(Self.longestName) bytes",
                at: log.place
            )
        }
        return log
    }

    private func controlSocket(in section: Section) -> Located<String>? {
        guard let socket = path("control_socket", in: section) else { return nil }
        let length = socket.value.utf8.count
        if length > Self.longestSocketPath {
            let message =
                """
                the path \(quoted(socket.value)) has \(length) bytes; a socket's path has at most \
                \(Self.longestSocketPath)
                """
            context.faults.add(message, at: socket.place)
        }
        return socket
    }

    /// What lies where files are taken from would be taken for one that somebody dropped.
    private func noteWithin(_ folders: Folders, _ paths: [(key: String, path: Located<String>?)]) {
        let read =
            [("inbox", folders.inbox), ("work", folders.work)] + (folders.handling.map { [("handling", $0)] } ?? [])
        for (key, path) in paths {
            guard let path, let around = read.first(where: { Self.lies(path.value, within: $0.1) }) else { continue }
            context.faults.add(
                """
                '\(key)' \(quoted(path.value)) lies in '\(around.0)', from which files are taken; give it a place of its \
                own
                """,
                at: path.place
            )
        }
    }

    private static func lies(_ path: String, within folder: String) -> Bool {
        // Bytes, not text: two names may be equal as strings.
        path.utf8.count > folder.utf8.count && path.utf8.starts(with: Array(folder.utf8) + [UInt8(ascii: "/")])
    }

    private func noteSame(_ paths: [(key: String, path: Located<String>?)]) {
        var first: [[UInt8]: (key: String, place: Place)] = [:]
        for (key, path) in paths {
            guard let path else { continue }
            // Bytes, not text: two names may be equal as strings.
            let bytes = Array(path.value.utf8)
            if let earlier = first[bytes] {
                let place = max(earlier.place, path.place)
                context.faults.add(
                    "'\(earlier.key)' and '\(key)' are the same path, \(quoted(path.value)); give each its own",
                    at: place
                )
            } else {
                first[bytes] = (key, path.place)
            }
        }
    }
}
