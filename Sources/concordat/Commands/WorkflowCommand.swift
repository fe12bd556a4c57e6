import ArgumentParser
import Casework
import Workflows

struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "The five state machines.", discussion: "Example: concordat workflow check",
        subcommands: [Check.self, Draw.self, Table.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks the five files, each alone and all together, state by state.",
            discussion: """
                Files given take the place of those of the same machine.

                Example: concordat workflow check approval.json
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Workflow files to check with the rest.") var files: [String] = []

        func run() async throws {
            let check = try global.officeWithoutDatabase().checkWorkflows(files)
            for fault in check.faults { Console.error(Console.safe(fault.description)) }
            for fault in check.proof?.faults ?? [] { Console.error(Console.safe(fault.description)) }
            guard check.isSound, let proof = check.proof else {
                let count = check.faults.count + (check.proof?.faults.count ?? 0)
                Console.line("\(count) \(count == 1 ? "fault" : "faults"): these workflows are not run.")
                throw Ended(code: Failure.refused)
            }
            Console.line(
                "The five workflows are sound: \(proof.configurations) configurations and \(proof.steps) steps explored, every invariant holds."
            )
        }
    }

    struct Draw: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws a workflow.",
            discussion: "Example: concordat workflow draw approval --format svg > approval.svg")

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case mermaid, svg, scxml
        }

        @OptionGroup var global: GlobalOptions
        @Argument(help: "proposal, dpia, approval, review or retirement.") var name: String
        @Option(help: "mermaid, svg or scxml.") var format: Format = .mermaid

        func validate() throws {
            guard Machine(rawValue: name) != nil else {
                throw ValidationError(
                    "“\(name)” is none of \(Machine.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
        }

        func run() async throws {
            guard let machine = Machine(rawValue: name) else { return }
            let definition = try global.officeWithoutDatabase().definitions()[machine].definition
            switch format {
            case .mermaid: Console.write(definition.mermaid())
            case .svg: Console.write(definition.svg())
            case .scxml: Console.write(definition.scxml())
            }
        }
    }

    struct Table: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints who may give which command in which state.",
            discussion: "Example: concordat workflow table")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            Console.write(PermissionTable(try global.officeWithoutDatabase().definitions()).markdown())
        }
    }
}
