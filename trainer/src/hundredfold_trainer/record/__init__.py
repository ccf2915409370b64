"""JSON records as the workbench reads and writes them."""
