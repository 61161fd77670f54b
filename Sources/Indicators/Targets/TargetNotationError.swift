/// A target cell that is none of the notations.
package struct TargetNotationError: Error, Hashable, CustomStringConvertible {
    /// The cell as written.
    package let cell: String

    /// The notations in words, for messages and the reference.
    package static let notations = """
        a value ('<25,3%', '≤7,9%', '36', '< 9 maanden'), a change ('-10% t.o.v. 2025', 'halvering t.o.v. 2025', \
        '+450 t.o.v. 2025'), a movement ('stijging t.o.v. 2024', 'daling', 'meer', 'minder', 'neemt toe', 'neemt af', \
        'gelijkblijvend', 'niet gestegen t.o.v. 2024'), 'gereed', 'Nb' (not known) or '-' (none)
        """

    package var description: String { "the target '\(cell)' cannot be read; write \(Self.notations)" }
}
