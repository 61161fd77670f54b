/// What a stranger may have written.
package enum Hostile {
    package static let texts = [
        "\"\u{301} onmouseover=alert(1) x=\"\u{338}",
        "<\u{338}script>alert(1)</script>",
        "'><img src=x onerror=alert(1)>",
        "Titel\r\nBcc: iedereen@example.nl\r\n\r\ninhoud",
        "<0>kern: paniek",
        "\u{202E}gnp.exe\u{2066}",
        "=?utf-8?Q?=0D=0ABcc:_x?=",
        "--=_peilwacht--",
        "a\0b\u{1B}[2Jc\u{85}d\u{2028}e",
        "-->]]><![endif]--></table></td><h1>",
        "&lt;b&gt; &#60; &amp",
        "z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}",
        String(repeating: "zeer-lang-woord", count: 40),
        String(repeating: "één € 👩‍👩‍👧 ", count: 40),
        "From de gemeente\n.\n.verborgen",
        "\u{200B}\u{FEFF}\u{E0041}\u{FFFF}",
        "",
        "   ",
    ]
}

extension String {
    /// The lines between the separator, found scalar by scalar.
    package func components(_ separator: String) -> [String] {
        var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
        let end = Array(separator.unicodeScalars)
        for scalar in unicodeScalars {
            lines[lines.count - 1].append(scalar)
            if lines[lines.count - 1].suffix(end.count).elementsEqual(end) {
                lines[lines.count - 1].removeLast(end.count)
                lines.append(String.UnicodeScalarView())
            }
        }
        return lines.map { String($0) }
    }

    /// The text with every CR LF, CR and LF as this line end.
    package func withLineEnds(_ end: String) -> String {
        components("\r\n").flatMap { $0.components("\r") }.flatMap { $0.components("\n") }.joined(separator: end)
    }
}
