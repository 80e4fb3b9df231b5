# SPDX-License-Identifier: Apache-2.0
"""Bahasa Indonesia first, English second, switched while the program runs.

Source strings are English; ``resources/i18n/app_id.qm`` holds the Indonesian words, also
those of Qt's own line-edit menus, for which Qt ships no Indonesian catalogue.
"""

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.config import RESOURCES


class Language(StrEnum):
    """A language of the screens; papers are always Indonesian."""

    ID = "id"
    EN = "en"


class Languages:
    """Installs the words of one language at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._translator = QTranslator(application)
        self.language = Language.EN

    def speak(self, language: Language) -> None:
        """Switch to ``language``; windows already built have to be built anew."""
        self._application.removeTranslator(self._translator)
        if language is Language.ID:
            self._translator.load(str(RESOURCES / "i18n" / "app_id.qm"))
            self._application.installTranslator(self._translator)
        self.language = language
        QLocale.setDefault(locale_of(language))


def locale_of(language: Language) -> QLocale:
    """Return the locale numbers and dates are shown in; English follows Indonesian habits."""
    return QLocale("id_ID" if language is Language.ID else "en_GB")
