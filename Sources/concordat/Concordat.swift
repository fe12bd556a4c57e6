import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares

/// The command line: each command is one call to Casework.
@main
struct Concordat: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concordat",
        abstract:
            "Manages a department's data-sharing agreements: the life of each share, and the portfolio of all of them.",
        discussion: """
            Output is for people; where a program may read it, --format json or csv writes it to standard output, with \
            nothing else there. Exit codes: 0 done; 1 refused, or errors found; 2 usage; 65 bad input; 70 a fault of ours.

            Example: concordat --db register.sqlite import register.csv
            """,
        version: "concordat 0.1.0",
        subcommands: [
            SampleCommand.self, ImportCommand.self, SharesCommand.self, ShowCommand.self, SignOffsCommand.self,
            ChangesCommand.self,
            HistoryCommand.self,
            ProposeCommand.self, CheckCommand.self, TriggersCommand.self, QuestionsCommand.self,
            AnswerCommand.self, SimilarCommand.self, ActionsCommand.self, ActCommand.self,
            BulkCommand.self,
            TickCommand.self, RedundancyCommand.self,
            ReportCommand.self, OrganisationsCommand.self, DocumentCommand.self, TemplateCommand.self,
            ManifestCommand.self, RegisterCommand.self, ReconcileCommand.self, KeysCommand.self,
            WorkflowCommand.self, PeopleCommand.self, OutboxCommand.self, WebhooksCommand.self, APIKeysCommand.self,
            ReviewsCommand.self,
            ServeCommand.self,
            AuditCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ])

    /// Runs a command and ends with the exit code that its outcome has.
    static func main() async {
        do {
            var command = try parseAsRoot(GlobalOptions.moved(CommandLine.arguments.dropFirst()))
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Foundation.exit(Failure.end(with: error))
        }
    }
}
