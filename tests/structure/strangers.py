"""What a stranger to this project would trip over: odd entries at the top, names of one machine or one network, garbled words.

    python3 strangers.py ROOT
    python3 strangers.py --self-test
"""
import os
import pathlib
import re
import subprocess
import sys

TOP = "CMakeLists.txt README.md LICENSE include src apps protocols tests .ci .clang-format .clang-tidy .gitignore".split()

# Spelled with brackets so that this file does not match itself. A path of the system (/usr, /etc, /dev, /proc) is nobody's own.
MACHINE = re.compile(r"(?<![\w.~}$*])/(?:hom[e]|roo[t]|User[s]|wor[k]|far[m]|worksp[a]ce|buil[d]s|mn[t]|op[t])/[\w.-]+")
HOST = re.compile(
    r"\b(?:[\w-]+\.)*(?:debia[n]\.org|ubunt[u]\.com|pyp[i]\.org|pythonhoste[d]\.org|npmj[s]\.(?:com|org)|crate[s]\.io|golan[g]\.org"
    r"|gh[c]r\.io|quay\.i[o]|docke[r]\.(?:io|com)|pk[g]\.dev)\b"
)

# Words that the documents garbled, and none of which means anything here (the clinical dossier lists them with their meaning).
GARBLED = re.compile(
    r"gastro-?intestinal|\bGI\b|\bstomach|\babdom|joins the foot|femur \(femur\)|deeper sole\b|triplemeans|\bSURAT\b|back of the foot"
    r"|swimming bone|ischiasnerv|small mallet|carotid|notebook|structural muscle|achilllessehnenriss|calvescramps|stenosisor"
    r"|THEpinched|\bastock\b|kinesiologia|mightback|natural ways|ultrasonicas|plateA|plantar minor|16 fonts|res-notizen"
    r"|von giminiani|20 physicians|muscle spasm sensitivity|there is js|two-sport|communal accommodation|soldierovic|lueilwitz"
    r"|anteversion|calais-german\b|superior posterior compartment|\bhocks\b|footbed|permanent approach"
    r"|(?:extension|flexion) of the ankle|ankle (?:extension|flexion)\b",
    re.I,
)


def violations(files):
    """One line for each mistake. `files`: from path, relative to the root, to text."""
    found = []
    for path, text in sorted(files.items()):
        if path.split("/")[0] not in TOP:
            found.append(f"{path}: the top level holds only {', '.join(TOP)}")
        rules = [(MACHINE, "a path of one machine"), (HOST, "a package host")]
        if path.startswith("protocols/"):
            rules.append((GARBLED, "a garbled word of the documents"))
        for pattern, what in rules:
            for match in pattern.finditer(text):
                found.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {what}: {match.group()}")
    return found


def listed(root):
    """The files that a clone has, those not committed yet included; without git, all but build folders."""
    git = ["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(git, capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):
        names = [os.path.relpath(p, root) for p in root.rglob("*") if not re.match(r"build|\.git$|\.git/", os.path.relpath(p, root))]
    return [name for name in names if name and (root / name).is_file() and not (root / name).is_symlink()]


def read(root):
    names = listed(root)
    if "CMakeLists.txt" not in names:
        sys.exit(f"{root}: no sources here")
    return {name: (root / name).read_bytes().decode(errors="replace") for name in names}


HOUSE = {
    "CMakeLists.txt": "",
    "tests/run": "#!/usr/bin/env bash\nrm -rf ./build/home/x\n",
    "apps/rehab/machine.cpp": '"/usr/share/zoneinfo" "/etc/localtime" "${HOME}/' + 'work/x" https://www.rfc-editor.org/rfc/rfc5545',
    "protocols/calf-strain.toml": 'steps = ["Lie on your back, the back of the heel on the floor."] # 10 extensions of the knee',
}
PLANTED = [
    ("notes.txt", "", "the top level"),
    ("doc/a.md", "", "the top level"),
    (".github/x.yml", "", "the top level"),
    ("README.md", "see /" + "work/main/build", "a path of one machine"),
    ("src/a.cpp", 'open("/' + 'home/anna/plan.ics")', "a path of one machine"),
    ("tests/b.py", "/" + "root/.cache", "a path of one machine"),
    (".ci/run", "deb http://deb.deb" + "ian.org/debian", "a package host"),
    ("README.md", "https://files.pythonho" + "sted.org/x", "a package host"),
    ("protocols/x.toml", 'note = "tears occur in the Gastrointestinal tract"', "a garbled word"),
    ("protocols/x.toml", 'note = "your GI rehabilitation"', "a garbled word"),
    ("protocols/x.toml", 'note = "the artery is the carotid artery"', "a garbled word"),
    ("protocols/x.toml", 'feel = "extension of the ankle joint"', "a garbled word"),
]


def self_test():
    failures = [f"the sound house: {line}" for line in violations(HOUSE)]
    for path, text, expected in PLANTED:
        found = violations(HOUSE | {path: text})
        if len(found) != 1 or expected not in found[0]:
            failures.append(f"planted in {path}: {text}: wanted {expected!r}, found {found}")
    return failures


def main():
    found = self_test() if sys.argv[1] == "--self-test" else violations(read(pathlib.Path(sys.argv[1])))
    print("\n".join(found))
    return 1 if found else 0


sys.exit(main())
