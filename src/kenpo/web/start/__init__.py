"""The first page: six doors and the dates on which answers change."""
