"""What the workbench and the trainer hand to each other: `docs/run-folder.md`."""
