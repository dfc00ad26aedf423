/// The program's version, as `--version`, the manifest and reports give it.
let programVersion = "0.1.0"
