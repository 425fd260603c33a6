"""The insurer's officer: waves, their counts and their files."""
