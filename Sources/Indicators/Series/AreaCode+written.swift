extension AreaCode {
    /// Reads a code in the ways that sources write it: `GM0303` in any case, `G0303`, `2020GM0303`, and `0303` or `303`
    /// for a municipality; the Netherlands are `NL01`, in tables of districts `NL00`.
    ///
    /// Only digits may as well be something else: whoever asks has to know the area. `GM303` is none: a digit is missing.
    package init?(written text: String) {
        let code = text.trimmed.uppercased()
        if let digits = Int(digits: code), code.utf8.count <= 4 {
            guard digits > 0 else { return nil }
            self.init("GM\(digits.padded(to: 4))")
        } else if let known = AreaCode(cbs: code) {
            self.init(known == "NL00" ? "NL01" : known.description)
        } else if code.hasPrefix("G"), code.utf8.count == 5, let digits = Int(digits: code.dropFirst()) {
            self.init("GM\(digits.padded(to: 4))")
        } else {
            guard let year = Int(digits: code.prefix(4)), (1990...2100).contains(year),
                let known = AreaCode(cbs: String(code.dropFirst(4))),
                ["GM", "WK", "BU"].contains(known.description.prefix(2))
            else { return nil }
            self = known
        }
    }
}
