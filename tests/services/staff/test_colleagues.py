# SPDX-License-Identifier: Apache-2.0
"""Who gets in: passwords, waiting, new and closed accounts, the recovery sheet."""

import pytest
from sqlalchemy import select

from app.config import Paths
from app.db.engine import open_keyed
from app.errors import Refused, Unavailable
from app.models.audit import AuditEntry
from app.policies.access import Role
from app.policies.reasons import Reason
from app.services.staff import accounts
from app.services.staff.accounts import (
    CloseAccount,
    account_list,
    close_account,
    dismiss,
    new_password,
    recover_with_sheet,
    welcome,
)
from app.services.staff.opening import colleague, sign_in
from app.services.staff.setup import NewAccount
from app.services.staff.upkeep import renew_sheet
from app.services.staff.vault_file import MustWait, check_password, header_of, known_logins
from app.vault import vault
from app.vault.errors import RecoveryProblem, WrongPassword
from tests.conftest import CHEAP, PASSWORD, SetClock, Shelter


def test_wrong_passwords_make_one_wait_and_a_colleague_ends_it(
    paths: Paths, clock: SetClock
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassword):
            sign_in(paths, "dewi", "salah sekali ini", clock)
    with pytest.raises(MustWait) as caught:
        sign_in(paths, "dewi", PASSWORD, clock)
    assert caught.value.seconds == 30
    sign_in(paths, "sri", PASSWORD, clock).house.database.close()
    sign_in(paths, "dewi", PASSWORD, clock).house.database.close()


def test_a_closed_account_opens_nothing_and_its_key_is_void(shelter: Shelter) -> None:
    paths, clock = shelter.paths, shelter.clock
    old = check_password(paths, header_of(paths), "dewi", PASSWORD, clock).keys[-1][1]
    old_header = header_of(paths)
    line = next(x for x in shelter.ask(account_list, by="ratna") if x.login == "dewi")
    house = dismiss(
        paths,
        shelter.house,
        shelter.actors["ratna"],
        PASSWORD,
        CloseAccount(line.account_id, line.version),
    )
    house.database.close()
    assert "dewi" not in known_logins(paths)
    with pytest.raises(WrongPassword):
        sign_in(paths, "dewi", PASSWORD, clock)
    with pytest.raises(Unavailable):
        open_keyed(paths.database, old)
    assert vault.unlock(old_header, "dewi", PASSWORD)
    sign_in(paths, "sri", PASSWORD, clock).house.database.close()


@pytest.mark.parametrize("stop_at", ["row", "header", "rekey"])
def test_a_power_cut_while_closing_an_account(
    shelter: Shelter, monkeypatch: pytest.MonkeyPatch, stop_at: str
) -> None:
    from app.services.staff import rekey as steps

    class PowerCut(Exception):
        pass

    def cut(*_args: object) -> None:
        raise PowerCut

    paths = shelter.paths
    line = next(x for x in shelter.ask(account_list, by="ratna") if x.login == "dewi")
    target = {
        "row": (accounts, "change_key"),
        "header": (steps, "rekey"),
        "rekey": (steps.vault, "settle_rekey"),
    }[stop_at]
    with monkeypatch.context() as patch:
        patch.setattr(*target, cut)
        with pytest.raises(PowerCut):
            dismiss(
                paths,
                shelter.house,
                shelter.actors["ratna"],
                PASSWORD,
                CloseAccount(line.account_id, line.version),
            )
    opened = sign_in(paths, "ratna", PASSWORD, shelter.clock)
    assert all(finding.ok for finding in opened.findings)
    opened.house.database.close()
    assert "dewi" not in known_logins(paths)
    assert len(header_of(paths).slots[0].sealed) == 1
    sign_in(paths, "sri", PASSWORD, shelter.clock).house.database.close()


