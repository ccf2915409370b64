"""Reading documents with a checkpoint. Needs the extra `gpu`."""
