internal import Files
internal import SystemPackage

/// Reads how mail goes out.
struct MailReader {
    private static let defaultRetry = 5 * 86_400
    /// The name of the systemd credential that holds the password.
    private static let credential = "smtp-password"

    let context: LoadingContext

    /// The settings; `nil` where the configuration has none.
    func mail(in configuration: Section) -> MailSettings? {
        if !configuration.has("mail"), !configuration.list("subscriptions").isEmpty {
            context.faults.add(
                "there are subscriptions and no 'mail'; add it with the sender's address as 'from'",
                at: configuration.keyPlace("subscriptions")
            )
        }
        guard let section = configuration.section("mail", as: .mail) else { return nil }
        let from = checked("from", in: section, by: context.checks.mailAddress)
        let relay = relay(in: section)
        let user = section.text("user")
        let passwordFile = passwordFile(in: section, hasUser: user != nil)
        let caFile = file("ca_file", in: section)
        let heloName = heloName(in: section)
        let retry = retry(in: section)
        let replyTo = checked("reply_to", in: section, by: context.checks.mailAddress)
        let threads = section.word("threads", of: MailSettings.Threads.self)?.value ?? .episode
        let allowsPlain = allowsPlain(in: section, hasUser: user != nil)
        let charts = section.value("charts", expecting: "true or false") { Bool($0) }
        return from.map {
            MailSettings(
                from: $0,
                relay: relay,
                user: user?.value,
                passwordFile: passwordFile,
                caFile: caFile,
                heloName: heloName,
                replyTo: replyTo,
                bounces: section.text("bounces").map { context.underRoot($0.value) },
                threads: threads,
                allowsPlain: allowsPlain,
                retryFor: retry,
                charts: charts?.value
            )
        }
    }

    private func checked(_ key: String, in section: Section, by check: (String) -> String?) -> String? {
        guard let text = section.text(key) else { return nil }
        noteComplaint(check(text.value), about: text, key: key, in: context.faults)
        return text.value
    }

    /// The relay; what is written there is never repeated, since a faulty one may hold a password anywhere.
    private func relay(in section: Section) -> String? {
        guard let text = section.text("relay") else { return nil }
        let relay = withPath(text.value)
        if let complaint = context.checks.relay(relay) {
            context.faults.add("'relay': \(escaped(complaint))", at: text.place)
        }
        return relay
    }

    /// A Maildir may lie below the root, as folders do.
    private func withPath(_ relay: String) -> String {
        let scheme = "maildir:"
        guard relay.hasPrefix(scheme), relay.count > scheme.count else { return relay }
        return scheme + context.underRoot(String(relay.dropFirst(scheme.count)))
    }

    /// How a relay elsewhere may be reached.
    private enum Protection: String, CaseIterable {
        case required
        case ifOffered = "if-offered"
    }

    private func allowsPlain(in section: Section, hasUser: Bool) -> Bool {
        guard let tls = section.word("tls", of: Protection.self), tls.value == .ifOffered else { return false }
        if hasUser {
            context.faults.add(
                "'tls: if-offered' with 'user': a password is never sent without TLS; remove one of both",
                at: tls.place
            )
        }
        return true
    }

    private func passwordFile(in section: Section, hasUser: Bool) -> String? {
        if section.has("password_file"), !hasUser {
            context.faults.add(
                "'password_file' without 'user'; add the name to log in with",
                at: section.keyPlace("password_file")
            )
        }
        if section.has("password_file") { return file("password_file", in: section) }
        guard hasUser, let folder = context.environment["CREDENTIALS_DIRECTORY"], !folder.isEmpty else { return nil }
        let path = FilePath(folder).appending(Self.credential).string
        guard let complaint = complaint(aboutFile: path) else { return path }
        guard !complaint.isPassing else {
            context.passing.add(
                "the credential '\(Self.credential)' \(complaint.words)",
                at: section.keyPlace("user")
            )
            return nil
        }
        context.faults.add(
            """
            'user' has no password: there is no 'password_file' and the service has no credential \
            '\(Self.credential)'; give one of both
            """,
            at: section.keyPlace("user")
        )
        return nil
    }

    /// The absolute path of a file that has to be there.
    private func file(_ key: String, in section: Section) -> String? {
        guard let name = section.text(key) else { return nil }
        if let complaint = complaint(aboutFile: context.typed(name.value)) {
            complaint.list(in: context).add(
                "'\(key)' names \(quoted(name.value)), which \(complaint.words)",
                at: name.place
            )
        }
        return context.absolute(name.value)
    }

    /// What is wrong with a file, and whether that is anybody's fault.
    private struct Complaint {
        let words: String
        var isPassing = false

        func list(in context: LoadingContext) -> FaultList { isPassing ? context.passing : context.faults }
    }

    private func complaint(aboutFile path: String) -> Complaint? {
        do throws(FileReader.Failure) {
            return try context.contents(path).isEmpty ? Complaint(words: "is empty; fill it") : nil
        } catch {
            return switch error {
            case .missing: Complaint(words: "does not exist; make it, or name another")
            case .tooLarge: Complaint(words: "is larger than 1 MB; name another")
            case .notPermitted:
                Complaint(words: "cannot be read (Permission denied); let the daemon's user read it")
            case .unreadable(let words): Complaint(words: "cannot be read (\(words)); let the daemon's user read it")
            case .passing(let words):
                Complaint(words: "cannot be read now (\(words)); try again later", isPassing: true)
            }
        }
    }

    private func heloName(in section: Section) -> String? {
        section.value("helo_name", expecting: "a host name, as in 'peilwacht.dronten.example'") { text -> String? in
            let isName =
                text.utf8.count <= 255
                && text.utf8.allSatisfy { byte in
                    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                        || byte == 46
                }
            return isName && !text.hasPrefix(".") && !text.hasPrefix("-") ? text : nil
        }?.value
    }

    private func retry(in section: Section) -> Int {
        let expected = "\(Notations.durationWords), from 1h through 30d"
        return section.value("retry_for", expecting: expected) { text in
            Notations.duration(text).flatMap { (3600...30 * 86_400).contains($0) ? $0 : nil }
        }?.value ?? Self.defaultRetry
    }
}

/// Notes what a layer above says about a word, if anything.
func noteComplaint(_ complaint: String?, about text: Located<String>, key: String, in faults: FaultList) {
    guard let complaint else { return }
    faults.add("'\(key)' \(quoted(text.value)): \(escaped(complaint))", at: text.place)
}
