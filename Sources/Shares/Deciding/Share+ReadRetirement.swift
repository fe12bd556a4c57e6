import Workflows

extension Share {
    /// What evidence of a retirement must agree with: a share that can take over, and days in the order of what happened.
    func checkRetirement(
        _ recordings: [Recording], in circumstances: Circumstances, _ reading: inout OrderReading
    ) {
        if let successor = reading.evidence["successor"] {
            if successor == reference.rawValue {
                reading.refuse("succeeds-itself", "A share does not take over from itself.", at: "successor")
            } else {
                switch circumstances.others[ShareReference(successor)] {
                case nil:
                    reading.refuse(
                        "unknown-successor", "There is no share “\(successor.shortened(to: 60))”.", at: "successor")
                case .ended:
                    reading.refuse(
                        "successor-ended", "\(successor) has ended: it cannot take over.", at: "successor")
                case .draft:
                    reading.refuse(
                        "successor-a-draft",
                        "\(successor) is a draft, which nobody has decided on: it cannot take over.",
                        at: "successor")
                case .retiresIntoThis:
                    reading.refuse(
                        "succeed-each-other",
                        "\(successor) is itself superseded by \(reference): two shares do not take over from each other.",
                        at: "successor")
                case .open: break
                }
            }
        }
        guard recordings.contains(.deletionCertificate),
            let day = reading.evidence["signed-on"].flatMap({ Day.read($0) })
        else { return }
        if day > circumstances.today {
            reading.refuse("in-the-future", "Deletion on \(day.inWords) lies in the future.", at: "signed-on")
        }
        if let stop = retirement.stop, day < stop.on {
            reading.refuse(
                "before-the-stop",
                "Deletion on \(day.inWords) lies before \(stop.on.inWords), when the transfer stopped: data came after it.",
                at: "signed-on")
        }
    }
}
