import ArgumentParser
import Casework
import Shares

extension Appointment.Post: ExpressibleByArgument {}

extension PeopleCommand {
    struct Appoint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Appoints a data owner or data steward, by letter, for a spoke and from a day on.",
            discussion: """
                A data owner whose appointments are on record answers only for shares that one of them covers.

                Example: concordat people appoint owner-disability --post data-owner --spoke disability \
                --from 2026-04-01 --letter HR/2026/114 --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(help: "data-owner or data-steward.") var post: Appointment.Post
        @Option(help: "The spoke; the whole department where it is left out.") var spoke: String?
        @Option(name: .customLong("from"), help: "The first day. [default: today]") var first: String?
        @Option(name: .customLong("until"), help: "The last day; none where it is left out.") var last: String?
        @Option(help: "Where the letter of appointment is filed.") var letter: String
        @Option(name: .customLong("as"), help: "Who appoints: somebody of the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let days = DaySpan(
                try first.map { try OptionValue.day($0, of: "--from") } ?? office.today,
                to: try last.map { try OptionValue.day($0, of: "--until") })
            try office.change(
                .appointed(Appointment(PersonID(id), as: post, of: spoke, days, letter: letter)), as: PersonID(actor))
            Console.line("\(Console.safe(id)) is \(post.asPeopleSay) \(days.inWords).")
        }
    }

    struct EndAppointment: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends an appointment with a last day.",
            discussion: """
                Example: concordat people end-appointment owner-disability --post data-owner --spoke disability \
                --last 2026-09-30 --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(help: "data-owner or data-steward.") var post: Appointment.Post
        @Option(help: "The spoke of the appointment, where it has one.") var spoke: String?
        @Option(help: "The last day.") var last: String
        @Option(name: .customLong("as"), help: "Who ends it: somebody of the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let last = try OptionValue.day(last, of: "--last")
            try office.change(
                .appointmentEnded(
                    Appointment(PersonID(id), as: post, of: spoke, DaySpan(last, to: last), letter: "")),
                as: PersonID(actor))
            Console.line("\(Console.safe(id)) is \(post.asPeopleSay) there until \(last.inWords).")
        }
    }
}
