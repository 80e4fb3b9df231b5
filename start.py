#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sets Teduh up in this folder and opens it: `python3 start.py`, or `... start.py test`.

Standard library only, and readable by old Pythons, so that they get a clear sentence.
"""

import ctypes
import errno
import hashlib
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
WINDOWS = os.name == "nt"
BIN = os.path.join(VENV, "Scripts" if WINDOWS else "bin")
SUFFIX = ".exe" if WINDOWS else ""
PYTHON = os.path.join(BIN, "python" + SUFFIX)
TEDUH = os.path.join(BIN, "teduh" + SUFFIX)
LOCK = os.path.join(HERE, "requirements.lock")
STAMP = os.path.join(VENV, "teduh-ready")
OLDEST = (3, 11)
NEEDS_MB = 900

LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class Stop(Exception):
    """One sentence for the person in front of the screen."""


def check_python(version):
    """Stop on a Python that is too old."""
    if tuple(version[:2]) < OLDEST:
        raise Stop(
            "Teduh memerlukan Python 3.11 atau lebih baru; ini Python {0}.{1}. "
            "(Teduh needs Python 3.11 or newer; this is {0}.{1}.)".format(version[0], version[1])
        )


def fingerprint():
    """Return what the finished setup depends on."""
    digest = hashlib.sha256(repr((sys.version_info[:3], HERE)).encode())
    for name in (LOCK, os.path.join(HERE, "pyproject.toml")):
        with open(name, "rb") as handle:
            digest.update(handle.read())
    return digest.hexdigest()


def is_ready():
    """Say whether an earlier start finished the setup for exactly these files."""
    try:
        with open(STAMP) as handle:
            return handle.read() == fingerprint() and os.path.exists(TEDUH)
    except OSError:
        return False


def run(command, what, **options):
    """Run a step of the setup; on failure say which one, and keep its last line."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, **options
    )
    if done.returncode:
        said = done.stdout.decode("utf-8", "replace")
        last = ([line.strip() for line in said.splitlines() if line.strip()] or [""])[-1]
        raise Stop("{0} ({1})".format(reason(said, what), last[:200]))


def reason(said, what):
    """Turn what a tool printed into what a person can do."""
    low = said.lower()
    if "no space left" in low or "errno 28" in low:
        return "Disk penuh: sediakan {0} MB lalu ulangi. The disk is full.".format(NEEDS_MB)
    signs = ("connection", "resolve", "timed out", "network", "proxy", "no matching distribution")
    if any(sign in low for sign in signs):
        return (
            "Tidak ada jaringan: sambungkan internet sekali saja untuk pemasangan, lalu ulangi. "
            "No network: connect once for the set-up, then try again."
        )
    return "Pemasangan berhenti pada: {0}. Set-up stopped there.".format(what)


def may_install():
    """Return the command prefix for apt, or None when this user may not install."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        asked = subprocess.run(
            ["sudo", "-n", "true"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
        )
        if asked.returncode == 0:
            return ["sudo", "-n"]
    return None


def install_packages(names):
    """Install system packages, or stop with the exact command to type."""
    command = "apt-get install --no-install-recommends -y " + " ".join(names)
    prefix = may_install()
    if prefix is None:
        raise Stop(
            "Paket sistem belum ada. Jalankan: sudo {0}  (System packages are missing: run that "
            "command, then start again.)".format(command)
        )
    print("Memasang paket sistem (installing): " + " ".join(names), flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    run(prefix + ["apt-get", "update", "-qq"], "apt-get update", env=environment)
    run(prefix + command.split(), command, env=environment)


def missing_libraries():
    """Return the system packages whose libraries Qt would not find."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def renamed(package):
    """Return the package's name on this release (Ubuntu 24.04 renamed some to ...t64)."""
    shown = subprocess.run(
        ["apt-cache", "show", package],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    return package if shown.returncode == 0 and shown.stdout else package + "t64"


def provide_libraries():
    """See to it that Qt finds its system libraries."""
    missing = missing_libraries()
    if missing and shutil.which("apt-get"):
        if "libglib2.0-0" in missing:
            missing[missing.index("libglib2.0-0")] = renamed("libglib2.0-0")
        install_packages(missing)
    elif missing:
        raise Stop("Pustaka sistem belum ada (system libraries are missing): " + ", ".join(missing))


def make_venv():
    """Create the virtual environment, with Debian's python3-venv where it is missing."""
    probe = [sys.executable, "-c", "import ensurepip, venv"]
    lacks = subprocess.run(probe, stderr=subprocess.PIPE, check=False).returncode
    if lacks and sys.platform.startswith("linux"):
        install_packages(["python{0}.{1}-venv".format(*sys.version_info[:2])])
    run([sys.executable, "-m", "venv", "--clear", VENV], "venv")


def fill_venv():
    """Install exactly what the lock names, by uv when it is there and by pip otherwise."""
    uv = shutil.which("uv")
    if uv:
        run(
            [uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", LOCK],
            "requirements.lock",
        )
    else:
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run(pip + ["--require-hashes", "-r", LOCK], "requirements.lock")
    editable = ["--no-deps", "--no-build-isolation", "-e", HERE]
    if uv:
        run([uv, "pip", "install", "--quiet", "--python", PYTHON] + editable, "teduh")
    else:
        run(pip + editable, "teduh")


def set_up():
    """Bring this folder to the state in which `teduh` runs."""
    free = shutil.disk_usage(HERE).free // 1000000
    if not os.path.exists(PYTHON) and free < NEEDS_MB:
        raise Stop(reason("no space left", ""))
    print("Menyiapkan Teduh, sekali saja (setting up, only once)...", flush=True)
    if sys.platform.startswith("linux"):
        provide_libraries()
    if not os.path.exists(os.path.join(VENV, "pyvenv.cfg")) or not os.path.exists(PYTHON):
        make_venv()
    fill_venv()
    with open(STAMP, "w") as handle:
        handle.write(fingerprint())


def has_display():
    """Say whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def hand_over(command, environment=None):
    """Continue as another program."""
    environment = environment or dict(os.environ)
    if WINDOWS:
        sys.exit(subprocess.call(command, env=environment))
    sys.stdout.flush()
    os.execve(command[0], command, environment)


def main(arguments):
    """Set up when needed, then open the window, tour without a screen, or test."""
    check_python(sys.version_info)
    if not is_ready():
        set_up()
    if arguments[:1] == ["test"]:
        environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
        hand_over([PYTHON, "-m", "pytest", "-n", "auto"] + arguments[1:], environment)
    if arguments or has_display():
        hand_over([TEDUH] + arguments)
    target = os.path.join(HERE, "build", "tour")
    print(
        "Tidak ada layar: Teduh berjalan tanpa jendela; gambar dan PDF ada di {0}\n"
        "(no display: pictures and papers will lie in {0})".format(target),
        flush=True,
    )
    hand_over([TEDUH, "tour", "--out", target])


if __name__ == "__main__":
    try:
        os.chdir(HERE)
        main(sys.argv[1:])
    except Stop as stop:
        sys.exit("Teduh: {0}".format(stop))
    except OSError as error:
        if error.errno == errno.ENOSPC:
            sys.exit("Teduh: " + reason("no space left", ""))
        sys.exit(
            "Teduh: folder ini tidak dapat ditulis (this folder cannot be written): {0}".format(
                error.filename or error
            )
        )
