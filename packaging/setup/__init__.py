"""The parts of the bootstrap: what the system must bring, the environment, and the two jobs. Standard library only."""
