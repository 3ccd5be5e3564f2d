"""The first migration of a room: all its tables in one step.

Django draws the whole state of the models anew at every operation, so a fresh database with some
two hundred models costs a minute of CPU in ``CreateModel`` after ``CreateModel``. Here the state of
a room is completed first and drawn once; the tables are then made as they are in it. What follows
the first migration is ordinary.
"""

from typing import Any

from django.db.migrations import CreateModel, Migration
from django.db.migrations.exceptions import IrreversibleError


class MigrasiAwal(Migration):
    """A migration of ``CreateModel`` alone, each with all its fields, indexes and constraints.

    Foreign keys may name a model that stands further down: the schema editor writes them last.
    """

    def apply(self, project_state: Any, schema_editor: Any, collect_sql: bool = False) -> Any:
        """Complete the state, then make the tables.

        Raises:
            TypeError: an operation is something else than ``CreateModel``.
        """
        for langkah in self.operations:
            if not isinstance(langkah, CreateModel):
                raise TypeError(f"{self}: CreateModel alone, not {type(langkah).__name__}")
        project_state.__dict__.pop("apps", None)  # drawn again below, once
        for langkah in self.operations:
            langkah.state_forwards(self.app_label, project_state)
        for langkah in self.operations:
            langkah.database_forwards(self.app_label, schema_editor, project_state, project_state)
        return project_state

    def unapply(self, project_state: Any, schema_editor: Any, collect_sql: bool = False) -> Any:
        """Refuse: going back behind the first step is an empty database.

        Raises:
            IrreversibleError: always.
        """
        raise IrreversibleError(f"{self}: the first step has no way back but an empty database")
