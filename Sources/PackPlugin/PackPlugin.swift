import Foundation
import PackagePlugin

/// Compiles `Intents/` into the binary: a broken pack breaks the build, with file, line and column.
@main
struct PackPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let intents = context.package.directoryURL.appending(path: "Intents")
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledPack.S")
    return [
      .buildCommand(
        displayName: "Compiling the pack",
        executable: try context.tool(named: "PackCompiler").url,
        arguments: [intents.path, output.path],
        inputFiles: inputs(below: intents),
        outputFiles: [output])
    ]
  }

  /// Every file below `folder`, and the folders themselves: a new file changes only its folder.
  private func inputs(below folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return [folder] + (files?.compactMap { $0 as? URL } ?? []).sorted { $0.path < $1.path }
  }
}
