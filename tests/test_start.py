# SPDX-License-Identifier: Apache-2.0
"""The first command of the README: what it says when it cannot, and what it hands on."""

import ast
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

import pytest

from app.config import ROOT

DEAD_INDEX = "http://127.0.0.1:9/simple"
BARE = {
    "PATH": "",
    "HOME": os.environ.get("HOME", ""),
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": DEAD_INDEX,
}
"""No program on the path, no display, and an index that nobody answers for."""
scripted = pytest.mark.skipif(
    sys.platform == "win32", reason="stands in for programs by shell scripts, which Windows lacks"
)


class Checkout:
    """A folder with start.py, a small lock and an environment whose `teduh` tells its call."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.script = folder / "start.py"
        folder.mkdir()
        self.script.write_bytes((ROOT / "start.py").read_bytes())
        (folder / "pyproject.toml").write_text("[project]\nname = 'teduh'\n")
        hashes = "--hash=sha256:" + "0" * 64
        (folder / "requirements.lock").write_text(f"setuptools==80.0 {hashes}\n")
        self.script_named("teduh", 'printf "%s|" "$0" "$@"; echo "$QT_QPA_PLATFORM|$PYTHONPATH"')
        self.script_named("python", f'exec "{sys.executable}" "$@"')

    def script_named(self, name: str, does: str) -> None:
        """Put a program into the environment."""
        program = self.folder / ".venv" / "bin" / name
        program.parent.mkdir(parents=True, exist_ok=True)
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(0o755)

    @property
    def start(self) -> SimpleNamespace:
        """The script's names, as a Python started on it would see them."""
        return SimpleNamespace(**run_path(str(self.script)))

    def finish(self) -> None:
        """Leave the stamp of a finished set-up."""
        start = self.start
        start.leave_stamp(start.place(), start.fingerprint(), "window")

    def run(self, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Start it from another folder, as a person's shortcut would."""
        return subprocess.run(
            [sys.executable, str(self.script), *arguments],
            cwd=self.folder.parent,
            env=BARE | more,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "folder with spaces")


@pytest.fixture(scope="module")
def start() -> SimpleNamespace:
    return SimpleNamespace(**run_path(str(ROOT / "start.py")))


def one_sentence(text: str) -> str:
    """Return the only line of an error, which begins with our name and is no traceback."""
    lines = text.strip().splitlines()
    assert len(lines) == 1, text
    assert lines[0].startswith("Teduh: ")
    return lines[0]


def test_an_old_python_is_told_which_one_is_needed(checkout: Checkout) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 2); "
        f"runpy.run_path({str(checkout.script)!r}, run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", pretend], env=BARE, capture_output=True, text=True, check=False
    )
    said = one_sentence(done.stderr)
    assert "ini Python 3.9" in said
    assert "needs Python 3.11" in said
    assert done.returncode == 1


def test_an_old_python_can_read_the_file_at_all() -> None:
    text = (ROOT / "start.py").read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 4))
    assert text.isascii()
    assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree))
    assert not any(isinstance(node, ast.FunctionDef) and node.returns for node in ast.walk(tree))


def test_the_oldest_allowed_python_passes_and_32_bits_do_not(start: SimpleNamespace) -> None:
    start.check_python((3, 11, 0))
    with pytest.raises(start.Stop, match=r"3\.10"):
        start.check_python((3, 10, 14))
    with pytest.raises(start.Stop, match="64-bit"):
        start.check_python((3, 12, 0), largest=2**31 - 1)


