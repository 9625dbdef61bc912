"""What `cmake --install` writes: everything, wherever it is told to, and without a trace of where it was built.

    install_test.py COMPONENT BUILD SOURCE PREFIX

Leaves an installed copy in PREFIX for the programs that use it: installed elsewhere, then moved there.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

COMPONENT = sys.argv[1]
BUILD, SOURCE, PREFIX = (pathlib.Path(argument).resolve() for argument in sys.argv[2:5])
PAGES = {
    "share/man/man1/rehab.1": ("manual",),
    "share/bash-completion/completions/rehab": ("completion", "bash"),
    "share/zsh/site-functions/_rehab": ("completion", "zsh"),
    "share/fish/vendor_completions.d/rehab.fish": ("completion", "fish"),
}


def install(prefix, **environment):
    command = ["cmake", "--install", str(BUILD), "--prefix", str(prefix), "--component", COMPONENT]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ | environment)
    if done.returncode != 0:
        raise AssertionError(done.stdout + done.stderr)


def files(folder):
    """Below `folder`, with the folder of libraries called lib, whatever it is here."""
    lib = next(folder.rglob("rehab.pc")).parent.parent.relative_to(folder).as_posix()
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return {("lib" + name.removeprefix(lib)) if name.startswith(lib + "/") else name for name in names}


def without_debugging(path):
    """The content; of what was compiled without the places that a debugger looks for, which a Release has not."""
    content = path.read_bytes()
    if not content.startswith((b"\x7fELF", b"!<arch>\n")):
        return content
    with tempfile.TemporaryDirectory() as folder:
        stripped = pathlib.Path(folder, "stripped")
        subprocess.run(["strip", "--strip-debug", "-o", stripped, path], check=True)
        return stripped.read_bytes()


class Install(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        shutil.rmtree(PREFIX, ignore_errors=True)
        PREFIX.parent.mkdir(parents=True, exist_ok=True)
        cls.first = PREFIX.with_name(PREFIX.name + "-first")
        shutil.rmtree(cls.first, ignore_errors=True)
        install(cls.first)
        cls.first.rename(PREFIX)

    def test_all_of_it_is_there(self):
        names = files(PREFIX)
        wanted = {"include/rehab/" + path.name for path in (SOURCE / "include/rehab").iterdir()}
        wanted |= {"share/rehab/protocols/" + path.name for path in (SOURCE / "protocols").glob("*.toml")}
        wanted |= {"share/rehab/schemas/" + path.name for path in (SOURCE / "protocols").glob("*.schema.json")}
        wanted |= {"share/doc/rehab/" + name for name in ("README.md", "LICENSE", "LANGUAGE.md")}
        wanted |= {"share/doc/rehab/examples/" + path.name for path in (SOURCE / "apps/examples").iterdir() if path.name != "CMakeLists.txt"}
        wanted |= {"lib/pkgconfig/rehab.pc"}
        wanted |= {f"lib/cmake/rehab/rehab{part}.cmake" for part in ("Config", "ConfigVersion", "Targets")}
        if COMPONENT == "rehab":
            wanted |= {"bin/rehab", *PAGES}
        self.assertEqual(wanted - names, set())
        rest = {name for name in names - wanted if not name.startswith(("lib/cmake/rehab/rehabTargets-", "lib/librehab."))}
        self.assertEqual(rest, set(), "nobody asked for these")
        self.assertTrue(any(name.startswith("lib/librehab.") for name in names))

    def test_no_file_names_a_folder_of_this_machine(self):
        looked_at = 0
        for path in PREFIX.rglob("*"):
            if path.is_file():
                looked_at += 1
                content = without_debugging(path)
                for folder in (SOURCE, BUILD, self.first):
                    self.assertFalse(os.fsencode(folder) in content, f"{path.relative_to(PREFIX)} names {folder}")
        self.assertGreater(looked_at, 50)

    def test_a_packager_can_put_it_under_another_root(self):
        with tempfile.TemporaryDirectory() as root:
            install("/usr", DESTDIR=root)
            self.assertEqual(files(pathlib.Path(root, "usr")), files(PREFIX))
            self.assertEqual(os.listdir(root), ["usr"])

    if COMPONENT == "rehab":  # the others are the library alone

        def test_the_moved_app_runs_and_its_pages_are_its_own(self):
            app = PREFIX / "bin/rehab"
            run = subprocess.run([app, "list"], capture_output=True, text=True, cwd="/")
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            for page, words in PAGES.items():
                self.assertEqual((PREFIX / page).read_bytes(), subprocess.run([app, *words], capture_output=True).stdout, page)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
