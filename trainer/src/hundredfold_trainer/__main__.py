"""`python -m hundredfold_trainer`: the command `hundredfold-train`, as torchrun and accelerate start it."""

from .command.main import entry

entry()
