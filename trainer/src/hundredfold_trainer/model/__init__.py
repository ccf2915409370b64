"""Models and their processors. Needs the extra `gpu`."""
