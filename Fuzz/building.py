"""Builds executables from the project's modules with swiftc alone, with the fuzzer and the address sanitizer or without.

SwiftPM has no way to say -sanitize=fuzzer. A module is built anew when one of its sources, or a module under it, has changed.
LIBYAML_SOURCE may name the unpacked source of libyaml 0.2.5, which is then instrumented too.
"""

import hashlib
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / ".build" / "fuzz"
SWIFTC = os.environ.get("SWIFTC", "swiftc")
CLANG = os.environ.get("CLANG", "clang")
LIBYAML = os.environ.get("LIBYAML_SOURCE")

# Each with those under it, as in Package.swift.
MODULES = {
    "SourceText": [],
    "YAMLTree": ["SourceText"],
    "CEL": ["SourceText"],
    "ConcordatDiagnostics": ["SourceText"],
    "ConcordatModel": ["YAMLTree", "CEL", "ConcordatDiagnostics"],
    "ConcordatRules": ["ConcordatModel"],
    "ConcordatEngine": ["ConcordatRules"],
    "ConcordatReport": ["ConcordatDiagnostics"],
}
INTERNAL_IMPORTS = {"ConcordatModel", "ConcordatRules", "ConcordatEngine"}


def closure(modules):
    """The modules with all under them, lowest first."""
    found = []

    def visit(name):
        for lower in MODULES[name]:
            visit(lower)
        if name not in found:
            found.append(name)

    for name in modules:
        visit(name)
    return found


def digest(words, files, below=()):
    """What an outcome depends on."""
    state = hashlib.sha256(" ".join(map(str, words)).encode())
    for other in below:
        state.update(other.encode())
    for file in files:
        state.update(file.read_bytes())
    return state.hexdigest()


class Building:
    """One way to build: everything in a folder of its own."""

    def __init__(self, name, sanitizers):
        self.place = PLACE / name
        self.place.mkdir(parents=True, exist_ok=True)
        self.sanitizers = sanitizers
        pack = ROOT / "Sources" / "CEmbeddedPack"
        yaml = ROOT / "Sources" / "CLibYAML"
        map_file = self.place / "CEmbeddedPack.modulemap"
        map_file.write_text(f'module CEmbeddedPack {{ header "{pack}/include/CEmbeddedPack.h" export * }}\n')
        self.common = [SWIFTC, "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-enable-testing", "-package-name", "concordat"]
        self.common += ["-enable-upcoming-feature", "ExistentialAny", "-use-ld=lld", "-I", str(self.place)]
        self.common += ["-Xcc", f"-fmodule-map-file={yaml}/module.modulemap", "-Xcc", f"-fmodule-map-file={map_file}"]
        if sanitizers:
            self.common.append(f"-sanitize={sanitizers}")
        self.states = {}

    def run(self, name, output, words, files, below=()):
        """Runs a compiler unless its outcome is there already."""
        state = digest(words, files, below)
        stamp = self.place / f"{name}.state"
        if not (output.exists() and stamp.exists() and stamp.read_text() == state):
            print(f"building {name}", flush=True)
            subprocess.run([str(word) for word in words], check=True)
            stamp.write_text(state)
        self.states[name] = state
        return output

    def clang(self, name, source, options):
        """The object of a file in C."""
        words = [CLANG, "-O2", "-g", "-c", *options, str(source), "-o", str(self.place / f"{name}.o")]
        if "address" in self.sanitizers:
            words.append("-fsanitize=fuzzer-no-link,address")
        return self.run(name, self.place / f"{name}.o", words, [source])

    def embedded_pack(self):
        """The object that holds the rules."""
        folder = ROOT / "Sources" / "CEmbeddedPack"
        words = [CLANG, "-std=c23", "-c", f"-I{folder}/include", str(folder / "pack.c"), "-o", str(self.place / "pack.o")]
        files = [folder / "pack.c", *sorted((ROOT / "rules").rglob("*.yaml"))]
        return self.run("pack", self.place / "pack.o", words, files)

    def libyaml(self):
        """The objects of libyaml, where its source was given."""
        if not LIBYAML:
            return []
        folder = pathlib.Path(LIBYAML)
        version = ["MAJOR=0", "MINOR=2", "PATCH=5", 'STRING="0.2.5"']
        options = [f"-I{folder}/include"] + [f"-DYAML_VERSION_{word}" for word in version]
        names = ["api", "reader", "scanner", "parser", "loader", "writer", "emitter", "dumper"]
        return [self.clang(f"libyaml-{name}", folder / "src" / f"{name}.c", options) for name in names]

    def executable(self, name, modules, files):
        """An executable of some files over some modules."""
        modules = closure(modules)
        objects = []
        for module in modules:
            sources = sorted((ROOT / "Sources" / module).rglob("*.swift"))
            output = self.place / f"{module}.o"
            words = self.common + ["-module-name", module, "-c", "-emit-module-path", self.place / f"{module}.swiftmodule"]
            if module in INTERNAL_IMPORTS:
                words += ["-enable-upcoming-feature", "InternalImportsByDefault"]
            words += ["-o", output, *sources]
            below = [self.states[lower] for lower in closure(MODULES[module])]
            objects.append(self.run(module, output, words, sources, below))
        if "YAMLTree" in modules:
            objects += self.libyaml()
        if "ConcordatRules" in modules:
            objects.append(self.embedded_pack())
        output = self.place / name
        words = self.common + ["-module-name", name.replace("-", "_"), "-o", output, *objects, *files]
        return self.run(name, output, words, files, self.states.values())
