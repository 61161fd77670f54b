/// `[Content_Types].xml`: what kind each part is.
final class ContentTypes: XMLHandler {
    static let part = "[Content_Types].xml"

    private var byPart: [String: String] = [:]
    private var byEnding: [String: String] = [:]

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
        guard name.namespace == .contentTypes, let type = attributes["ContentType"]?.text else { return }
        switch name.local {
        case "Override":
            guard let part = attributes["PartName"]?.text else { return }
            byPart[String(part.drop { $0 == "/" }).lowercased()] = type
        case "Default":
            guard let ending = attributes["Extension"]?.text else { return }
            byEnding[ending.lowercased()] = type
        default: return
        }
    }

    func end(_ name: XMLName) throws -> XMLStep { .goOn }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws {}

    /// What kind a part is; `nil` where it is not said.
    func type(of part: String) -> String? {
        let part = part.lowercased()
        return byPart[part] ?? part.split(separator: ".").last.flatMap { byEnding[String($0)] }
    }

    /// The kind of file that has a main part of this type.
    static func kind(ofMainPart type: String) -> ContainerKind {
        switch type {
        case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml":
            .xlsx
        case "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            "application/vnd.ms-excel.template.macroEnabled.main+xml":
            .xlsm
        case "application/vnd.ms-excel.sheet.binary.macroEnabled.main": .xlsb
        case let type where type.contains("wordprocessingml") || type.contains("ms-word"): .word
        default: .otherZip
        }
    }
}
