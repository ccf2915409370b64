"""What runs beside the model: scoring that gives the workbench's numbers."""

__version__ = "0.1.0"
