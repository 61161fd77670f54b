internal import Indicators

/// What a file was taken for, and by what that was known.
package struct Recognition: Hashable, Sendable {
    /// What a file may be taken for.
    package enum Kind: Hashable, Sendable {
        /// One of Peilwacht's own forms.
        case own(FormName)
        /// A table of somebody else.
        case table(TableForm)

        /// The word for it, the same as in ``FileForm``.
        package var label: String {
            switch self {
            case .own(let form): form.rawValue
            case .table(let form): form.rawValue
            }
        }
    }

    package let kind: Kind
    /// The titles in its head by which it was known, in their order; at most ``mostMarks``.
    package let marks: [String]
    /// How many more there were.
    package let otherMarks: Int

    /// So many titles are kept.
    static let mostMarks = 6
    private static let longestMark = 200

    package init(_ kind: Kind, marks: [String]) {
        self.kind = kind
        self.marks = marks.prefix(Self.mostMarks).map { $0.shortened(to: Self.longestMark) }
        otherMarks = max(0, marks.count - Self.mostMarks)
    }

    /// What a file with a header in this form was taken for.
    package init(_ form: FileForm) {
        switch form {
        case .plain(let layout): self.init(.own(.plain), marks: layout.marks)
        case .milestone(let layout): self.init(.own(.milestone), marks: layout.marks)
        case .table(let layout): self.init(.table(layout.form), marks: layout.marks)
        }
    }
}

extension ColumnLayout {
    /// The columns that every file of the form has, as the form calls them.
    fileprivate var marks: [String] { Column.required.filter(columns.contains).map(\.dutch) }
}

extension TableLayout {
    /// The titles of the columns that the schema asks for, in the order of the file.
    fileprivate var marks: [String] {
        let own = measures.map(\.index) + pins.map(\.index) + breakdowns.map(\.index)
        let others = Array(indicators.keys) + Array(margins.keys) + Array(places.values)
        return Set(own + others).sorted().map(title)
    }
}
