import CLibXML2
import Foundation
import Testing

@testable import XMLTrees

/// A tree that libxml2 has no memory for is never written, and takes nobody with it.
struct XMLMemoryTests {
    /// In a process of its own, because libxml2's memory is that of the whole process: each allocation fails in turn, alone
    /// and with all that follow.
    @Test func aTreeIsWholeOrRefused() async {
        await #expect(processExitsWith: .success) {
            LibXML.prepare()
            let whole = try XMLMemoryTests.written()
            xmlMemSetup(
                { free($0) }, { Memory.isLeft ? malloc($0) : LibXML.noMemory() },
                { Memory.isLeft ? realloc($0, $1) : LibXML.noMemory() },
                { text in
                    Memory.isLeft
                        ? text.flatMap { strdup($0) } : LibXML.noMemory()?.assumingMemoryBound(to: CChar.self)
                })
            var refused = 0
            for allocations in 0..<400 {
                (Memory.left, Memory.isShortOnce) = (allocations / 2, allocations % 2 == 1)
                do {
                    let written = try XMLMemoryTests.written()
                    precondition(written == whole, "after \(allocations) allocations")
                } catch {
                    precondition(error as? XMLFaults == .noMemory, "after \(allocations) allocations: \(error)")
                    refused += 1
                }
                Memory.left = .max
            }
            // A document, six elements, their names, texts and namespaces, each of which can be lacking.
            precondition((40..<400).contains(refused), "\(refused) refused")
        }
    }

    private static func written() throws -> [UInt8] {
        let namespace = XMLNamespace("urn:m", prefix: "m")
        let tree = try XMLTree(root: "root", namespace: namespace)
        let part = tree.root.append("part", text: "text")
        part.set("name", in: namespace, to: "value")
        let moved = tree.element("moved", namespace: XMLNamespace("urn:n", prefix: "n"))
        moved.append(text: "more")
        moved.append(text: " and more")
        tree.root.append(element: moved)
        moved.insertBefore(tree.element("before"))
        tree.root.append(element: part.copy())
        moved.remove()
        tree.root.append(element: moved)
        return try tree.serialised()
    }
}

/// How many more times libxml2 is given memory.
private enum Memory {
    nonisolated(unsafe) static var left = Int.max
    nonisolated(unsafe) static var isShortOnce = false

    static var isLeft: Bool {
        if left == .max { return true }
        if left == 0 {
            if isShortOnce { left = .max }
            return false
        }
        left -= 1
        return true
    }
}
