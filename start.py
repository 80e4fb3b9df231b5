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
from contextlib import contextmanager

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
WINDOWS = os.name == "nt"
LINUX = sys.platform.startswith("linux")
BIN = os.path.join(VENV, "Scripts" if WINDOWS else "bin")
SUFFIX = ".exe" if WINDOWS else ""
PYTHON = os.path.join(BIN, "python" + SUFFIX)
TEDUH = os.path.join(BIN, "teduh" + SUFFIX)
LOCK = os.path.join(HERE, "requirements.lock")
STAMP = os.path.join(VENV, "teduh-ready")
BUILD = os.path.join(HERE, "build")
LOG = os.path.join(BUILD, "start.log")
OLDEST = (3, 11)
BY_FILE = ["--dist", "loadfile", "--no-loadscope-reorder"]
"""Tests of a file stay together: what they share, such as a whole tour, is made once."""
NEEDS_MB = 1000
MEMORY = "/dev/shm"

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What Qt needs even without a screen: library and Debian package."""
WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libcups.so.2": "libcups2",
}
"""What a window and a printer need besides."""

NO_NETWORK = (
    "Tidak ada jaringan: sambungkan internet sekali saja untuk pemasangan, lalu ulangi. "
    "(No network: connect once for the set-up, then try again.)"
)
REASONS = (
    (
        ("no space left", "errno 28", "not enough space", "os error 28"),
        "Disk penuh: sediakan {0} MB lalu ulangi. "
        "(The disk is full: free {0} MB and try again.)".format(NEEDS_MB),
    ),
    (
        ("do not match the hashes", "hash mismatch"),
        "Unduhan rusak atau diubah di jalan: tidak dipasang; ulangi di jaringan lain. "
        "(A download was damaged or altered and was not installed: try another network.)",
    ),
    (
        ("certificate_verify", "certificate verify", "confirming the ssl certificate"),
        "Sambungan aman gagal: periksa tanggal dan jam komputer ini, lalu ulangi. "
        "(The secure connection failed: check this computer's date and time.)",
    ),
    (
        ("could not get lock", "unable to lock", "unable to acquire the dpkg"),
        "Komputer ini sedang memasang program lain: tunggu sebentar lalu ulangi. "
        "(Another program is being installed: wait a little, then try again.)",
    ),
    (
        ("long path",),
        "Nama folder terlalu panjang: pindahkan ke folder pendek seperti C:\\Teduh. "
        "(The folder's name is too long: move it to a short one such as C:\\Teduh.)",
    ),
    (
        ("permission denied", "read-only file", "access is denied", "being used by another"),
        "Folder ini tidak dapat ditulis, atau Teduh masih terbuka. "
        "(This folder cannot be written, or Teduh is still open.)",
    ),
    (
        (
            "connection",
            "failed to resolve",
            "failure resolving",
            "name resolution",
            "could not resolve",
            "timed out",
            "network",
            "proxyerror",
            "dns error",
            "failed to fetch",
        ),
        NO_NETWORK,
    ),
    (
        ("no matching distribution", "no solution found"),
        "Paket untuk Python {0}.{1} di komputer ini tidak ada: pasang Python 3.12 64-bit. "
        "(No packages exist for this computer's Python: install 64-bit Python 3.12.)".format(
            *sys.version_info
        ),
    ),
)
"""Signs in what a tool printed, and what a person can do about it; the first that fits."""


class Stop(Exception):
    """One sentence for the person in front of the screen."""


class Offline(Stop):
    """There was no network, and nothing was changed yet."""


def say(text):
    """Print a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def check_python(version, largest=sys.maxsize):
    """Stop on a Python that is too old or has 32 bits."""
    if tuple(version[:2]) < OLDEST:
        raise Stop(
            "Teduh memerlukan Python 3.11 atau lebih baru; ini Python {0}.{1}. "
            "(Teduh needs Python 3.11 or newer; this is {0}.{1}.)".format(version[0], version[1])
        )
    if largest < 2**32:
        raise Stop("Teduh memerlukan Python 64-bit. (Teduh needs a 64-bit Python.)")


def place():
    """Return what the virtual environment is tied to: this folder and this Python."""
    return "{0}.{1} {2!r}".format(sys.version_info[0], sys.version_info[1], HERE)


def fingerprint():
    """Return what the installed packages depend on: the lock and our own metadata."""
    digest = hashlib.sha256()
    for name in (LOCK, os.path.join(HERE, "pyproject.toml")):
        with open(name, "rb") as handle:
            digest.update(handle.read())
    return digest.hexdigest()


