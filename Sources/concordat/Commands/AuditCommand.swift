import ArgumentParser
import Casework
import Ledger

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Proof that nothing was altered.",
        discussion: "Example: concordat audit verify",
        subcommands: [Verify.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Computes the chain of events anew, folds every share, and compares both with what is stored.",
            discussion: "Example: concordat audit verify")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let verification = try global.existingOffice().verifyAudit()
            for fault in verification.faults { Console.error(Console.safe(fault)) }
            let head = verification.position.head.hexadecimal
            guard verification.faults.isEmpty else {
                Console.line("The ledger was altered: \(verification.faults.count) faults.")
                throw Ended(code: Failure.refused)
            }
            Console.line(
                "\(verification.position.size - verification.installationEvents) events of \(verification.shares) shares and \(verification.installationEvents) of the installation: the chain is whole. Head: \(head)"
            )
        }
    }
}

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a whole copy of the database while others work on it.",
        discussion: "Example: concordat backup register-2026-04-01.sqlite")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to write; it must not exist.") var file: String

    func run() async throws {
        try global.existingOffice().ledger.backUp(to: file)
        Console.line("The backup is in \(file).")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes the database of a backup; an existing database is never overwritten.",
        discussion: "Example: concordat --db register.sqlite restore register-2026-04-01.sqlite")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The backup.") var file: String

    func run() async throws {
        try Ledger.restore(backup: file, to: global.databaseFile)
        let verification = try global.office().verifyAudit()
        for fault in verification.faults { Console.error(Console.safe(fault)) }
        guard verification.faults.isEmpty else { throw Ended(code: Failure.refused) }
        Console.line("\(global.databaseFile) holds the \(verification.position.size) events of the backup.")
    }
}
