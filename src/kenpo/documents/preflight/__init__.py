"""Preflight: reads every page of the final file back, with no help from its writer."""

from kenpo.documents.preflight.inspection import (
    certificate_differences,
    letter_differences,
    list_differences,
)

__all__ = ["certificate_differences", "letter_differences", "list_differences"]
