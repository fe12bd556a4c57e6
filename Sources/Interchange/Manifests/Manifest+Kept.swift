package import Shares

extension Manifest {
    /// Reads either form, as it was kept after it had been checked.
    package init(kept bytes: [UInt8], schemas: ManifestSchemas, file: String) throws(Findings) {
        if ManifestCheck.isXML(bytes) {
            try self.init(xml: bytes, schemas: schemas, file: file)
        } else {
            try self.init(json: bytes, schemas: schemas, file: file)
        }
    }
}
