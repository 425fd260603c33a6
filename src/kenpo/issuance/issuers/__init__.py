"""What stands on documents about the insurers themselves, as data with its source."""
