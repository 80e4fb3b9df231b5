# SPDX-License-Identifier: Apache-2.0
"""Runs migrations on the connection that ``app.db.upgrade`` hands over.

That connection has foreign keys OFF, no triggers and one open transaction; the caller
commits after ``foreign_key_check`` or rolls everything back.
"""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=context.config.attributes.get("target_metadata"),
    transactional_ddl=False,
    render_as_batch=True,
)
context.run_migrations()
