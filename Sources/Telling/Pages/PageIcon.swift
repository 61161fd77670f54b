/// The small picture that a browser shows beside the title: a level between two marks.
package enum PageIcon {
    /// An SVG document, which stands on a light and on a dark ground.
    package static let svg = """
        <svg xmlns="http://www.w3.org/2000/svg" width="32" height="32" viewBox="0 0 32 32">
        <rect width="32" height="32" rx="4" fill="#0b57a4"/>
        <path d="M7 6v20M25 6v20" stroke="#ffffff" stroke-width="2"/>
        <path d="M7 18q4.5-4 9 0t9 0" fill="none" stroke="#ffffff" stroke-width="3"/>
        </svg>

        """
}