def stamp():
    """Return the lines that the last set-up left, or none."""
    try:
        with open(STAMP, encoding="utf-8") as handle:
            return handle.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def leave_stamp(*lines):
    """Note how far the set-up came."""
    with open(STAMP, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines))


def venv_stands():
    """Say whether the environment was made for this folder and its Python still exists."""
    return stamp()[:1] == [place()] and os.path.exists(PYTHON)


def is_ready():
    """Say whether an earlier start finished the set-up for exactly these files."""
    found = stamp()
    return (
        found[:2] == [place(), fingerprint()]
        and (found[2:] == ["window"] or not has_display())
        and os.path.exists(PYTHON)
        and os.path.exists(TEDUH)
    )


def reason(said, what):
    """Turn what a tool printed into what a person can do."""
    low = said.lower()
    for signs, sentence in REASONS:
        if any(sign in low for sign in signs):
            return sentence
    last = ([line.strip() for line in said.splitlines() if line.strip()] or [""])[-1]
    return "Pemasangan berhenti pada {0}; rincian di {1}. (Set-up stopped there: {2})".format(
        what, LOG, last[:200]
    )


def run(command, what, **options):
    """Run a step of the set-up; on failure keep what it printed and say what to do."""
    options.update(stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    done = subprocess.run(command, check=False, **options)
    if done.returncode:
        with open(LOG, "ab") as handle:
            handle.write(repr(command).encode() + b"\n" + done.stdout)
        sentence = reason(done.stdout.decode("utf-8", "replace"), what)
        raise (Offline if sentence == NO_NETWORK else Stop)(sentence)


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
            return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    return None


def known(package):
    """Say whether apt has a package of exactly this name."""
    shown = subprocess.run(
        ["apt-cache", "show", package],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        check=False,
    )
    return shown.returncode == 0 and bool(shown.stdout.strip())


def renamed(package):
    """Return the package's name on this release (Ubuntu 24.04 renamed some to ...t64)."""
    return package + "t64" if not known(package) and known(package + "t64") else package


def install_packages(names):
    """Install system packages, or stop with the exact command to type."""
    if not shutil.which("apt-get"):
        raise Stop(
            "Pasang dulu paket sistem ini, lalu ulangi (install these system packages first; "
            "Debian calls them): " + " ".join(names)
        )
    prefix = may_install()
    if prefix is None:
        command = "apt-get install -y " + " ".join(renamed(name) for name in names)
        typed = "sudo " + command if shutil.which("sudo") else 'su -c "{0}"'.format(command)
        raise Stop(
            "Paket sistem belum ada. Jalankan: {0} lalu ulangi. "
            "(System packages are missing: run that command, then start again.)".format(typed)
        )
    say("Memasang paket sistem (installing system packages): " + " ".join(names))
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    apt = prefix + ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    try:
        run(apt + ["update"], "apt-get update", env=environment)
    except Stop:
        say("apt-get update gagal, lanjut (failed, going on)")
    names = [renamed(name) for name in names]
    install = ["install", "--no-install-recommends", "-y"] + names
    run(apt + install, "apt-get " + " ".join(install), env=environment)


def missing(libraries):
    """Return the system packages of those libraries that cannot be loaded."""
    packages = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    return packages


def provide_libraries():
    """See to it that Qt finds its system libraries; return whether a window could open."""
    if not LINUX:
        return True
    needed, wished = missing(ALWAYS), missing(WINDOW)
    if not needed and not wished:
        return True
    if has_display() or may_install() is not None:
        install_packages(needed + wished)
        return True
    if needed:
        install_packages(needed)
    return False


def make_venv():
    """Create the virtual environment, with Debian's python3-venv where it is missing."""
    python = getattr(sys, "_base_executable", None) or sys.executable
    probe = subprocess.run(
        [python, "-c", "import ensurepip, venv"], stderr=subprocess.PIPE, check=False
    )
    if probe.returncode and LINUX:
        install_packages(["python{0}.{1}-venv".format(*sys.version_info[:2])])
    say("Membuat .venv (creating .venv)")
    run([python, "-m", "venv", "--clear", VENV], "venv")


def install(arguments, what):
    """Install into the environment: by uv when it is on the path and can, else by pip."""
    uv = shutil.which("uv")
    if uv:
        try:
            run([uv, "pip", "install", "--quiet", "--python", PYTHON] + arguments, what)
        except Stop:
            say("uv tidak berhasil, dicoba dengan pip (uv failed, trying pip)")
        else:
            return
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--retries", "3"]
    run(
        pip + arguments,
        what,
        env=dict(os.environ, PIP_USER="0", PIP_USE_PEP517="1", PIP_DISABLE_PIP_VERSION_CHECK="1"),
    )


def fill_venv():
    """Install exactly what the lock names and nothing else, as wheels only, then this checkout."""
    say("Memasang paket Python, unduhan sekitar 200 MB (downloading and installing packages)")
    exactly = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    install(exactly + ["-r", LOCK], "requirements.lock")
    install(["--no-deps", "--no-build-isolation", "-e", HERE], "teduh")


@contextmanager
def alone():
    """Hold this folder's set-up for one start at a time; the system frees it if we die."""
    if not os.path.isdir(BUILD):
        os.makedirs(BUILD)
    with open(os.path.join(BUILD, "start.lock"), "a+b") as handle:
        if WINDOWS:
            import msvcrt

            held = False
            while not held:
                try:
                    handle.seek(0)
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    held = True
                except OSError:
                    say("Menunggu pemasangan lain (waiting for another set-up)")
        else:
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("Menunggu pemasangan lain (waiting for another set-up)")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def set_up():
    """Bring this folder to the state in which `teduh` runs; begin anew what was cut off."""
    stands = venv_stands()
    if not stands and shutil.disk_usage(HERE).free < NEEDS_MB * 1000000:
        raise Stop(reason("no space left", ""))
    say("Menyiapkan Teduh, sekali saja (setting up, only once)...")
    if os.path.exists(LOG):
        os.remove(LOG)
    window = provide_libraries()
    if os.path.exists(STAMP):
        os.remove(STAMP)
    if not stands:
        make_venv()
    try:
        fill_venv()
    except Offline:
        leave_stamp(place())
        raise
    leave_stamp(place(), fingerprint(), "window" if window else "screenless")


def has_display():
    """Say whether a window can be shown."""
    if not LINUX:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def surroundings(**more):
    """Return the environment for our programs, without another Python's folders."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__")
    }
    return dict(kept, **more)


def hand_over(command, environment):
    """Continue as another program; it gets the keyboard, its exit code becomes ours."""
    if not WINDOWS:
        os.execve(command[0], command, environment)
    with subprocess.Popen(command, env=environment) as child:
        while child.poll() is None:
            try:
                child.wait()
            except KeyboardInterrupt:
                continue
    sys.exit(child.returncode)


def workers():
    """Return how many tests run at once: one more than cores, for some of them wait."""
    usable = getattr(os, "sched_getaffinity", None)
    return (len(usable(0)) if usable else os.cpu_count() or 1) + 1


def in_memory():
    """Return where the tests' files lie: in memory where there is room, so that no disk waits."""
    if os.path.isdir(MEMORY) and shutil.disk_usage(MEMORY).free > NEEDS_MB << 20:
        return {"TMPDIR": MEMORY}
    return {}


def tour():
    """Show on paper and in pictures what cannot be shown on a screen."""
    target = os.path.join(BUILD, "tour")
    say("Tidak ada layar: Teduh menjalankan tur (no display: Teduh takes its tour)...")
    command = [TEDUH, "tour", "--out", target]
    code = subprocess.call(command, env=surroundings(QT_QPA_PLATFORM="offscreen"))
    if code == 0:
        say("Gambar dan PDF ada di (pictures and papers lie in): " + target)
    sys.exit(code)


def main(arguments):
    """Set up when needed, then open the window, tour without a screen, or test."""
    check_python(sys.version_info)
    if not is_ready():
        with alone():
            if not is_ready():
                set_up()
    if arguments[:1] == ["test"]:
        os.chdir(HERE)
        everything = ["-m", "long or not long"] if "--all" in arguments else []
        chosen = [each for each in arguments[1:] if each != "--all"]
        tests = [PYTHON, "-m", "pytest", "-n", str(workers())] + BY_FILE + everything + chosen
        hand_over(tests, surroundings(QT_QPA_PLATFORM="offscreen", **in_memory()))
    if arguments or has_display():
        hand_over([TEDUH] + arguments, surroundings())
    tour()


def sentence(error):
    """Return what an error of the system means for the person."""
    if error.errno == errno.ENOSPC:
        return reason("no space left", "")
    return reason("permission denied", "") + " " + str(error.filename or error)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except Stop as stop:
        sys.exit("Teduh: {0}".format(stop))
    except KeyboardInterrupt:
        sys.exit("\nTeduh: dihentikan; jalankan lagi kapan saja. (Stopped: start again any time.)")
    except OSError as error:
        sys.exit("Teduh: " + sentence(error))
