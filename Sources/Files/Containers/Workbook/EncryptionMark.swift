/// Looks in the manifest of an OpenDocument file for a password.
final class EncryptionMark: XMLHandler {
    private(set) var isThere = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .manifest else { return }
        switch name.local {
        case "encryption-data", "encrypted-package": isThere = true
        default: break
        }
    }

    func end(_ name: XMLName) throws -> XMLStep { .goOn }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}
}
