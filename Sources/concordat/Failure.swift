import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares
import Workflows

/// How a command can end other than done.
enum Failure {
    /// Refused, or errors found.
    static let refused: Int32 = 1
    static let usage: Int32 = 2
    static let badInput: Int32 = 65
    static let ourFault: Int32 = 70

    /// Tells the person what went wrong, on standard error, and gives the exit code.
    static func end(with error: any Error) -> Int32 {
        switch error {
        case let ended as Ended:
            return ended.code
        case let refusal as Refusal:
            Console.error("Refused:")
            for reason in refusal.reasons { Console.error("  - \(Console.safe(reason.says))") }
            return refused
        case let missing as NoSuchShare:
            Console.error("There is no share \(Console.safe(missing.reference.rawValue)).")
            return refused
        case let findings as Findings:
            for finding in findings.all { Console.error(Console.oneLine(finding.description)) }
            return badInput
        case let stopped as SigningStopped:
            for finding in stopped.findings.all { Console.error(Console.oneLine(finding.description)) }
            Console.error("Nothing is signed with it: see “concordat keys rotate --help”.")
            return refused
        case let workflows as DefinitionFaults:
            for fault in workflows.all { Console.error(Console.oneLine(fault.description)) }
            return badInput
        case let unproven as UnprovenWorkflows:
            Console.error("The workflows would let a share go wrong, so they are not run:")
            for fault in unproven.faults { Console.error("  - \(Console.safe(fault))") }
            return badInput
        case let none as NoPDF:
            Console.error(Console.safe(none.sentence))
            return refused
        case let none as NoCurl:
            Console.error(none.sentence)
            return refused
        case let ledger as LedgerError:
            Console.error(Console.safe(ledger.sentence))
            return code(of: ledger)
        default:
            return parserEnd(error)
        }
    }

    private static func code(of error: LedgerError) -> Int32 {
        switch error {
        case .notALedger, .newerSchema, .cannotOpen, .fileExists, .eventTooLarge: badInput
        case .notDurable, .unreadableEvent, .unreadableView, .diskFull, .transactionLost: ourFault
        }
    }

    /// What the argument parser throws: help and version are done; the rest is usage. Anything else is a fault of ours.
    private static func parserEnd(_ error: any Error) -> Int32 {
        let code = Concordat.exitCode(for: error)
        if code == .success {
            Console.line(Concordat.fullMessage(for: error))
            return 0
        }
        if code == .validationFailure {
            Console.error(Concordat.fullMessage(for: error))
            return usage
        }
        if let sentence = LedgerError.sentence(for: error) {
            Console.error(Console.safe(sentence))
            return ourFault
        }
        Console.error("Something went wrong that should not: \(Console.safe(String(describing: error)))")
        return ourFault
    }
}

/// The command said all it had to say.
struct Ended: Error {
    var code: Int32
}
