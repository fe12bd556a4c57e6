internal import JSONValues
internal import Shares
internal import Signatures
internal import XMLTrees

extension ManifestCheck {
    /// What has been read so far, and what was wrong with it.
    struct Reading {
        var manifest: Manifest?
        /// Of the signatures that hold.
        var chain: CertificateChain?
        var hasBrokenSignature = false
        /// Whether a form is no XML at all, so that nobody can say whether it is signed.
        var isUnreadable = false
        var findings = Findings()

        mutating func readJSON(_ bytes: [UInt8], file: String, _ schemas: ManifestSchemas) {
            guard bytes.count <= ManifestCheck.longestJSON else {
                findings.append(
                    .error(
                        "manifest-json", at: .pointer(file: file, ""),
                        "The text is longer than \(ManifestCheck.longestJSON) bytes."))
                return
            }
            do throws(Findings) {
                meet(try Manifest(json: bytes, schemas: schemas, file: file), file: file)
            } catch {
                return findings.append(error)
            }
            guard (try? JSONValue(parsing: bytes).canonical()) == bytes else {
                return findings.append(
                    .error(
                        "manifest-canonical", at: .pointer(file: file, ""),
                        "It is not in canonical form (RFC 8785): what is signed and digested is."))
            }
        }

        /// The signature comes first, and what is read is what it is over.
        mutating func readXML(_ bytes: [UInt8], file: String, _ schemas: ManifestSchemas) {
            let tree: XMLTree
            do { tree = try XMLTree.parse(bytes) } catch {
                isUnreadable = true
                findings.append(Manifest.findings(of: error))
                return
            }
            let whole = schemas.findings(in: tree, file: file)
            do throws(Findings) {
                if let chain = try XMLSignature.check(in: tree, file: file) { meet(chain, file: file) }
            } catch {
                hasBrokenSignature = true
                findings.append(error)
            }
            guard whole.isEmpty else {
                findings.append(whole)
                return
            }
            do throws(Findings) { meet(try Manifest(tree: tree, schemas: schemas, file: file), file: file) } catch {
                findings.append(error)
            }
        }

        mutating func check(_ jws: [UInt8], over bytes: [UInt8], file: String) {
            do throws(Findings) { meet(try DetachedJWS.check(jws, over: bytes, file: file), file: file) } catch {
                hasBrokenSignature = true
                findings.append(error)
            }
        }

        private mutating func meet(_ other: Manifest, file: String) {
            if let manifest, manifest != other {
                findings.append(
                    .error("forms-differ", at: .pointer(file: file, ""), "It says something else than the other form."))
            }
            manifest = manifest ?? other
        }

        private mutating func meet(_ other: CertificateChain, file: String) {
            if let chain, chain.signer != other.signer {
                findings.append(
                    .error(
                        "signers-differ", at: .pointer(file: file, ""),
                        "It is signed by somebody else than the other files."))
            }
            chain = chain ?? other
        }
    }
}
