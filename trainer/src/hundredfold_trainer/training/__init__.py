"""Training by TRL. Needs the extra `gpu`."""
