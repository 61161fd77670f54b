internal import Catalogue
internal import Indicators

/// The programme that the rows of a target table come to stand in.
package struct ProgrammeFrame: Hashable, Sendable {
    /// What cannot stand in a programme file.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        /// One sentence for people.
        package let description: String
    }

    let programme: String
    /// The title of the programme; `nil` for a placeholder.
    let title: String?
    let areaCode: String
    /// The name of the area; `nil` for a placeholder.
    let areaName: String?
    let package: String

    /// A frame that stands for one to be filled in.
    package static let placeholder = ProgrammeFrame(
        programme: "nieuw-programma",
        title: nil,
        areaCode: AreaCode.toFillIn.description,
        areaName: nil,
        package: "pakket"
    )

    private init(programme: String, title: String?, areaCode: String, areaName: String?, package: String) {
        self.programme = programme
        self.title = title
        self.areaCode = areaCode
        self.areaName = areaName
        self.package = package
    }

    /// A frame with what is known of it; a placeholder for what is `nil`.
    ///
    /// - Parameters:
    ///   - programme: the id of the programme.
    ///   - title: the title of the programme.
    ///   - area: the CBS code of the area and, where it is known, its name behind a blank: `GM0303 Dronten`.
    ///   - package: the id of the package.
    /// - Throws: what cannot stand in a programme file.
    package init(
        programme: String? = nil,
        title: String? = nil,
        area: String? = nil,
        package: String? = nil
    ) throws(Fault) {
        let words = (area ?? Self.placeholder.areaCode).words
        self.programme = try Self.id(programme ?? Self.placeholder.programme, of: "programme")
        self.title = title.flatMap { $0.collapsed.isEmpty ? nil : $0.collapsed }
        areaCode = try Self.area(words.first ?? "")
        areaName = words.count > 1 ? words.dropFirst().joined(separator: " ") : nil
        self.package = try Self.id(package ?? Self.placeholder.package, of: "package")
    }

    private static func id(_ text: String, of what: String) throws(Fault) -> String {
        guard let id = Notations.id(text) else {
            throw Fault(description: "the \(what) has to be \(Notations.idWords), not \(quoted(text))")
        }
        return id
    }

    private static func area(_ text: String) throws(Fault) -> String {
        guard let code = Notations.area(text) else {
            throw Fault(description: "the area has to be \(Notations.areaWords), not \(quoted(text))")
        }
        return code.description
    }
}
