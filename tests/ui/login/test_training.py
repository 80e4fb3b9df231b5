# SPDX-License-Identifier: Apache-2.0
"""Training mode: made by one click, striped, reset, left; its password opens nothing real."""

import shutil
from pathlib import Path

import pytest

from app.config import Paths
from app.policies.reasons import Reason
from app.services.staff.training import published_password, sample
from app.ui.application import open_front
from app.ui.login.login_page import LoginPage
from app.ui.login.pin_page import PinPage
from app.ui.login.welcome import WelcomePage
from app.ui.shell.bars import TrainingStripe
from app.ui.shell.shell import Shell
from app.ui.texts import words
from tests.ui.login.ways import (
    idle,
    in_english,
    press_button,
    sign_in,
    standing,
    try_login,
    wait_page,
)
from tests.ui.widgets.screens import tells

SENTENCE = (
    f'Training: every password here is "{published_password()}". Nothing here is real; '
    "this PC opens here again until you leave training mode."
)
LOGINS = {person["login"] for person in sample()["staff"]}


@pytest.fixture
def training(qtbot, shell) -> LoginPage:
    in_english(shell)
    press_button(shell.front.page, "Training mode")
    assert not shell.front.page.isEnabled()
    assert "training" in shell.front.page.banner.text
    page = wait_page(qtbot, shell, LoginPage)
    assert page.training
    return page


def real_files(paths) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (paths.vault, paths.database)}


def test_training_is_made_reset_and_left_and_the_real_shelter_is_untouched(
    qtbot, shell, paths, training
) -> None:
    before = real_files(paths)
    assert tells(training, SENTENCE)
    logins = {training.login.itemText(at) for at in range(training.login.count())}
    assert logins == LOGINS
    first = paths.training.vault.read_bytes()
    press_button(training, "Start training over")
    qtbot.waitUntil(lambda: shell.front.page is not training, timeout=15_000)
    again = wait_page(qtbot, shell, LoginPage)
    assert again.training
    assert paths.training.vault.read_bytes() != first
    press_button(again, "Leave training mode")
    real = wait_page(qtbot, shell, LoginPage)
    assert not real.training
    assert not tells(real, SENTENCE)
    assert real_files(paths) == before
    press_button(real, "Training mode")
    assert shell.front.page.training


def test_each_password_opens_its_own_shelter_only(qtbot, shell, paths, training) -> None:
    try_login(qtbot, shell, training.login.itemText(0))
    assert training.password_field.problem == words(Reason.WRONG_PASSWORD)
    press_button(training, "Leave training mode")
    real = wait_page(qtbot, shell, LoginPage)
    for login in ("dewi", "ratna"):
        try_login(qtbot, shell, login, published_password())
        assert real.password_field.problem == words(Reason.WRONG_PASSWORD)
    assert shell.workplace is None


def test_every_page_of_training_is_striped(qtbot, shell, training) -> None:
    login = next(p["login"] for p in sample()["staff"] if p["role"] == "duty_officer")
    main = sign_in(qtbot, shell, login, published_password())
    assert shell.workplace.training
    stripe = main.findChild(TrainingStripe)
    for page in main.views:
        main.go(page)
        idle(qtbot, shell)
        assert stripe.isVisible()
        assert tells(stripe, "TRAINING – NOT REAL DATA")


def test_real_work_has_no_stripe(qtbot, shell) -> None:
    main = sign_in(qtbot, shell)
    assert not main.findChild(TrainingStripe).isVisible()


class TestOnABarePc:
    """Training before any shelter is set up."""

    @pytest.fixture
    def paths(self, tmp_path: Path) -> Paths:
        return Paths(tmp_path / "bare")

    def test_trying_first_and_leaving_returns_to_the_welcome(self, qtbot, shell, paths) -> None:
        in_english(shell)
        press_button(wait_page(qtbot, shell, WelcomePage), "Try it first: training mode")
        page = wait_page(qtbot, shell, LoginPage)
        assert page.training
        try_login(qtbot, shell, page.login.itemText(0), "bukan sandi ini")
        assert page.password_field.problem
        press_button(page, "Leave training mode")
        wait_page(qtbot, shell, WelcomePage)
        assert not paths.vault.exists()
        assert not paths.database.exists()
        press_button(shell.front.page, "Try it first: training mode")
        try_login(qtbot, shell, page.login.itemText(0), published_password())
        wait_page(qtbot, shell, PinPage)


class TestTheNextStart:
    """A PC that was in training opens there again; the real shelter is one button away."""

    @pytest.fixture
    def again(self, qtbot, qapp, paths, clock):
        """Return the window as it opens on this PC the next time, and its first page."""

        def start() -> tuple[Shell, LoginPage]:
            way = standing(qtbot, qapp, paths, clock)
            ways.append(way)
            shell = way.__enter__()
            return shell, wait_page(qtbot, shell, LoginPage)

        ways = []
        yield start
        for way in ways:
            way.__exit__(None, None, None)

    def test_it_opens_in_training_again_until_somebody_leaves(
        self, qtbot, shell, paths, training, again
    ) -> None:
        before = real_files(paths)
        second, page = again()
        assert page.training
        assert {page.login.itemText(at) for at in range(page.login.count())} == LOGINS
        sign_in(qtbot, second, "dewi", published_password())
        assert second.workplace.training
        third, page = again()
        in_english(third)
        press_button(third.front.page, "Leave training mode")
        assert not wait_page(qtbot, third, LoginPage).training
        assert not again()[1].training
        assert real_files(paths) == before

    def test_looks_and_language_do_not_change_it(self, qtbot, shell, training, again) -> None:
        shell.switch_looks()
        shell.switch_language()
        assert again()[1].training

    @pytest.mark.parametrize(
        "harm",
        [
            lambda paths: shutil.rmtree(paths.training.data),
            lambda paths: paths.preferences.write_bytes(b"{"),
            lambda paths: paths.preferences.unlink(),
            lambda paths: paths.preferences.write_text(
                '{"language": "en", "theme": "light", "zoom": 100, "training": "yes"}'
            ),
        ],
    )
    def test_in_doubt_the_real_shelter_opens(self, shell, paths, training, again, harm) -> None:
        harm(paths)
        assert not again()[1].training

    def test_a_real_shelter_never_opens_in_training_because_there_is_one(
        self, qtbot, shell, training, again
    ) -> None:
        press_button(training, "Leave training mode")
        wait_page(qtbot, shell, LoginPage)
        second, page = again()
        assert not page.training
        sign_in(qtbot, second)
        assert not second.workplace.training
        assert not again()[1].training

    def test_what_is_clicked_before_all_is_loaded_is_done_in_training(
        self, qtbot, qapp, shell, paths, training, clock
    ) -> None:
        front = open_front(qapp, paths)
        qtbot.addWidget(front)
        front.page.login.setCurrentText("dewi")
        front.page.password.setText(published_password())
        front.page.enter.click()
        made = Shell(front, clock)
        wait_page(qtbot, made, PinPage)
        assert made.door.training
        made.leave()
