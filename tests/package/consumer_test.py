"""A program of someone else's, built in a folder of its own with nothing but an installed rehab.

    consumer_test.py WAY CONSUMERS PREFIX VERSION COMPILER

WAY: find_package, pkg_config: build and run it; c: both, in C; versions: CMake takes the versions that fit; headers: what the compiler
opens.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

WAY = sys.argv[1]
CONSUMERS, PREFIX = (pathlib.Path(argument).resolve() for argument in sys.argv[2:4])
VERSION, COMPILER = sys.argv[4:6]
MAJOR, MINOR, PATCH = (int(number) for number in VERSION.split("."))

# Those of C++20 that headers may name; a name that is not here is a dependency's.
STANDARD = """algorithm any array atomic bit bitset cassert charconv chrono climits cmath compare concepts cstddef cstdint cstring
    deque functional initializer_list iterator limits map memory memory_resource new numeric optional ratio set span stdexcept string
    string_view system_error tuple type_traits unordered_map utility variant vector stddef.h stdint.h string.h""".split()


def run(*command, **more):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)


class Consumer(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="rehab-consumer-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        for path in (*(CONSUMERS / ("find_package" if WAY == "versions" else WAY)).glob("*"), CONSUMERS / "main.cpp"):
            shutil.copy(path, self.folder)
        self.pc = next(PREFIX.rglob("rehab.pc"))
        c_compiler = re.sub(r"(clang|g|c)\+\+", lambda name: {"clang": "clang", "g": "gcc", "c": "cc"}[name[1]], COMPILER)
        self.environment = os.environ | {"PKG_CONFIG_PATH": str(self.pc.parent), "LD_LIBRARY_PATH": str(self.pc.parent.parent),
                                         "CC": c_compiler, "CXX": COMPILER}

    def assert_done(self, result):
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result

    def configure(self, *options):
        return run("cmake", "-S", self.folder, "-B", self.folder / "build", "-G", "Ninja" if shutil.which("ninja") else "Unix Makefiles",
                   f"-DCMAKE_PREFIX_PATH={PREFIX}", *options, env=self.environment)

    def assert_makes_a_calendar(self, program, **more):
        text = self.assert_done(run(program, **more)).stdout
        self.assertTrue(text.startswith("BEGIN:VCALENDAR") and text.endswith("END:VCALENDAR\n"), text[:200])

    def test_find_package(self):
        self.assert_done(self.configure(f"-DREHAB_WANTED={MAJOR}.{MINOR}"))
        self.assert_done(run("cmake", "--build", self.folder / "build"))
        for program in ("consumer", "consumer_without"):
            self.assert_makes_a_calendar(self.folder / "build" / program)

    def test_pkg_config(self):
        self.assert_done(run("./build.sh", cwd=self.folder, env=self.environment))
        self.assert_makes_a_calendar(self.folder / "consumer", env=self.environment)
        self.assertEqual(run("pkg-config", "--modversion", "rehab", env=self.environment).stdout, VERSION + "\n")
        for what, ending in (("protocols", "*.toml"), ("schemas", "*.json")):
            place = run("pkg-config", f"--variable={what}", "rehab", env=self.environment).stdout.strip()
            self.assertTrue(list(pathlib.Path(place).glob(ending)), place)

    def test_c(self):
        self.assert_done(run("./build.sh", cwd=self.folder, env=self.environment))
        self.assert_done(self.configure_c())
        self.assert_done(run("cmake", "--build", self.folder / "build"))
        for program in (self.folder / "consumer_by_pkg_config", self.folder / "build/consumer"):
            told = self.assert_done(run(program, env=self.environment)).stdout
            self.assertEqual(told, f"headers {VERSION}, library {VERSION}\n")

    def configure_c(self):
        """A shared library asks for C alone; a static one says that it needs more."""
        alone = self.configure("-DLANGUAGES=C")
        if not list(PREFIX.rglob("librehab.a")):
            return alone
        self.assertNotEqual(alone.returncode, 0)
        self.assertIn("a static library, which a C++ compiler must link: add CXX to the languages", " ".join(alone.stderr.split()))
        return self.configure("-DLANGUAGES=C;CXX")

    def test_versions(self):
        self.assertEqual(self.configure(f"-DREHAB_WANTED={VERSION}").returncode, 0)
        other_minor = f"{MAJOR}.{MINOR + 1}" if MAJOR == 0 else f"{MAJOR + 1}.0"
        for wanted in ("99", other_minor):
            failed = self.configure(f"-DREHAB_WANTED={wanted}")
            told = " ".join(failed.stderr.split())
            self.assertNotEqual(failed.returncode, 0, wanted)
            self.assertIn(f'compatible with requested version "{wanted}"', told)
            self.assertRegex(told, rf"rehabConfig\.cmake, version: {re.escape(VERSION)}\b")

    def test_headers(self):
        headers = sorted((PREFIX / "include/rehab").iterdir())
        named = {name for header in headers for name in re.findall(r"(?m)^#include <(.+)>", header.read_text())}
        self.assertLessEqual(named, set(STANDARD))
        (self.folder / "standard.cpp").write_text("".join(f"#include <{name}>\n" for name in sorted(named)))
        (self.folder / "rehab.cpp").write_text("".join(f"#include <rehab/{header.name}>\n" for header in headers))
        opened = self.opened("rehab.cpp", f"-I{PREFIX / 'include'}")
        mine = {path for path in opened if pathlib.Path(path).is_relative_to(PREFIX)}
        self.assertEqual(mine, set(map(str, headers)))
        self.assertEqual(opened - mine - self.opened("standard.cpp"), set())

    def opened(self, source, *options):
        """Every file that the compiler reads."""
        rule = self.assert_done(run(COMPILER, "-std=c++20", "-M", *options, source, cwd=self.folder)).stdout
        return set(rule.replace("\\\n", " ").split()[1:]) - {source}


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], f"Consumer.test_{WAY}"])
