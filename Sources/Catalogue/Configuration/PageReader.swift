internal import Indicators

/// Reads how the status page is served.
struct PageReader {
    /// Headers that say something else than who has signed in.
    private static let otherHeaders: Set<String> = [
        "accept", "authorization", "connection", "content-length", "content-type", "cookie", "forwarded", "host",
        "if-none-match", "origin", "proxy-authorization", "referer", "sec-fetch-site", "te", "transfer-encoding",
        "upgrade",
        "user-agent", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto",
    ]
    private static let listenWords = """
        an IP address of this machine with a port, as in '127.0.0.1:8080' or '[::1]:8080', or 'localhost:8080', \
        or 'unix:' and a path
        """

    private static let addressWords =
        "'https://' or 'http://' and a host, without a path, as in 'https://peilwacht.dronten.example'"

    let context: LoadingContext

    /// The settings; `nil` where the configuration has none.
    ///
    /// - Parameters:
    ///   - configuration: the whole of it.
    ///   - controlSocket: where commands are taken, which is no place for a page.
    /// - Returns: what is read; whatever of it is faulty is among the faults.
    func page(in configuration: Section, controlSocket: String?) -> PageSettings? {
        guard let section = configuration.section("page", as: .page) else { return nil }
        let listeners = listeners(in: section, controlSocket: controlSocket)
        let address = section.value("address", expecting: Self.addressWords, Self.address)
        let header = userHeader(in: section)
        let trusted = section.texts("trust").compactMap { text in
            section.value(of: text, for: "trust", expecting: "IP addresses, as in '10.0.0.7'", NetworkAddress.canonical)
        }
        let people = people(in: section)
        checkSignIn(in: section, hasSocket: listeners.contains(where: \.isSocket))
        return PageSettings(
            listeners: listeners,
            address: address?.value,
            userHeader: header,
            trustedAddresses: trusted.map(\.value),
            people: people,
            mailLinkLifetime: mailLinkLifetime(in: section)
        )
    }

    // MARK: Where

    private func listeners(in section: Section, controlSocket: String?) -> [PageSettings.Listener] {
        var listeners: [PageSettings.Listener] = []
        for text in texts("listen", in: section) {
            let read = section.value(of: text, for: "listen", expecting: Self.listenWords, listener)
            guard let listener = read?.value else { continue }
            if let complaint = complaint(about: listener, controlSocket, listeners) {
                context.faults.add("'listen' \(quoted(text.value)): \(complaint)", at: text.place)
            }
            listeners.append(listener)
        }
        if section.isEmptyList("listen") {
            context.faults.add("'listen' names no address; write \(Self.listenWords)", at: section.keyPlace("listen"))
        }
        return listeners
    }

    /// One text, or a list of them.
    private func texts(_ key: String, in section: Section) -> [Located<String>] {
        if case .scalar? = section.node(key)?.content { return section.text(key).map { [$0] } ?? [] }
        return section.texts(key)
    }

    private func listener(_ text: String) -> PageSettings.Listener? {
        let scheme = "unix:"
        guard text.hasPrefix(scheme) else {
            return NetworkAddress.withPort(text).map { .network(host: $0.host, port: $0.port) }
        }
        let path = String(text.dropFirst(scheme.count))
        return path.isEmpty ? nil : .socket(path: context.underRoot(path))
    }

    private func complaint(
        about listener: PageSettings.Listener,
        _ controlSocket: String?,
        _ earlier: [PageSettings.Listener]
    ) -> String? {
        if earlier.contains(listener) { return "it is there twice; remove one" }
        guard case .socket(let path) = listener else { return nil }
        if path == controlSocket { return "there the daemon takes commands; name another path" }
        let length = path.utf8.count
        guard length > PathsReader.longestSocketPath else { return nil }
        return """
            the path \(quoted(path)) has \(length) bytes; a socket's path has at most \(PathsReader.longestSocketPath)
            """
    }

