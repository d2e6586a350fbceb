"""Alembic wants this file; `faro.storage.migrate` sets up the environment itself."""
