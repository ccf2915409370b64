"""A run folder for other engines: data, reward function, and a command to start from."""

from .export_run import export_run

__all__ = ["export_run"]