@scripted
def test_without_network_one_sentence_and_the_next_try_goes_on(checkout: Checkout) -> None:
    start = checkout.start
    start.leave_stamp(start.place())
    done = checkout.run()
    assert "Tidak ada jaringan" in one_sentence(done.stderr)
    assert "No network" in done.stderr
    assert done.returncode == 1
    assert start.venv_stands()
    assert not start.is_ready()
    assert "setuptools==80.0" in (checkout.folder / "build" / "start.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: Could not install: [Errno 28] No space left on device", "Disk penuh"),
        ("E: You don't have enough\nwrite error (28: No space left on device)", "Disk penuh"),
        ("NewConnectionError: Failed to establish\nNo matching distribution", "Tidak ada jaringan"),
        ("Temporary failure resolving 'mirror'", "Tidak ada jaringan"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED)\nconnection broken", "tanggal dan jam"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES", "tidak dipasang"),
        ("E: Could not get lock /var/lib/dpkg/lock-frontend", "memasang program lain"),
        ("OSError: [Errno 13] Permission denied: '/opt'", "tidak dapat ditulis"),
        ("[WinError 5] Access is denied", "tidak dapat ditulis"),
        ("ERROR: No matching distribution found for sqlcipher3", "pasang Python 3.12"),
        ("pip's dependency resolver\nsomething new", "something new"),
    ],
)
def test_what_a_tool_printed_becomes_what_a_person_can_do(
    start: SimpleNamespace, said: str, sentence: str
) -> None:
    told = start.reason(said, "step")
    assert sentence in told
    assert "\n" not in told
    assert "(" in told


def test_a_full_disk_and_a_forbidden_folder_read_apart(start: SimpleNamespace) -> None:
    assert "Disk penuh" in start.sentence(OSError(errno.ENOSPC, "no space"))
    told = start.sentence(OSError(errno.EACCES, "denied", "/opt/teduh"))
    assert "tidak dapat ditulis" in told
    assert told.endswith("/opt/teduh")


def test_a_folder_that_cannot_be_written_is_one_sentence(checkout: Checkout) -> None:
    (checkout.folder / "build").write_text("a file where the folder should be")
    done = checkout.run()
    said = one_sentence(done.stderr)
    assert "tidak dapat ditulis" in said
    assert "cannot be written" in said
    assert done.returncode == 1


@scripted
def test_a_finished_set_up_is_recognised(checkout: Checkout) -> None:
    assert not checkout.start.is_ready()
    checkout.finish()
    assert checkout.start.is_ready()


def changed_lock(checkout: Checkout) -> None:
    with (checkout.folder / "requirements.lock").open("a") as handle:
        handle.write("new==1\n")


def changed_metadata(checkout: Checkout) -> None:
    (checkout.folder / "pyproject.toml").write_text("[project]\nname = 'other'\n")


def lost_program(checkout: Checkout) -> None:
    (checkout.folder / ".venv" / "bin" / "teduh").unlink()


def cut_stamp(checkout: Checkout) -> None:
    stamp = checkout.folder / ".venv" / "teduh-ready"
    stamp.write_text(stamp.read_text("utf-8").split("\n")[0])


@scripted
@pytest.mark.parametrize("change", [changed_lock, changed_metadata, lost_program, cut_stamp])
def test_a_change_asks_for_the_packages_again_but_keeps_the_environment(
    checkout: Checkout, change: Callable[[Checkout], None]
) -> None:
    checkout.finish()
    change(checkout)
    assert not checkout.start.is_ready()
    assert checkout.start.venv_stands()


def moved(checkout: Checkout) -> None:
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("elsewhere"))
    checkout.script = checkout.folder / "start.py"


def cut_off(checkout: Checkout) -> None:
    (checkout.folder / ".venv" / "teduh-ready").unlink()


def other_python(checkout: Checkout) -> None:
    stamp = checkout.folder / ".venv" / "teduh-ready"
    _, rest = stamp.read_text("utf-8").split(" ", 1)
    stamp.write_text("3.10 " + rest)


def lost_python(checkout: Checkout) -> None:
    (checkout.folder / ".venv" / "bin" / "python").unlink()


@pytest.mark.parametrize("change", [moved, cut_off, other_python, lost_python])
def test_an_environment_of_another_place_is_made_anew(
    checkout: Checkout, change: Callable[[Checkout], None]
) -> None:
    checkout.finish()
    change(checkout)
    assert not checkout.start.is_ready()
    assert not checkout.start.venv_stands()


