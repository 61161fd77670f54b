package import Indicators

/// One file on its way in.
package struct ImportHeader: Hashable, Sendable {
    /// The name for people; two files may share it.
    package let fileName: String
    /// SHA-256 in hexadecimal.
    package let hash: String
    package let byteCount: Int
    package let at: Instant
    /// The name of the feed profile.
    package let profile: String?
    /// Whether rows with faults are set aside instead of refusing the file.
    package let setsFaultyRowsAside: Bool
    package let isDryRun: Bool
    /// The name of the claim that the file is held by; `nil` for one that nobody claimed.
    package let claim: String?
    /// The name of the claim on the same file before its writer went on; `nil` where nobody did.
    package let continues: String?

    package init(
        fileName: String,
        hash: String,
        byteCount: Int,
        at: Instant,
        profile: String? = nil,
        setsFaultyRowsAside: Bool = false,
        isDryRun: Bool = false,
        claim: String? = nil,
        continues: String? = nil
    ) {
        self.continues = continues
        self.fileName = fileName
        self.hash = hash
        self.byteCount = byteCount
        self.at = at
        self.profile = profile
        self.setsFaultyRowsAside = setsFaultyRowsAside
        self.isDryRun = isDryRun
        self.claim = claim
    }
}
