import ArgumentParser
import Casework
import Shares
import Workflows

/// `--field name=value`, as often as need be.
struct FieldOptions: ParsableArguments {
    @Option(
        name: .customLong("field"), parsing: .upToNextOption, help: "A field as name=value; may be given several times."
    )
    var fields: [String] = []

    func validate() throws {
        var seen: Set<Substring> = []
        for field in fields {
            guard let sign = field.firstIndex(of: "="), sign > field.startIndex else {
                throw ValidationError("“\(field)” is not of the form name=value.")
            }
            guard seen.insert(field[..<sign]).inserted else {
                throw ValidationError("The field “\(field[..<sign])” is given twice.")
            }
        }
    }

    var values: [String: String] {
        var values: [String: String] = [:]
        for field in fields {
            guard let sign = field.firstIndex(of: "=") else { continue }
            values[String(field[..<sign])] = String(field[field.index(after: sign)...])
        }
        return values
    }
}

struct ActCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Tells a share to do something; a refusal gives every reason.",
        discussion: """
            concordat actions REF --as PERSON lists what can be done and the fields that each command asks for.

            Example: concordat act DS-2026-AB12CD submit --as requester-fraud
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Argument(help: "The command, as actions lists it; proposal:submit where two machines have it.") var command: String
    @Option(name: .customLong("as"), help: "The person who acts.") var person: String
    @OptionGroup var given: FieldOptions
    @Option(help: "The reason, kept in the record.") var reason: String?
    @Option(help: "Refuse where the share has moved on from this version.") var seen: Int?

    func run() async throws {
        let order = try OrderText.order(command, fields: given.values, reason: reason)
        let outcome = try global.office().act(
            on: ShareReference(TermsReader.normalised(reference)), order, as: PersonID(person), seen: seen)
        Console.line("\(Console.safe(reference)): \(Console.safe(person)) \(Console.safe(outcome.event.summary))")
        DoubtPrinting.print(outcome.doubts)
    }
}

struct ProposeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose", abstract: "Proposes a new share and prints its reference.",
        discussion: """
            Fields: \(TermsField.allCases.map(\.rawValue).joined(separator: ", ")).

            Example: concordat propose --as requester-fraud --field 'title=Student loan check' recipient=HMRC
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("as"), help: "The person who proposes.") var person: String
    @OptionGroup var given: FieldOptions
    @Option(help: "The reference to give it. [default: a new one]") var reference: String?
    @Option(help: "Copy the terms of this share, but for its dates; nothing that was decided of it is copied.")
    var from: String?

    func run() async throws {
        let outcome = try global.office().propose(
            reference: reference.map { ShareReference($0) },
            from: from.map { ShareReference(TermsReader.normalised($0)) }, fields: given.values, as: PersonID(person))
        Console.line(outcome.share.reference.rawValue)
        DoubtPrinting.print(outcome.doubts)
    }
}

struct ActionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actions", abstract: "Lists what a person may do now with a share, and why not the rest.",
        discussion: "Example: concordat actions DWP-DS-00123 --as data-owner-fraud")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(name: .customLong("as"), help: "The person who would act.") var person: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let office = try global.office()
        let share = ShareReference(TermsReader.normalised(reference))
        let actions = try office.actions(on: share, as: PersonID(person))
        if format != .text { return try actions.map(PrintedAction.init).printAsJSON() }
        let underWay = try office.changes(of: share).underWay
        if !underWay.isEmpty {
            Console.line("The amendment under way changes:")
            ChangesPrinting.print(underWay, indent: 2)
        }
        for reading in try office.show(share).clocks { Console.line("Clock: \(reading.inWords)") }
        let allowed = actions.filter { $0.refusal == nil }
        Console.line(allowed.isEmpty ? "Nothing may be done now." : "May be done now:")
        for action in allowed {
            Console.line("  \(action.transition.command)  \(action.transition.title) (\(action.machine.rawValue))")
            let required = action.required.map { "\($0.rawValue)=\(action.takes($0))" }
            if !required.isEmpty { Console.line("      asks for: \(required.joined(separator: "; "))") }
            if !action.optional.isEmpty {
                Console.line("      may take: \(action.optional.map(\.rawValue).joined(separator: ", "))")
            }
            if action.editsTerms { Console.line("      takes the fields of the share, such as purpose=…") }
        }
        let refused = actions.filter { $0.refusal != nil }
        guard !refused.isEmpty else { return }
        Console.line("Not now:")
        for action in refused {
            Console.line("  \(action.transition.command)  \(action.transition.title) (\(action.machine.rawValue))")
            for reason in action.refusal?.reasons ?? [] { Console.line("      - \(Console.safe(reason.says))") }
        }
    }
}

/// An action for programs.
struct PrintedAction: Encodable {
    var machine: String
    var command: String
    var title: String
    var allowed: Bool
    var reasons: [Refusal.Reason]
    var required: [String]
    var optional: [String]
    var editsTerms: Bool

    init(_ action: AvailableAction) {
        machine = action.machine.rawValue
        command = action.transition.command.rawValue
        title = action.transition.title
        allowed = action.refusal == nil
        reasons = action.refusal?.reasons ?? []
        required = action.required.map(\.rawValue)
        optional = action.optional.map(\.rawValue)
        editsTerms = action.editsTerms
    }
}
