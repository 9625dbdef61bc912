"""The reference pages can be made, and nothing in them is without a word of its own.

    python3 reference.py DOXYGEN DOXYFILE
    python3 reference.py --self-test        (what src/reference/comments.py makes of comments)
"""
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "src/reference"))
from comments import page_of  # noqa: E402

# A header, and what Doxygen reads: beside each other by line.
HEADER = """\
// What it is for. More of it.
#pragma once

// A thing with <two> ends.
struct Thing {
  int a = 0, b = 0;  // in mm

  // Of the hull:
  int c = 0;
  int d = 0;
  int e = 0;  // its own

  // What it weighs.
  int f = 0;  // in kg
  int g = 0;  // in g

  enum class Kind { x, y } kind{};
  // Adds them.
  int sum() const {
    // not told
    return a + b;  // nor this
  }
  friend bool operator==(const Thing&, const Thing&) = default;
};
"""
PAGE = r"""/** @file
 * What it is for. More of it. */
#pragma once
/** A thing with \<two\> ends. */
struct Thing {
  int a = 0; /**< in mm */   int b = 0; /**< in mm */


/** Of the hull. */   int c = 0;
/** Of the hull. */   int d = 0;
  int e = 0; /**< its own */

/** @name What it weighs */ /** @{ */
  int f = 0; /**< in kg */
  int g = 0; /**< in g */
/** @} */ 
  enum class Kind { x, y } kind{};
/** Adds them. */
  int sum() const {

    return a + b;
  }

};"""


def self_test():
    page = "\n".join(page_of("thing.hpp", HEADER.splitlines()))
    if page != PAGE:
        sys.exit(f"Doxygen reads\n{page}\nand not\n{PAGE}")


def made(doxygen, doxyfile, header):
    """Whether the pages of one header are made without a warning."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "thing.hpp"
        path.write_text(header)
        text = pathlib.Path(doxyfile).read_text() + f'\nINPUT = "{path}"\nOUTPUT_DIRECTORY = "{folder}"\n'
        return subprocess.run([doxygen, "-"], input=text, capture_output=True, text=True).returncode == 0


def main():
    if sys.argv[1] == "--self-test":
        return self_test()
    doxygen, doxyfile = sys.argv[1:]
    named = HEADER.replace("  enum class", "  // Of which kind.\n  enum class")
    if not made(doxygen, doxyfile, named) or made(doxygen, doxyfile, HEADER):
        sys.exit("of a header with a gap Doxygen does not tell it, or it tells one where there is none")
    run = subprocess.run([doxygen, doxyfile], capture_output=True, text=True)
    print(run.stderr or "nothing is without a word")
    return 1 if run.returncode or run.stderr else 0


sys.exit(main())
