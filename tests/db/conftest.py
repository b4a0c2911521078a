"""Tests of the ground run on all engines."""

from tests.databases import database, engine_name, postgresql

__all__ = ["database", "engine_name", "postgresql"]
