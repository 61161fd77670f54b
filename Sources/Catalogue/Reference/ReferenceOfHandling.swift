extension ReferenceSection {
    static let handlingFile = [handlingAct, handlingSilence]

    static let handlingAct = ReferenceSection(
        name: "an act",
        keys: [
            .optional("ack", "alert", "takes an open alert up"),
            .optional("note", "alert", "explains an open alert"),
            .optional("silence", "mapping", "holds the notices of some alerts back"),
            .optional("unsilence", "number", "ends a silence"),
            .required("by", "text", "who does it"),
            .optional("why", "text", "the reason; a silence needs one"),
            .optional(
                "until",
                "day, moment, `next-measurement` or `resolved`",
                "`resolved`",
                "when an acknowledgement or a silence ends; a silence needs a day or a moment"
            ),
            .optional("from", "day or moment", "at once", "when a silence begins"),
            .optional("oorzaak", "text", "the cause, of a note; `cause` is the same"),
            .optional("gevolg", "text", "the consequence, of a note; `consequence` is the same"),
            .optional("bijsturing", "text", "the measure that is taken, of a note; `measure` is the same"),
            .optional("cause", "text", "as `oorzaak`"),
            .optional("consequence", "text", "as `gevolg`"),
            .optional("measure", "text", "as `bijsturing`"),
        ]
    )

    static let handlingSilence = ReferenceSection(
        name: "a silence",
        keys: [
            .optional("programmes", "list of ids", "programmes"),
            .optional("packages", "list of ids", "packages, or programme/package"),
            .optional("indicators", "list of ids", "indicators"),
            .optional("areas", "list of codes or names", "areas, with what lies within them"),
            .optional("rules", "list of names", "rules"),
            .optional("owners", "list of names", "owners of indicators"),
        ]
    )
}
