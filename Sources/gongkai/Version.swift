/// The program's version, as `--version`, the manifest, reports and `make release` give it: the only place where it
/// stands.
let programVersion = "0.1.0"
