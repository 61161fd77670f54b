internal import Foundation

/// A throw-away certificate authority in a temporary folder, which goes away with the last reference.
///
/// Certificates are made by the `openssl` command when a test asks for them and are valid from now on for two days.
package final class TestCertificates: Sendable {
    /// A certificate and its key, as PEM files.
    package struct Pair: Sendable {
        package let certificate: String
        package let key: String
    }

    private let folder: URL

    /// The authority's own certificate, as a PEM file.
    package var authority: String { path("authority.pem") }

    package init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("[req]\ndistinguished_name = name\nprompt = no\n[name]\nCN = test\n".utf8)
            .write(to: folder.appending(path: "openssl.cnf"))
        try openssl(
            ["req", "-x509", "-days", "2", "-subj", "/CN=Test authority"]
                + ["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign"]
                + newKey("authority.key") + ["-out", path("authority.pem")]
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A certificate signed by the authority.
    ///
    /// - Parameters:
    ///   - names: subject alternative names as openssl writes them, such as `DNS:localhost,IP:127.0.0.1`.
    ///   - isExpired: whether its time ended before it was made.
    /// - Returns: the files, which live as long as this object.
    /// - Throws: `MailServerError` with what openssl said.
    package func makePair(for names: String = "DNS:localhost,IP:127.0.0.1", isExpired: Bool = false) throws -> Pair {
        let name = UUID().uuidString
        try openssl(
            ["req", "-new", "-subj", "/CN=Test server", "-addext", "subjectAltName=\(names)"]
                + newKey("\(name).key") + ["-out", path("\(name).csr")]
        )
        try openssl(
            ["x509", "-req", "-days", isExpired ? "-1" : "2", "-copy_extensions", "copy", "-in", path("\(name).csr")]
                + ["-CA", path("authority.pem"), "-CAkey", path("authority.key"), "-out", path("\(name).pem")]
        )
        return Pair(certificate: path("\(name).pem"), key: path("\(name).key"))
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    private func newKey(_ name: String) -> [String] {
        ["-config", path("openssl.cnf"), "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
            + ["-keyout", path(name)]
    }

    private func openssl(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw MailServerError.failed("openssl \(arguments): \(String(decoding: text, as: UTF8.self))")
        }
    }
}
