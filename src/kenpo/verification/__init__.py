"""Eligibility questions and what the reception desk may do. Pure."""
