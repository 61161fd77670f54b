internal import HTTPTypes
internal import Indicators
internal import Telling

/// Decides what gets through to the pages.
struct PageGate: Sendable {
    private static let longestName = 200

    let access: PageAccess
    let key: FormKey
    let limits: ServerLimits
    private let hosts: HostCheck
    private let userHeader: HTTPField.Name?

    init(access: PageAccess, key: FormKey, limits: ServerLimits) {
        self.access = access
        self.key = key
        self.limits = limits
        hosts = HostCheck(address: access.address)
        userHeader = access.userHeader.flatMap { HTTPField.Name($0) }
    }

    /// A request of which the head may pass, and the body has not come yet.
    struct Passed {
        let method: PageRequest.Method
        let target: RequestTarget
        let accept: String?
        let person: PageRequest.Person?
    }

    /// Looks at all of a request but its body.
    func pass(_ head: HTTPRequest, from visitor: Visitor, at now: Instant) throws(Refusal) -> Passed {
        try checkHost(head, visitor)
        let target = try RequestTarget(head.path ?? "", longest: limits.longestAddress)
        let person = try person(head, visitor, now)
        let method = try method(head)
        if method == .post { try checkForm(head, of: person, at: target) }
        return Passed(method: method, target: target, accept: head.headerFields[.accept], person: person)
    }

    /// The request with its body.
    func request(_ passed: Passed, body: [UInt8]) throws(Refusal) -> PageRequest {
        var form: [String: String] = [:]
        var method = passed.method
        if method == .post {
            guard let text = String(validating: body, as: UTF8.self) else { throw .malformedForm }
            form = try FormFields.read(text[...], orRefuse: .malformedForm)
            method = try formMethod(form, passed)
        }
        return PageRequest(
            method,
            path: passed.target.path,
            query: passed.target.query,
            form: form,
            accept: passed.accept,
            person: passed.person
        )
    }
}

// MARK: Names

extension PageGate {
    private static let host = HTTPField.Name("Host")

    private func checkHost(_ head: HTTPRequest, _ visitor: Visitor) throws(Refusal) {
        // The first one has become the authority; what is left is a second one.
        if let name = Self.host, head.headerFields[name] != nil { throw .doubledHost }
        guard visitor != .socket else { return }
        guard let host = head.authority, hosts.accepts(host) else { throw .unknownHost }
    }

    /// Who has signed in; `nil` where nobody has, and where the word of this visitor does not count.
    private func person(
        _ head: HTTPRequest,
        _ visitor: Visitor,
        _ now: Instant
    ) throws(Refusal) -> PageRequest.Person? {
        guard let userHeader, isBelieved(visitor) else { return nil }
        let names = head.headerFields[values: userHeader]
        guard let name = names.first else { return nil }
        guard names.count == 1, !name.isEmpty, name.utf8.count <= Self.longestName,
            !name.unicodeScalars.contains(where: { $0.isUnsafeToShow || $0 == "\u{FFFD}" })
        else { throw .malformedUser }
        let tokens = access.people.contains(name) ? FormTokens(key: key, person: name, now: now) : nil
        return PageRequest.Person(name: name, tokens: tokens)
    }

    private func isBelieved(_ visitor: Visitor) -> Bool {
        switch visitor {
        case .socket: true
        case .network(let address): address.map(access.trustedAddresses.contains) ?? false
        }
    }
}

// MARK: Forms

extension PageGate {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    /// What a form of ours comes to; a signed address proves by itself that a mail of ours leads to it.
    private func formMethod(_ form: [String: String], _ passed: Passed) throws(Refusal) -> PageRequest.Method {
        guard !passed.target.isSigned else { return .post }
        guard let token = form[HandlingForms.tokenField] else { throw .foreignForm }
        // A page that was open for long, or since before the daemon's last start, has one that no longer counts.
        let counts = passed.person?.tokens?.accepts(token, for: passed.target.writtenPath) == true
        return counts ? .post : .lateForm
    }

    private func method(_ head: HTTPRequest) throws(Refusal) -> PageRequest.Method {
        // The method is whatever the client wrote, and no closed list.
        switch head.method {
        case .get, .head: return .get
        case .post: return .post
        default: throw .methodNotAllowed
        }
    }

    private func checkForm(
        _ head: HTTPRequest,
        of person: PageRequest.Person?,
        at target: RequestTarget
    ) throws(Refusal) {
        if target.isSigned {
            guard isForm(head.headerFields[.contentType]) else { throw .foreignForm }
            return
        }
        guard person?.tokens != nil else { throw .onlyReads }
        guard isForm(head.headerFields[.contentType]), isOwn(head) else { throw .foreignForm }
    }

    private func isForm(_ type: String?) -> Bool {
        type?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased() == "application/x-www-form-urlencoded"
    }

    /// Whether a page of ours sent the form: the browser says so itself, or names the site that it comes from.
    private func isOwn(_ head: HTTPRequest) -> Bool {
        let sites = Self.fetchSite.map { head.headerFields[values: $0] } ?? []
        guard sites.isEmpty else { return sites == ["same-origin"] }
        let origins = head.headerFields[values: .origin]
        let own = [access.address] + ["http", "https"].map { scheme in head.authority.map { "\(scheme)://\($0)" } }
        return origins.count == 1 && own.contains(origins[0].lowercased())
    }
}
