import ArgumentParser
import Casework
import Workflows

struct WorkflowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow", abstract: "The five state machines.", discussion: "Example: concordat workflow check",
        subcommands: [Check.self, Draw.self, Table.self, Overlays.self, RelocateCommand.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks the five files, each alone and all together, state by state.",
            discussion: """
                Files given take the place of those of the same machine; an overlay is laid over them, and must pass the
                same proof.

                Example: concordat workflow check approval.json fraud-and-error.json
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Workflow files and overlays to check with the rest.") var files: [String] = []

        func run() async throws {
            let check = try global.officeWithoutDatabase().checkWorkflows(files)
            for fault in check.faults { Console.error(Console.oneLine(fault.description)) }
            for fault in check.proof?.faults ?? [] { Console.error(Console.oneLine(fault.description)) }
            for overlay in check.overlays {
                for fault in overlay.proof.faults {
                    Console.error(Console.safe("\(overlay.file): \(fault.description)"))
                }
            }
            guard check.isSound, let proof = check.proof else {
                let count =
                    check.faults.count + (check.proof?.faults.count ?? 0)
                    + check.overlays.reduce(0) { $0 + $1.proof.faults.count }
                Console.line("\(count) \(count == 1 ? "fault" : "faults"): these workflows are not run.")
                throw Ended(code: Failure.refused)
            }
            Console.line(
                "The five workflows are sound: \(proof.configurations) configurations and \(proof.steps) steps explored, every invariant holds."
            )
            for overlay in check.overlays {
                Console.line(
                    "With the overlay “\(overlay.name)” they are sound too: \(overlay.proof.configurations) configurations and \(overlay.proof.steps) steps explored."
                )
            }
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

    struct Overlays: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the departments that narrow the workflows, and publishes what is new.",
            discussion: """
                An overlay is a file of Templates/overlays. New shares of its department run on it.

                Example: concordat workflow overlays
                """)

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            let departments = try global.office().departmentWorkflows()
            guard !departments.isEmpty else {
                Console.line("No department has an overlay: every share runs on the master workflows.")
                return
            }
            var table = TextTable([
                .init(title: "Overlay", width: 30), .init(title: "Version"), .init(title: "Title", width: 50),
                .init(title: "For", width: 50), .init(title: "Edition"),
            ])
            for one in departments {
                let department = one.overlay.department
                table.add([
                    one.overlay.name, String(one.overlay.version), one.overlay.title,
                    (department.organisations + department.spokes).joined(separator: ", "),
                    String(one.digest.prefix(12)),
                ])
            }
            Console.line(table.text)
        }
    }
}
