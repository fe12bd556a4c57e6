/// A bar under the name of a row: the figures stand beside it, so that it says nothing to those who do not see it.
struct Bar: Component {
    /// What each part is of the longest bar, and how it looks.
    struct Part {
        enum Look: String {
            case plain, good, middling, bad
        }

        var count: Int
        var look = Look.plain
    }

    let parts: [Part]
    /// The count that fills the width.
    let longest: Int

    var html: HTML {
        var start = 0
        var rects = HTML()
        for part in parts where part.count > 0 {
            rects.append(
                tag(
                    .rect, .class("bar-\(part.look.rawValue)"), .with(.x, permille(start)), .with(.y, "0"),
                    .with(.width, permille(part.count)), .with(.height, "10")))
            start += part.count
        }
        return HTML(
            .svg,
            [
                .class("bar"), .with(.viewBox, "0 0 1000 10"), .with(.preserveAspectRatio, "none"),
                .with(.ariaHidden, "true"),
            ], content: rects)
    }

    private func permille(_ count: Int) -> String { String(count * 1000 / max(longest, 1)) }
}

/// What the parts of bars mean, by their looks, in the order in which they stand.
struct BarKey: Component {
    let parts: [(look: Bar.Part.Look, meaning: String)]

    var html: HTML {
        tag(.p, .class("key")) {
            for part in parts {
                tag(.span) {
                    HTML(
                        .svg, [.class("sample"), .with(.viewBox, "0 0 10 10"), .with(.ariaHidden, "true")],
                        content: tag(
                            .rect, .class("bar-\(part.look.rawValue)"), .with(.x, "0"), .with(.y, "0"),
                            .with(.width, "10"), .with(.height, "10")))
                    part.meaning
                }
                " "
            }
        }
    }
}
