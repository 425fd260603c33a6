"""What is true of a single value: numbers, names, dates. Pure."""
