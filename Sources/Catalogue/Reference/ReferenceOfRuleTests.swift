internal import Indicators

extension ReferenceSection {
    static let ruleTestFile = [ruleTests, ruleTest, ruleTestStep, ruleTestAlert, ruleTestMail]

    static let ruleTests = ReferenceSection(
        name: "a test file",
        keys: [.required("tests", "list", "the tests; each watches a store of its own, which begins empty")]
    )

    static let ruleTest = ReferenceSection(
        name: "a test",
        keys: [
            .required("name", "text", "what is tested, as a sentence"),
            .required("start", "moment", "when the watch begins: '2026-01-02T08:00'; what deviates then is no news"),
            .required("steps", "list", "what comes in when, and what is expected then, in order of time"),
        ]
    )

    static let ruleTestStep = ReferenceSection(
        name: "a step",
        keys: [
            .required("at", "moment", "when it is; until then every day begins and every digest goes out in its time"),
            .optional("rows", "text", "no file comes in", "a file in one of Peilwacht's own forms, header first"),
            .optional("file", "path", "no file comes in", "a file, meant from the folder of the test file"),
            .optional("refused", "number", "0", "how many rows of the file are refused"),
            .optional(
                "lights",
                "mapping",
                "nothing is expected",
                "the light of each series: `wmo-maatwerk: red`, `wmo-maatwerk/BU03030101: green`"
            ),
            .optional(
                "events",
                "list",
                "nothing is expected",
                """
                every change of an alert since the step before, on an indicator that the test names in `lights`, \
                `events` or `open`; an empty list says that there is none
                """
            ),
            .optional("open", "list", "nothing is expected", "every alert that is open then, on the same indicators"),
            .optional("mails", "list", "nothing is expected", "mails since the step before; there may be others"),
            .optional("no_mails_to", "list of addresses", "nothing is expected", "who gets none since the step before"),
        ]
    )

    static let ruleTestAlert = ReferenceSection(
        name: "an expected alert",
        keys: [
            .required(
                "indicator",
                "id",
                "the indicator; each other key is the word of `alerts.jsonl` that it has to have"
            )
        ]
            + [
                ("event", "`opened`, `worsened`, `resolved`, …"), ("severity", "`warning` or `critical`"),
                ("rule", "the rule"), ("reason", "the reason's label"), ("area", "the CBS code"),
                ("breakdown", "as in a measurement file"), ("period", "the period"), ("value", "the value, exactly"),
                ("target", "the target in words"), ("message", "the whole sentence"),
            ]
            .map { .optional($0.0, "text", "whatever it is", $0.1) }
    )

    static let ruleTestMail = ReferenceSection(
        name: "an expected mail",
        keys: [
            .required("to", "address", "who gets it"),
            .optional("says", "list of texts", "whatever it says", "texts that stand in its subject or its plain text"),
            .optional("omits", "list of texts", "whatever it says", "texts that do not stand there"),
        ]
    )
}