    /// The address as browsers write it: in lower case, without the port that its scheme has anyway.
    static func address(_ text: String) -> String? {
        let text = text.lowercased()
        for (scheme, port) in [("https://", ":443"), ("http://", ":80")] where text.hasPrefix(scheme) {
            var host = text.dropFirst(scheme.count)
            if host.hasSuffix("/") { host = host.dropLast() }
            if host.hasSuffix(port) { host = host.dropLast(port.count) }
            return isHost(host) ? scheme + host : nil
        }
        return nil
    }

    /// `peilwacht.dronten.example`, `[::1]` or one of these with a port.
    private static func isHost(_ text: Substring) -> Bool {
        if NetworkAddress.withPort(String(text)) != nil { return true }
        if text.hasPrefix("["), text.hasSuffix("]") {
            return NetworkAddress.canonical(String(text.dropFirst().dropLast())) != nil
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard let name = parts.first, parts.count <= 2, name.utf8.count <= 253 else { return false }
        let hasPort = parts.count == 1 || Int(digits: parts[1]).map { (1...65_535).contains($0) } == true
        return hasPort && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    // MARK: Who

    private func userHeader(in section: Section) -> String? {
        let words = "the name of a header of letters, digits and '-', as in 'X-Remote-User'"
        let header = section.value("user_header", expecting: words) { text in
            text.utf8.count <= 64 && text.utf8.allSatisfy { Self.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
                ? text : nil
        }
        guard let header else { return nil }
        if Self.otherHeaders.contains(header.value.lowercased()) {
            context.faults.add(
                "'user_header' \(quoted(header.value)) says something else than who has signed in; name another",
                at: header.place
            )
        }
        return header.value
    }

    private func people(in section: Section) -> [String] {
        let words = "names of at most 200 bytes, without control characters"
        return section.texts("people").compactMap { text in
            section.value(of: text, for: "people", expecting: words) { name in
                name.utf8.count <= 200 && !name.unicodeScalars.contains(where: \.isUnsafeToShow) ? name : nil
            }?.value
        }
    }

    /// Fourteen days, where links are wanted and nothing else is said.
    private func mailLinkLifetime(in section: Section) -> Int? {
        let isWanted = section.value("acknowledge_by_mail", expecting: "true or false") { Bool($0) }?.value ?? false
        let lasts = section.value("mail_links_last", expecting: "\(Notations.durationWords), from 1h through 90d") {
            text in
            Notations.duration(text).flatMap { (3600...90 * 86_400).contains($0) ? $0 : nil }
        }
        if lasts != nil, !section.has("acknowledge_by_mail") {
            context.faults.add(
                "'mail_links_last' without 'acknowledge_by_mail'; add 'acknowledge_by_mail: true', or remove it",
                at: section.keyPlace("mail_links_last")
            )
        }
        guard isWanted else { return nil }
        if !section.has("address") {
            context.faults.add(
                "'acknowledge_by_mail' without 'address'; add the address under which readers of mails reach the page",
                at: section.keyPlace("acknowledge_by_mail")
            )
        }
        return lasts?.value ?? 14 * 86_400
    }

    private func checkSignIn(in section: Section, hasSocket: Bool) {
        guard section.has("user_header") else {
            for key in ["trust", "people"] where section.has(key) {
                context.faults.add(
                    """
                    '\(key)' without 'user_header'; add the header in which the reverse proxy says who has signed in, or remove \
                    '\(key)'
                    """,
                    at: section.keyPlace(key)
                )
            }
            return
        }
        guard !hasSocket, !section.has("trust") else { return }
        context.faults.add(
            """
            'user_header' would never count: add the reverse proxy's address to 'trust', or let it reach the page by 'unix:' \
            and a path in 'listen'
            """,
            at: section.keyPlace("user_header")
        )
    }
}

extension PageSettings.Listener {
    fileprivate var isSocket: Bool {
        switch self {
        case .socket: true
        case .network: false
        }
    }
}
