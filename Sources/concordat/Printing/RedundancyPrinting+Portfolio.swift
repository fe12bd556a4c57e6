import Casework
import Foundation
import Interchange
import Redundancy
import Shares

/// How clusters, patterns and unrecognised names are told.
extension RedundancyPrinting {
    struct PrintedCluster: Encodable {
        var cluster: String
        var survivor: String
        var reason: String
        var superseded: [String]
        var items_to_add: [String]
        var subjects_to_add: [String]
        var frequency_to_reach: String?
        var feeds: [String]
        /// Of UK GDPR Articles 9 and 10.
        var conditions_to_add: [String]

        init(_ cluster: RedundancyCluster) {
            self.cluster = cluster.reference
            survivor = cluster.survivor.rawValue
            reason = cluster.reason
            superseded = cluster.superseded.map(\.rawValue)
            items_to_add = cluster.itemsToAdd
            subjects_to_add = cluster.additions.subjects
            frequency_to_reach = cluster.additions.frequency
            feeds = cluster.feeds.map(\.rawValue)
            conditions_to_add = cluster.additions.conditions ?? []
        }
    }

    struct PrintedPattern: Encodable {
        var kind: String
        var shares: [String]
        var explanation: String

        init(_ pattern: PortfolioPattern) {
            kind = pattern.kind.rawValue
            shares = pattern.shares.map(\.rawValue)
            explanation = pattern.explanation
        }
    }

    /// A name that was not recognised, with the likeliest meaning that the register shows.
    struct PrintedName: Encodable {
        var field: String
        var text: String
        var shares: Int
        var may_mean: String?
        var likelihood: Double?
        /// How many flows showed it.
        var votes: Double?

        static func all(_ vocabulary: RegisterVocabulary) -> [PrintedName] {
            struct Key: Hashable {
                let field: RegisterVocabulary.Field
                let text: String
            }
            var best: [Key: RegisterVocabulary.Synonym] = [:]
            for synonym in vocabulary.synonyms {
                let key = Key(field: synonym.field, text: synonym.text)
                if best[key] == nil { best[key] = synonym }
            }
            return vocabulary.unrecognised.map { name in
                let meaning = best[Key(field: name.field, text: name.text)]
                return PrintedName(
                    field: name.field.rawValue, text: name.text, shares: name.count, may_mean: meaning?.meaning,
                    likelihood: meaning.map { ($0.likelihood * 100).rounded() / 100 }, votes: meaning?.votes)
            }
        }
    }

    static func print(_ proposal: ConsolidationProposal) {
        for cluster in proposal.clusters {
            let others = cluster.superseded.map { Console.safe($0.rawValue) }.joined(separator: ", ")
            Console.line("\(cluster.reference): keep \(Console.safe(cluster.survivor.rawValue)), retire \(others)")
            Console.line("     \(Console.safe(cluster.reason))")
            for again in cluster.findings.compactMap(\.again) { Console.line("     \(Console.safe(again))") }
            if !cluster.feeds.isEmpty {
                let feeds = cluster.feeds.map { Console.safe($0.rawValue) }.joined(separator: ", ")
                Console.line("     It rests on the feed of what is passed on: \(feeds)")
            }
            guard !cluster.additions.isEmpty else { continue }
            Console.line("     To add to it: \(Console.safe(cluster.additions.inWords))")
        }
        let savings = proposal.savings
        Console.message(
            "\(proposal.clusters.count) groups; \(savings.shares) shares, \(savings.feeds) feeds and \(savings.items) items would be saved"
        )
    }

    static func print(_ patterns: [PrintedPattern]) {
        for pattern in patterns {
            let shares = pattern.shares.prefix(6).map(Console.safe).joined(separator: ", ")
            let more = pattern.shares.count > 6 ? " and \(pattern.shares.count - 6) more" : ""
            Console.line("\(pattern.kind): \(shares)\(more)")
            Console.line("     \(Console.safe(pattern.explanation))")
        }
        Console.message("\(patterns.count) patterns")
    }

    static func print(_ names: [PrintedName]) {
        var table = TextTable([
            .init(title: "Field"), .init(title: "Name", width: 50), .init(title: "Shares", isNumber: true),
            .init(title: "May mean", width: 40), .init(title: "Likelihood", isNumber: true),
            .init(title: "Votes", isNumber: true),
        ])
        for name in names {
            table.add([
                name.field, name.text, String(name.shares), name.may_mean ?? "",
                name.likelihood.map { decimal($0) } ?? "", name.votes.map { String(Int($0.rounded())) } ?? "",
            ])
        }
        Console.line(table.text)
        Console.message("\(names.count) names were not recognised")
    }

    static func csv(_ clusters: [PrintedCluster]) -> String {
        let header = [
            "survivor", "superseded", "reason", "items_to_add", "cluster", "subjects_to_add", "frequency_to_reach",
            "feeds", "conditions_to_add",
        ]
        return clusters.reduce(into: CSVWriter.line(header)) { text, cluster in
            text += CSVWriter.line([
                cluster.survivor, cluster.superseded.joined(separator: "; "), cluster.reason,
                cluster.items_to_add.joined(separator: "; "), cluster.cluster,
                cluster.subjects_to_add.joined(separator: "; "), cluster.frequency_to_reach ?? "",
                cluster.feeds.joined(separator: "; "), cluster.conditions_to_add.joined(separator: "; "),
            ])
        }
    }

    static func csv(_ patterns: [PrintedPattern]) -> String {
        patterns.reduce(into: CSVWriter.line(["kind", "shares", "explanation"])) { text, pattern in
            text += CSVWriter.line([pattern.kind, pattern.shares.joined(separator: "; "), pattern.explanation])
        }
    }

    static func csv(_ names: [PrintedName]) -> String {
        names.reduce(into: CSVWriter.line(["field", "text", "shares", "may_mean", "likelihood", "votes"])) {
            text, name in
            text += CSVWriter.line([
                name.field, name.text, String(name.shares), name.may_mean ?? "",
                name.likelihood.map { decimal($0) } ?? "", name.votes.map { decimal($0) } ?? "",
            ])
        }
    }
}
