"""Preflight: reads every page of the final file back, with no help from its writer."""
