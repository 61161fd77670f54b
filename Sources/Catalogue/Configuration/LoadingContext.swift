internal import Assessment
internal import Feeds
internal import Files
internal import Indicators
internal import SystemPackage

/// What the readers of one run share: the faults, the files, and from where paths are meant.
final class LoadingContext {
    let faults = FaultList()
    /// What could not be read just now, and is nobody's fault.
    let passing = FaultList()
    let environment: [String: String]
    let checks: ConfigurationChecks
    /// The rules that there are.
    let rules: RuleRegistry
    /// The absolute root of folders, store and alert log.
    let root: String
    /// Which days are working days: read before what reckons by them.
    var calendar = WorkCalendar()
    /// The files in the order in which they were opened, as the user names them.
    private(set) var opened: [String] = []
    private let files: FileReader
    /// Where the system's zone data are read.
    let zones: FileReader
    /// The configuration's own folder, as typed.
    private let folder: FilePath

    init(
        path: String,
        root: String,
        environment: [String: String],
        checks: ConfigurationChecks,
        rules: RuleRegistry,
        files: FileReader,
        zones: FileReader = .system
    ) {
        self.zones = zones
        self.rules = rules
        self.environment = environment
        self.checks = checks
        self.files = files
        self.root = Self.absolute(root, from: files.workingFolder)
        folder = FilePath(path).removingLastComponent()
    }

    /// The path of a file that the configuration names, as the user would type it.
    func typed(_ path: String) -> String { folder.pushing(FilePath(path)).string }

    /// The absolute path of a file that the configuration names.
    func absolute(_ path: String) -> String { Self.absolute(typed(path), from: files.workingFolder) }

    /// The path of a folder, the store or the log: meant from the root.
    func underRoot(_ path: String) -> String { Self.absolute(path, from: root) }

    /// The path, meant from a folder where it is relative, without `.` and `..`; the disk is not looked at.
    static func absolute(_ path: String, from folder: String) -> String {
        FilePath(folder).pushing(FilePath(path)).lexicallyNormalized().string
    }

    /// The bytes of a file, by its path as typed.
    func contents(_ path: String, limit: Int = YAMLDocument.maximumSize) throws(FileReader.Failure) -> [UInt8] {
        try files.contents(Self.absolute(path, from: files.workingFolder), limit)
    }

    /// Reads a YAML file by its path as typed; a file that cannot be read is a fault at its own first line.
    func document(_ path: String) -> YAMLNode? {
        opened.append(path)
        do throws(FileReader.Failure) {
            return YAMLDocument.root(of: try contents(path), file: path, faults: faults)
        } catch {
            note(error, at: .start(of: path))
            return nil
        }
    }

    private func note(_ failure: FileReader.Failure, at place: Place) {
        switch failure {
        case .missing: faults.add("the file does not exist", at: place)
        case .tooLarge:
            faults.add(
                "the file is larger than \(YAMLDocument.maximumSize) bytes; divide it over several files",
                at: place
            )
        case .notPermitted: faults.add("the file cannot be read: Permission denied; let this user read it", at: place)
        case .unreadable(let words): faults.add("the file cannot be read: \(words)", at: place)
        case .passing(let words): passing.add("the file cannot be read now: \(words); try again later", at: place)
        }
    }

    /// The files that match a pattern, as typed, in order of name; `nil` where the pattern itself is faulty.
    func matches(_ pattern: Located<String>) -> [String]? {
        let path = FilePath(pattern.value)
        let parent = path.removingLastComponent()
        guard !parent.string.contains(where: { "*?".contains($0) }) else {
            faults.add(
                "the glob \(quoted(pattern.value)) has '*' or '?' in a folder; only the file name may have them",
                at: pattern.place
            )
            return nil
        }
        let glob = Glob(path.lastComponent?.string ?? "")
        guard let names = names(in: parent, for: pattern) else { return nil }
        return names.filter { !$0.hasPrefix(".") && glob.matches(Array($0.utf8)) }
            .map { typed(parent.appending($0).string) }
    }

    private func names(in folder: FilePath, for pattern: Located<String>) -> [String]? {
        do throws(FileReader.Failure) {
            return try files.names(absolute(folder.string))
        } catch {
            let what = "the folder of the glob \(quoted(pattern.value)) cannot be read"
            switch error {
            case .passing(let words): passing.add("\(what) now: \(words); try again later", at: pattern.place)
            case .notPermitted: faults.add("\(what): Permission denied; let this user read it", at: pattern.place)
            case .unreadable(let words): faults.add("\(what): \(words)", at: pattern.place)
            case .missing, .tooLarge: return []
            }
            return nil
        }
    }
}