def test_one_in_charge_always_stays(shelter: Shelter) -> None:
    lines = {x.login: x for x in shelter.ask(account_list, by="ratna")}
    own = CloseAccount(lines["ratna"].account_id, lines["ratna"].version)
    assert list(shelter.refused(close_account, own, "ratna").reasons) == [Reason.OWN_ACCOUNT]
    other = CloseAccount(lines["hendra"].account_id, lines["hendra"].version)
    shelter.act(close_account, other, by="ratna")
    again = CloseAccount(lines["hendra"].account_id, lines["hendra"].version + 1)
    refusal = shelter.refused(close_account, again, "ratna")
    assert list(refusal.reasons) == [Reason.ACCOUNT_CLOSED]


def test_a_new_colleague_gets_in_with_her_own_password(shelter: Shelter) -> None:
    newcomer = NewAccount("putri", "Putri", Role.DUTY_OFFICER)
    args = (shelter.paths, shelter.house, shelter.actors["hendra"], PASSWORD)
    with pytest.raises(Refused) as caught:
        welcome(*args, newcomer, "pendek", CHEAP)
    assert caught.value.field == "password"
    welcome(*args, newcomer, "putri suka melati", CHEAP)
    with pytest.raises(Refused) as caught:
        welcome(*args, newcomer, "putri suka melati", CHEAP)
    assert list(caught.value.reasons) == [Reason.LOGIN_TAKEN]
    shelter.house.database.close()
    opened = sign_in(shelter.paths, "putri", "putri suka melati", shelter.clock)
    assert opened.actor.role is Role.DUTY_OFFICER
    opened.house.database.close()


def test_a_changed_password(shelter: Shelter) -> None:
    dewi = shelter.actors["dewi"]
    args = (shelter.paths, shelter.house, dewi)
    with pytest.raises(Refused):
        new_password(*args, PASSWORD, "baru dan panjang", "lain dan panjang")
    with pytest.raises(WrongPassword):
        new_password(*args, "bukan yang ini", "baru dan panjang", "baru dan panjang")
    new_password(*args, PASSWORD, "baru dan panjang", "baru dan panjang")
    shelter.house.database.close()
    sign_in(shelter.paths, "dewi", "baru dan panjang", shelter.clock).house.database.close()
    with pytest.raises(WrongPassword):
        sign_in(shelter.paths, "dewi", PASSWORD, shelter.clock)


def test_the_recovery_sheet(shelter: Shelter) -> None:
    paths, clock = shelter.paths, shelter.clock
    words = renew_sheet(paths, shelter.house, shelter.actors["ratna"], PASSWORD)
    shelter.house.database.close()
    typed = " ".join(words)
    with pytest.raises(RecoveryProblem):
        recover_with_sheet(
            paths, typed.replace(words[3], "kucing", 1), "ratna", "baru sekali ya", clock, CHEAP
        )
    with pytest.raises(Refused):
        recover_with_sheet(paths, typed, "dewi", "baru sekali ya", clock, CHEAP)
    fresh = recover_with_sheet(paths, typed, "ratna", "baru sekali ya", clock, CHEAP)
    with pytest.raises(RecoveryProblem):
        recover_with_sheet(paths, typed, "ratna", "baru sekali ya", clock, CHEAP)
    opened = sign_in(paths, "ratna", "baru sekali ya", clock)
    with opened.house.database.reading() as session:
        acts = set(session.execute(select(AuditEntry.act)).scalars())
    assert "recover_with_sheet" in acts
    assert len(fresh.words) == 17
    opened.house.database.close()


def test_a_colleague_is_checked_and_noted(shelter: Shelter) -> None:
    sri = colleague(shelter.paths, shelter.house, "sri", PASSWORD)
    assert sri.login == "sri"
    with pytest.raises(WrongPassword):
        colleague(shelter.paths, shelter.house, "sri", "salah sekali ini")
    with shelter.house.database.reading() as session:
        last = (
            session.execute(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(2))
            .scalars()
            .all()
        )
    assert [entry.outcome for entry in last] == ["refused", "done"]
