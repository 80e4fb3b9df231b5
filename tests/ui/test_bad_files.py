# SPDX-License-Identifier: Apache-2.0
"""Files that are not as they should be, seen from the login: calm words, nothing overwritten."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.clock import Zone
from app.config import ROOT, Paths
from app.db.engine import open_keyed
from app.errors import Cause
from app.policies.access import Role
from app.services.staff.founding import Founding, found_shelter
from app.services.staff.setup import NewAccount, ShelterFacts
from app.services.staff.vault_file import check_password, header_of
from app.ui.application import STYLE, run
from app.ui.doorbell import Doorbell, ring
from app.ui.i18n import Language, Languages
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.recovery_page import RecoveryPage
from app.ui.login.welcome import WelcomePage
from app.ui.occupied import say_occupied
from app.ui.preferences import Preferences, save
from app.ui.shell.shell import Shell
from app.ui.texts import words
from tests.conftest import CHEAP, NIGHT, PASSWORD, SetClock
from tests.ui.login.ways import (
    idle,
    in_english,
    press_button,
    sign_in,
    standing,
    try_login,
    wait_page,
)

FACTS = ShelterFacts("RPSW Lain", ("KOP",), "Bogor", Zone.WIB)
Harm = Callable[[Paths], None]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start the application as the program does."""
    return ["teduh", *STYLE]


@pytest.fixture
def opened(
    qtbot: QtBot, qapp: QApplication, paths: Paths, clock: SetClock
) -> Iterator[Callable[[Harm | None], Shell]]:
    """Return a way to open the window on a folder that was harmed first."""
    ways = []

    def open_window(harm: Harm | None = None) -> Shell:
        if harm is not None:
            harm(paths)
        way = standing(qtbot, qapp, paths, clock)
        ways.append(way)
        shell = way.__enter__()
        in_english(shell)
        return shell

    yield open_window
    for way in ways:
        way.__exit__(None, None, None)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Paths:
    """Found another shelter with the same login and password."""
    made = Paths(tmp_path_factory.mktemp("other"))
    account = NewAccount("dewi", "Dewi", Role.HEAD)
    found_shelter(
        made, Founding(FACTS, account, PASSWORD), lambda: NIGHT, CHEAP
    ).house.database.close()
    return made


def kept(paths: Paths) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (paths.vault, paths.database) if p.is_file()}


def no_database(paths: Paths) -> None:
    paths.database.unlink()


