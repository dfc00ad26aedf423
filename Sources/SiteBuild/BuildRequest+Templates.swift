import Base
package import Disk

extension BuildRequest {
  /// The folders of templates as one.
  ///
  /// - Throws: ``BuildError/noTemplates`` if they are not all that a site needs, ``FileError`` from the disk.
  package func layeredTemplates() throws -> LayeredTree {
    var layers: [LayeredTree.Layer] = []
    for folder in templates { layers.append(LayeredTree.Layer(label(of: folder), try DiskTree(root: folder))) }
    let tree = layers.isEmpty ? nil : try LayeredTree(layers)
    // Of a site's few files alone, everything would be missing: one sentence says more than fifty findings.
    guard let tree, !tree.entries(under: "kinds").isEmpty else { throw BuildError.noTemplates }
    return tree
  }

  /// What has changed beneath the site's own templates.
  func outdatedTemplates() throws(FileError) -> [Diagnostic] {
    guard templates.count > 1, let own = templates.first, let program = templates.last else { return [] }
    return try TemplateOverrides(own, over: program).findings(label: label(of: own))
  }

  /// A folder's name in messages: relative to the site's root if it is below it.
  private func label(of folder: String) -> String {
    let root = root.hasSuffix("/") ? root : root + "/"
    let path = folder.hasPrefix(root) ? String(folder.dropFirst(root.count)) : folder
    return path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
