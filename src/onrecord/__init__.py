"""onrecord turns news pages into records you can cite."""
