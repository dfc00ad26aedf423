/// The program's version, as used by `--version`, the manifest, reports and `make release`: the only place to change.
let programVersion = "0.1.0"