def half_a_database(paths: Paths) -> None:
    content = paths.database.read_bytes()
    paths.database.write_bytes(content[: len(content) // 2 + 100])


def empty_database(paths: Paths) -> None:
    paths.database.write_bytes(b"")


def a_letter(paths: Paths) -> None:
    paths.database.write_text("surat biasa " * 1000)


def first_page_scrambled(paths: Paths) -> None:
    content = bytearray(paths.database.read_bytes())
    content[100:1000] = os.urandom(900)
    paths.database.write_bytes(bytes(content))


def newer_database(paths: Paths) -> None:
    key = check_password(paths, header_of(paths), "dewi", PASSWORD, lambda: NIGHT).keys[-1][1]
    raw, _ = open_keyed(paths.database, key, upgrading=True)
    raw.execute("UPDATE alembic_version SET version_num = '0999'")
    raw.close()


@pytest.mark.parametrize(
    ("harm", "causes"),
    [
        (no_database, {Cause.MISSING}),
        (half_a_database, {Cause.CORRUPT, Cause.FOREIGN}),
        (empty_database, {Cause.FOREIGN}),
        (a_letter, {Cause.FOREIGN}),
        (first_page_scrambled, {Cause.FOREIGN, Cause.CORRUPT}),
        (newer_database, {Cause.NEWER}),
    ],
)
def test_a_harmed_database_is_told_after_the_password_and_left_alone(
    qtbot: QtBot,
    paths: Paths,
    opened: Callable[[Harm], Shell],
    harm: Harm,
    causes: set[Cause],
) -> None:
    shell = opened(harm)
    before = kept(paths)
    try_login(qtbot, shell, "dewi")
    page = wait_page(qtbot, shell, LoginPage)
    assert page.banner.text in {words(cause) for cause in causes}
    assert page.login.currentText() == "dewi"
    assert page.enter.isEnabled()
    assert kept(paths) == before
    assert shell.workplace is None


def no_header(paths: Paths) -> None:
    paths.vault.unlink()


def broken_header(paths: Paths) -> None:
    paths.vault.write_text("{")


def no_text_header(paths: Paths) -> None:
    paths.vault.write_bytes(os.urandom(600))


def newer_header(paths: Paths) -> None:
    header = json.loads(paths.vault.read_text())
    header["format"] = 99
    paths.vault.write_text(json.dumps(header))


def deep_header(paths: Paths) -> None:
    paths.vault.write_text('{"teduh": ' + "[" * 100_000)


def folder_for_a_header(paths: Paths) -> None:
    paths.vault.unlink()
    (paths.vault / "inside").mkdir(parents=True)


HEADERS = [
    (no_header, Cause.MISSING),
    (deep_header, Cause.CORRUPT),
    (folder_for_a_header, Cause.CORRUPT),
    (broken_header, Cause.CORRUPT),
    (no_text_header, Cause.CORRUPT),
    (newer_header, Cause.NEWER),
]


@pytest.mark.parametrize(("harm", "cause"), HEADERS)
def test_a_harmed_header_is_told_at_once_and_no_new_shelter_is_offered(
    qtbot: QtBot, paths: Paths, opened: Callable[[Harm], Shell], harm: Harm, cause: Cause
) -> None:
    shell = opened(harm)
    before = kept(paths)
    page = wait_page(qtbot, shell, LoginPage)
    assert page.banner.text == words(cause)
    try_login(qtbot, shell, "dewi")
    assert shell.front.page.banner.text == words(cause)
    assert kept(paths) == before


@pytest.mark.parametrize(("harm", "cause"), HEADERS)
def test_the_recovery_sheet_on_a_harmed_header_is_answered_calmly(
    qtbot: QtBot, paths: Paths, opened: Callable[[Harm], Shell], harm: Harm, cause: Cause
) -> None:
    shell = opened(harm)
    before = kept(paths)
    press_button(shell.front.page, "Use the recovery sheet")
    idle(qtbot, shell)
    page = shell.front.page
    assert isinstance(page, LoginPage | RecoveryPage)
    assert page.banner.text == words(cause)
    assert kept(paths) == before


def test_the_database_of_another_shelter_is_told_and_left_alone(
    qtbot: QtBot, paths: Paths, other: Paths, opened: Callable[[Harm], Shell]
) -> None:
    shell = opened(lambda ours: shutil.copyfile(other.database, ours.database) and None)
    before = kept(paths)
    try_login(qtbot, shell, "dewi")
    assert shell.front.page.banner.text == words(Cause.FOREIGN)
    assert kept(paths) == before


def test_the_header_of_another_shelter_is_told_and_left_alone(
    qtbot: QtBot, paths: Paths, other: Paths, opened: Callable[[Harm], Shell]
) -> None:
    shell = opened(lambda ours: shutil.copyfile(other.vault, ours.vault) and None)
    before = kept(paths)
    try_login(qtbot, shell, "dewi")
    assert shell.front.page.banner.text == words(Cause.FOREIGN)
    assert kept(paths) == before


def test_a_database_locked_by_another_program_is_told_and_opens_afterwards(
    qtbot: QtBot, paths: Paths, opened: Callable[..., Shell]
) -> None:
    shell = opened()
    key = check_password(paths, header_of(paths), "dewi", PASSWORD, lambda: NIGHT).keys[-1][1]
    holder, _ = open_keyed(paths.database, key)
    holder.execute("BEGIN EXCLUSIVE")
    before = kept(paths)
    try_login(qtbot, shell, "dewi")
    assert shell.front.page.banner.text == words(Cause.LOCKED)
    assert kept(paths) == before
    holder.execute("ROLLBACK")
    holder.close()
    try_login(qtbot, shell, "dewi")
    wait_page(qtbot, shell, PinPage)


def test_both_files_gone_is_a_bare_pc_and_one_of_them_is_not(
    qtbot: QtBot, paths: Paths, opened: Callable[[Harm], Shell]
) -> None:
    def nothing_left(ours: Paths) -> None:
        no_header(ours)
        no_database(ours)

    wait_page(qtbot, opened(nothing_left), WelcomePage)
    assert not paths.vault.exists()


@pytest.mark.parametrize("nonsense", [b"\xff\xfe{nonsense", b"[" * 100_000, b'{"seq": 1e999}'])
def test_unreadable_notes_stop_nobody(
    qtbot: QtBot, paths: Paths, opened: Callable[[Harm], Shell], nonsense: bytes
) -> None:
    def litter(ours: Paths) -> None:
        copy = ours.backups / "teduh-20261120-010101"
        copy.mkdir(parents=True)
        for path in (ours.preferences, ours.attempts, ours.head, copy / "backup.json"):
            path.write_bytes(nonsense)

    shell = opened(litter)
    try_login(qtbot, shell, "dewi")
    wait_page(qtbot, shell, PinPage)


@pytest.mark.parametrize("password", [PASSWORD, "bukan sandi yang benar"])
def test_folders_where_notes_should_lie_are_told_or_do_no_harm(
    qtbot: QtBot, paths: Paths, opened: Callable[[Harm], Shell], password: str
) -> None:
    def litter(ours: Paths) -> None:
        ours.preferences.mkdir()
        for path in (ours.head, ours.attempts):
            path.unlink(missing_ok=True)
            (path / "inside").mkdir(parents=True)

    shell = opened(litter)
    try_login(qtbot, shell, "dewi", password)
    page = wait_page(qtbot, shell, LoginPage)
    assert page.banner.text == words(Cause.READ_ONLY)


def program(data: Path) -> subprocess.Popen[bytes]:
    """Start Teduh as a process of its own, without a screen."""
    return subprocess.Popen(
        [sys.executable, "-m", "app", "--data", str(data)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def holder_of(paths: Paths) -> int:
    """Return the process that holds the folder, 0 when none does."""
    return QLockFile(str(paths.instance)).getLockInfo()[0]


def opens(process: int, path: Path) -> bool:
    """Say whether a process has this file open (known where there is /proc)."""
    handles = Path(f"/proc/{process}/fd")
    return handles.exists() and any(
        Path(os.path.realpath(handle)) == path.resolve() for handle in handles.iterdir()
    )


def test_of_two_programs_started_at_once_one_works_and_the_other_touches_nothing(
    qtbot: QtBot, paths: Paths
) -> None:
    before = kept(paths)
    both = [program(paths.data), program(paths.data)]
    try:
        qtbot.waitUntil(lambda: holder_of(paths) in {each.pid for each in both}, timeout=20_000)
        first, second = sorted(both, key=lambda each: each.pid != holder_of(paths))
        qtbot.waitUntil(paths.log.exists, timeout=20_000)
        assert holder_of(paths) == first.pid
        for path in (paths.vault, paths.database, paths.log):
            assert not opens(second.pid, path)
        second.send_signal(signal.SIGTERM)
        second.wait(10)
        assert holder_of(paths) == first.pid
        assert first.poll() is None
    finally:
        for each in both:
            each.kill()
            each.wait()
    assert kept(paths) == before


def never(*_arguments: object) -> None:
    raise AssertionError("the second program went on")


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.EN, "Teduh is already open on this computer."),
        (Language.ID, "Teduh sudah terbuka di komputer ini."),
    ],
)
def test_the_second_program_says_so_in_one_sentence_and_ends(
    qtbot: QtBot, qapp: QApplication, paths: Paths, language: Language, sentence: str
) -> None:
    save(paths.preferences, Preferences(language))
    first = QLockFile(str(paths.instance))
    assert first.tryLock(0)
    before, told = kept(paths), []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            told.append(box.text())
            QTest.keyClick(box, Qt.Key.Key_Return)

    timer = QTimer(interval=20)
    timer.timeout.connect(answer)
    timer.start()
    code = run(paths, never, never, say_occupied, never)
    timer.stop()
    Languages(qapp).speak(Language.EN)
    assert (code, told) == (0, [sentence])
    assert first.isLocked()
    assert kept(paths) == before
    first.unlock()


def test_a_second_start_brings_the_first_forward_and_ends(qtbot: QtBot, paths: Paths) -> None:
    before = kept(paths)
    first = program(paths.data)
    try:
        qtbot.waitUntil(paths.doorbell.exists, timeout=30_000)
        for _time in range(2):
            second = program(paths.data)
            assert second.wait(30) == 0
        assert first.poll() is None
        assert holder_of(paths) == first.pid
    finally:
        first.kill()
        first.wait()
    assert kept(paths) == before
    third = program(paths.data)
    try:
        qtbot.waitUntil(lambda: holder_of(paths) == third.pid, timeout=20_000)
        qtbot.waitUntil(lambda: ring(paths), timeout=20_000)
        third.terminate()
    finally:
        third.kill()
        third.wait()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("locked", [False, True])
def test_the_window_comes_forward_as_it_is(
    qtbot: QtBot, paths: Paths, opened: Callable[[], Shell], locked: bool
) -> None:
    shell = opened()
    sign_in(qtbot, shell)
    if locked:
        shell.lock()
    bell = Doorbell(paths)
    bell.rung.connect(shell.front.come_forward)
    shell.front.showMinimized()
    lock = QLockFile(str(paths.instance))
    assert lock.tryLock(0)
    second = program(paths.data)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    assert second.returncode == 0
    assert not shell.front.isMinimized()
    assert shell.front.isActiveWindow()
    assert shell.locked is locked
    bell.close()
    lock.unlock()
    assert not paths.doorbell.exists()


def test_a_folder_with_a_long_name_is_told_by_the_sentence(tmp_path: Path) -> None:
    deep = Paths(tmp_path / ("x" * 120))
    deep.data.mkdir()
    Doorbell(deep)
    assert not deep.doorbell.exists()
    assert not ring(deep)


def test_a_killed_program_leaves_the_folder_free_for_the_next(qtbot: QtBot, paths: Paths) -> None:
    for _time in range(2):
        each = program(paths.data)
        try:
            qtbot.waitUntil(lambda each=each: holder_of(paths) == each.pid, timeout=20_000)
            assert each.poll() is None
        finally:
            each.kill()
            each.wait()
