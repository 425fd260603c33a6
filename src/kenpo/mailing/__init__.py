"""Waves, pieces, envelopes and employer lists. Pure."""
