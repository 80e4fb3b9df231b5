# SPDX-License-Identifier: Apache-2.0
"""What a form says when an act was refused or could not be done."""

from collections.abc import Callable, Mapping

from app.errors import Refused, Unavailable
from app.ui.texts import sentences, words
from app.ui.widgets.banner import Banner
from app.ui.widgets.field import Field
from app.ui.workplace import Workplace


def tell(
    workplace: Workplace,
    error: Exception,
    banner: Banner,
    fields: Mapping[str, Field],
    reload: Callable[[], None] | None = None,
) -> None:
    """Say a refusal at its field and go there, everything else in the banner.

    Args:
        workplace: hears of what the form itself cannot tell.
        error: what came back instead of a result.
        banner: says what belongs to no field.
        fields: the form's fields by the names that acts refuse them with.
        reload: asks again for what the form shows, since no field was wrong.
    """
    if isinstance(error, Refused):
        field = fields.get(error.field or "")
        if field is not None:
            field.show_problem(sentences(error.reasons))
            field.setFocus()
            return
        banner.say("stop", sentences(error.reasons))
        if reload is not None:
            reload()
    elif isinstance(error, Unavailable):
        banner.say("stop", words(error.cause))
    else:
        workplace.tasks.failed.emit(error)