@scripted
def test_a_set_up_without_a_screen_looks_again_once_there_is_one(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    start = checkout.start
    start.leave_stamp(start.place(), start.fingerprint(), "screenless")
    assert start.is_ready()
    monkeypatch.setenv("DISPLAY", ":0")
    assert not start.is_ready()


@scripted
def test_arguments_reach_teduh_unchanged_and_so_does_its_exit_code(checkout: Checkout) -> None:
    checkout.finish()
    done = checkout.run("doctor", "--data", "a folder", PYTHONPATH="/another/python")
    program = checkout.folder / ".venv" / "bin" / "teduh"
    assert done.stdout == f"{program}|doctor|--data|a folder||\n"
    assert done.stderr == ""
    checkout.script_named("teduh", "exit 7")
    assert checkout.run("doctor").returncode == 7


@scripted
def test_with_a_display_nothing_is_said_and_the_window_opens(checkout: Checkout) -> None:
    checkout.finish()
    done = checkout.run(DISPLAY=":0")
    assert done.stdout == f"{checkout.folder / '.venv' / 'bin' / 'teduh'}||\n"


@scripted
def test_without_a_display_it_tours_and_says_where_the_pictures_lie(checkout: Checkout) -> None:
    checkout.finish()
    done = checkout.run()
    target = checkout.folder / "build" / "tour"
    assert f"|tour|--out|{target}|offscreen|" in done.stdout
    assert done.stdout.splitlines()[-1].endswith(f"(pictures and papers lie in): {target}")
    checkout.script_named("teduh", "exit 3")
    failed = checkout.run()
    assert failed.returncode == 3
    assert "lie in" not in failed.stdout


@scripted
def test_the_word_test_runs_the_tests_in_the_checkout(checkout: Checkout) -> None:
    checkout.finish()
    checkout.script_named("python", 'printf "%s|" "$PWD" "$QT_QPA_PLATFORM" "$@"')
    done = checkout.run("test", "-k", "one thing")
    at_once = run_path(str(ROOT / "start.py"))["workers"]()
    split = f"-n|{at_once}|--dist|loadfile|--no-loadscope-reorder"
    always = f"{checkout.folder}|offscreen|-m|pytest|{split}"
    assert done.stdout == f"{always}|-k|one thing|"
    done = checkout.run("test", "--all", "-x")
    assert done.stdout == f"{always}|-m|long or not long|-x|"


def apt(folder: Path, *packages: str) -> str:
    """Make an apt-cache that knows these packages and return the path it is found on."""
    folder.mkdir()
    cases = "".join(f"{name}) echo Package: {name};; " for name in packages)
    program = folder / "apt-cache"
    program.write_text(f'#!/bin/sh\ncase "$2" in {cases} esac\n')
    program.chmod(0o755)
    return str(folder)


@scripted
@pytest.mark.parametrize(
    ("packages", "name"),
    [
        (["libglib2.0-0"], "libglib2.0-0"),
        (["libglib2.0-0t64"], "libglib2.0-0t64"),
        (["libglib2.0-0", "libglib2.0-0t64"], "libglib2.0-0"),
        ([], "libglib2.0-0"),
    ],
)
def test_a_package_is_called_what_this_release_calls_it(
    start: SimpleNamespace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    packages: list[str],
    name: str,
) -> None:
    monkeypatch.setenv("PATH", apt(tmp_path / "bin", *packages))
    assert start.renamed("libglib2.0-0") == name


@scripted
def test_who_may_not_install_gets_the_command_to_type(
    start: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = apt(tmp_path / "bin", "libcups2t64")
    (tmp_path / "bin" / "apt-get").symlink_to("/bin/false")
    monkeypatch.setenv("PATH", path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(start.Stop, match='su -c "apt-get install -y libcups2t64"'):
        start.install_packages(["libcups2"])
    (tmp_path / "bin" / "sudo").symlink_to("/bin/false")
    with pytest.raises(start.Stop, match="sudo apt-get install -y libcups2t64 lalu"):
        start.install_packages(["libcups2"])


@scripted
def test_a_library_that_cannot_be_loaded_is_missing(start: SimpleNamespace) -> None:
    assert start.missing({"libc.so.6": "libc6", "libnone.so.9": "libnone9"}) == ["libnone9"]


@scripted
def test_two_set_ups_take_turns(checkout: Checkout) -> None:
    start = checkout.start
    start.leave_stamp(start.place())
    with start.alone():
        waiting = subprocess.Popen(
            [sys.executable, str(checkout.script), "doctor"],
            env=BARE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert waiting.stdout is not None
        assert "waiting for another set-up" in waiting.stdout.readline()
        checkout.finish()
    said, _ = waiting.communicate(timeout=30)
    assert said.endswith("|doctor||\n")
    assert "setting up" not in said
