import Shares

/// What was kept without being understood, on standard error: the result stays what it is.
enum DoubtPrinting {
    static func print(_ doubts: [Finding]) {
        for doubt in doubts { Console.message(Console.oneLine(doubt.description)) }
    }
}
